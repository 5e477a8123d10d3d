package cadastre.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void itKeepsItsOctets() {
        byte[] octets = "pässword".getBytes(StandardCharsets.UTF_8);
        Secret secret = Secret.of(octets);
        octets[0] = 0;
        secret.octets()[1] = 0;

        assertThat(secret.text()).isEqualTo("pässword");
        assertThat(Secret.of("pässword").octets()).isEqualTo("pässword".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void itDoesNotPrint() {
        assertThat(Secret.of("password")).hasToString("Secret[not shown]");
    }

    @Test
    void itCannotBeSerialised() {
        assertThat(Secret.of("password")).isNotInstanceOf(Serializable.class);
    }

    @Test
    void whatWasWipedIsGone() {
        Secret secret = Secret.of("password");
        secret.close();
        secret.close();

        assertThatIllegalStateException().isThrownBy(secret::text);
        assertThatIllegalStateException().isThrownBy(secret::octets);
        assertThatIllegalStateException().isThrownBy(() -> secret.sameAs(Secret.of("")));
        assertThatIllegalStateException().isThrownBy(() -> Secret.of("").sameAs(secret));
    }

    @Test
    void twoWithTheSameOctetsAreTheSame() {
        Secret secret = Secret.of("password");

        assertThat(secret.sameAs(Secret.of("password"))).isTrue();
        assertThat(secret.sameAs(secret)).isTrue();
        assertThat(secret.sameAs(Secret.of("Password"))).isFalse();
        assertThat(secret.sameAs(Secret.of("passwor"))).isFalse();
    }

    @Test
    void aTextWithoutUtf8FormIsRefusedWithoutShowingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secret.of("canary\ud800"))
                .withMessage("a secret has half a surrogate pair");
    }
}
