package cadastre.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

class KeysTest {
    @Test
    void aFreshKeyIsThePrimaryOne() {
        Keys keys = Keys.generate();

        assertThat(keys.names()).containsExactly(keys.primary());
        assertThat(keys.primary()).matches("[0-9a-f]{8}");
    }

    @Test
    void rotatingKeepsTheOldKeysAndMakesANewOnePrimary() {
        Keys first = Keys.generate();
        Keys second = first.rotated();

        assertThat(second.names()).containsExactly(first.primary(), second.primary());
        assertThat(first.names()).hasSize(1);
    }

    @Test
    void thePrimaryKeyIsNotTakenAway() {
        Keys keys = Keys.generate().rotated();

        assertThatIllegalArgumentException().isThrownBy(() -> keys.without(keys.primary()));
        assertThatIllegalArgumentException().isThrownBy(() -> keys.without("no such key"));
        assertThat(keys.without(keys.names().getFirst()).names()).containsExactly(keys.primary());
    }

    @Test
    void whatIsWrittenIsReadAgain() throws GeneralSecurityException, VaultException {
        Keys keys = Keys.generate().rotated();
        SecretPlace place = new SecretPlace("workspace", "integration", "token", 1);
        SealedSecret sealed = new Vault(keys).seal(Secret.of("a token"), place);

        Keys read = Keys.parse(keys.format());

        assertThat(read.names()).isEqualTo(keys.names());
        assertThat(read.primary()).isEqualTo(keys.primary());
        assertThat(new Vault(read).open(sealed, place).text()).isEqualTo("a token");
    }

    @Test
    void keysForAnythingElseAreRefused() {
        String disabled = Keys.generate().rotated().format().replaceFirst("ENABLED", "DISABLED");

        assertThatExceptionOfType(GeneralSecurityException.class).isThrownBy(() -> Keys.parse(disabled));
        assertThatExceptionOfType(GeneralSecurityException.class).isThrownBy(() -> Keys.parse("{}"));
        assertThatExceptionOfType(GeneralSecurityException.class).isThrownBy(() -> Keys.parse(""));
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> Keys.parse(Keys.generate().format().replace("\"TINK\"", "\"RAW\"")));
    }

    @Test
    void theyPrintTheirNamesOnly() {
        Keys keys = Keys.generate();

        assertThat(keys).hasToString("Keys[primary " + keys.primary() + ", all [" + keys.primary() + "]]");
    }
}
