package cadastre.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.GeneralSecurityException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Secrets and places by chance, every bit flipped.
class VaultLawTest {
    private static final int SEEDS = 200;

    private static String text(Random chance) {
        return chance.ints(1 + chance.nextInt(40), 0x20, 0x2FF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static SecretPlace place(Random chance) {
        return new SecretPlace(text(chance), text(chance), text(chance), 1 + chance.nextInt(Integer.MAX_VALUE));
    }

    @Test
    void whatIsSealedOpensThroughAnyNumberOfRotations() throws VaultException {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Random chance = new Random(seed);
            byte[] octets = new byte[chance.nextInt(5000)];
            chance.nextBytes(octets);
            SecretPlace place = place(chance);
            Keys keys = Keys.generate();
            SealedSecret sealed = new Vault(keys).seal(Secret.of(octets), place);
            for (int rotation = chance.nextInt(4); rotation > 0; rotation--) {
                String before = keys.primary();
                keys = keys.rotated();
                sealed = new Vault(keys).rewrap(sealed);
                keys = keys.without(before);
            }

            assertThat(new Vault(keys).open(sealed, place).octets())
                    .as("seed %s", seed)
                    .isEqualTo(octets);
        }
    }

    @Test
    void noFlippedBitIsAccepted() {
        SecretPlace place = new SecretPlace("workspace", "integration", "token", 1);
        Keys keys = Keys.generate().rotated();
        Vault vault = new Vault(keys);
        SealedSecret sealed = vault.seal(Secret.of("a token"), place);
        for (int bit = 0; bit < 8 * sealed.octets().length; bit++) {
            SealedSecret flipped = new SealedSecret(sealed.keyName(), 1, flip(sealed.octets(), bit));
            assertThatExceptionOfType(VaultException.class)
                    .as("bit %s", bit)
                    .isThrownBy(() -> vault.open(flipped, place))
                    .matches(e -> e.reason() == VaultException.Reason.ALTERED);
        }
    }

    @Test
    void nothingCutOffOrAddedIsAccepted() {
        SecretPlace place = new SecretPlace("workspace", "integration", "token", 1);
        Keys keys = Keys.generate();
        Vault vault = new Vault(keys);
        Vault rotated = new Vault(keys.rotated());
        SealedSecret sealed = vault.seal(Secret.of("a token"), place);
        int length = sealed.octets().length;
        for (int kept = 0; kept <= length + 1; kept++) {
            if (kept != length) {
                SealedSecret cut =
                        new SealedSecret(sealed.keyName(), 1, java.util.Arrays.copyOf(sealed.octets(), kept));
                assertThatExceptionOfType(VaultException.class)
                        .as("%s octets", kept)
                        .isThrownBy(() -> vault.open(cut, place));
                assertThatExceptionOfType(VaultException.class)
                        .as("%s octets rewrapped", kept)
                        .isThrownBy(() -> rotated.open(rotated.rewrap(cut), place));
            }
        }
    }

    @Test
    void noFlippedBitOfAWrappedKeyIsRewrapped() {
        SecretPlace place = new SecretPlace("workspace", "integration", "token", 1);
        Keys keys = Keys.generate();
        Vault rotated = new Vault(keys.rotated());
        SealedSecret sealed = new Vault(keys).seal(Secret.of("a token"), place);
        int wrapped = 4 + java.nio.ByteBuffer.wrap(sealed.octets()).getInt();
        for (int bit = 0; bit < 8 * wrapped; bit++) {
            SealedSecret flipped = new SealedSecret(sealed.keyName(), 1, flip(sealed.octets(), bit));
            assertThatExceptionOfType(VaultException.class)
                    .as("bit %s", bit)
                    .isThrownBy(() -> rotated.rewrap(flipped))
                    .matches(e -> e.reason() == VaultException.Reason.ALTERED);
        }
    }

    @Test
    void eachBitOfTheAssociatedDataMatters() throws GeneralSecurityException {
        Keys keys = Keys.generate();
        byte[] data = new SecretPlace("workspace", "integration", "token", 7).associatedData();
        byte[] sealed = keys.aead().encrypt(new byte[] {1, 2, 3}, data);
        for (int bit = 0; bit < 8 * data.length; bit++) {
            byte[] flipped = flip(data, bit);
            assertThatExceptionOfType(GeneralSecurityException.class)
                    .as("bit %s", bit)
                    .isThrownBy(() -> keys.aead().decrypt(sealed, flipped));
        }
    }

    @Test
    void eachCharacterOfAPlaceMatters() {
        Vault vault = new Vault(Keys.generate());
        for (long seed = 1; seed <= SEEDS; seed++) {
            Random chance = new Random(seed);
            SecretPlace place = place(chance);
            SealedSecret sealed = vault.seal(Secret.of("a token"), place);
            for (SecretPlace other : new SecretPlace[] {
                new SecretPlace(
                        changed(place.workspace(), chance), place.integration(), place.field(), place.version()),
                new SecretPlace(
                        place.workspace(), changed(place.integration(), chance), place.field(), place.version()),
                new SecretPlace(
                        place.workspace(), place.integration(), changed(place.field(), chance), place.version()),
                new SecretPlace(
                        place.workspace(),
                        place.integration(),
                        place.field(),
                        place.version() ^ 1 << chance.nextInt(31))
            }) {
                assertThatExceptionOfType(VaultException.class)
                        .as("seed %s", seed)
                        .isThrownBy(() -> vault.open(
                                new SealedSecret(sealed.keyName(), other.version(), sealed.octets()), other));
            }
        }
    }

    private static String changed(String text, Random chance) {
        int place = chance.nextInt(text.length());
        return text.substring(0, place)
                + (char) (text.charAt(place) ^ 1 << chance.nextInt(4))
                + text.substring(place + 1);
    }

    private static byte[] flip(byte[] octets, int bit) {
        octets[bit / 8] ^= (byte) (1 << bit % 8);
        return octets;
    }
}
