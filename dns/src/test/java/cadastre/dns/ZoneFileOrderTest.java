package cadastre.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ZoneFileOrderTest {
    private static final Name APEX = Name.of("example.com");

    @Test
    void namesComeApexFirstThenWildcardThenFromTheRightMostLabel() {
        List<Name> expected = List.of(
                        "@",
                        "*",
                        "9",
                        "10",
                        "_dmarc",
                        "_sip._tls",
                        "_verify",
                        "b",
                        "*.b",
                        "9.b",
                        "10.b",
                        "a.b",
                        "ftp",
                        "www")
                .stream()
                .map(text -> text.equals("@") ? APEX : RelativeName.of(text).at(APEX))
                .toList();
        List<Name> shuffled = new ArrayList<>(expected);
        Collections.shuffle(shuffled, new Random(7));

        shuffled.sort(ZoneFileOrder.of(APEX).names());

        assertThat(shuffled).isEqualTo(expected);
    }

    @Test
    void typesComeAsPeopleReadThem() {
        List<String> sorted = List.of("TXT", "CAA", "A", "MX", "NS", "AAAA", "CNAME", "SRV", "ALIAS", "SOA").stream()
                .map(mnemonic -> new RdataType(1, mnemonic))
                .sorted(ZoneFileOrder.TYPES)
                .map(RdataType::mnemonic)
                .toList();

        assertThat(sorted).containsExactly("SOA", "NS", "CNAME", "A", "AAAA", "MX", "SRV", "TXT", "ALIAS", "CAA");
    }
}
