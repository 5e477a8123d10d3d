package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/// Laws of TXT values, on generated ones, with dnsjava as the judge of master-file text.
class TxtTextLawTest {
    private static final long SEED = 20261104;
    private static final int ROUNDS = 3_000;
    private static final String ALPHABET = "ab;\"\\ =.é\u00002569\t'()@$";

    @Test
    void anAnswerHoldsTheOctetsThatABareValueSaid() throws IOException {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] octets = new byte[random.nextInt(600) + 1];
            random.nextBytes(octets);
            String bare = escaped(octets, random);
            String answered = TxtText.normalised(bare).orElseThrow();
            assertThat(octetsOf(answered))
                    .as("seed %d round %d: %s", SEED, round, bare)
                    .isEqualTo(octets);
        }
    }

    @Test
    void whatWasAnsweredIsAnsweredAgainUnchanged() {
        Random random = new Random(SEED + 1);
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder value = new StringBuilder(random.nextBoolean() ? "\"" : "");
            for (int i = random.nextInt(12); i >= 0; i--) {
                value.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            value.append(value.charAt(0) == '"' && random.nextInt(4) > 0 ? "\"" : "");
            var answered = TxtText.normalised(value.toString());
            if (answered.isPresent()) {
                accepted++;
                assertThat(TxtText.normalised(answered.get()))
                        .as("seed %d round %d: %s", SEED + 1, round, value)
                        .isEqualTo(answered);
            }
        }
        assertThat(accepted).isGreaterThan(ROUNDS / 3);
    }

    private static byte[] octetsOf(String answered) throws IOException {
        Record txt = Record.fromString(Name.root, Type.TXT, DClass.IN, 300, answered, Name.root);
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (byte[] string : ((TXTRecord) txt).getStringsAsByteArrays()) {
            assertThat(string.length).isLessThanOrEqualTo(255);
            octets.write(string);
        }
        return octets.toByteArray();
    }

    private static String escaped(byte[] octets, Random random) {
        StringBuilder text = new StringBuilder();
        for (byte octet : octets) {
            int code = octet & 0xff;
            if (code < ' ' || code > '~' || random.nextInt(20) == 0) {
                text.append("\\%03d".formatted(code));
            } else if (code == '\\' || code == '"') {
                text.append('\\').append((char) code);
            } else {
                text.append(new String(new byte[] {octet}, StandardCharsets.ISO_8859_1));
            }
        }
        // a first quote would make it a quoted value, so a bare one that begins with a quote begins with its
        // escape
        return text.toString();
    }
}
