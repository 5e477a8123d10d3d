package cadastre.store;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.vault.SealedSecret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedSecretsTest {
    private static SealedSecret sealed(String key, String text) {
        return new SealedSecret(key, 1, text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aSecretIsKeptReplacedAndForgotten(@TempDir Path folder) {
        try (Opened opened = new Opened(folder)) {
            SealedSecrets secrets = opened.compartment.secrets();
            secrets.keep("int_1/token/1", sealed("k1", "one"), Opened.START);
            secrets.keep("int_1/token/1", sealed("k2", "two"), Opened.START);

            assertThat(secrets.find("int_1/token/1")).get().satisfies(one -> {
                assertThat(one.octets()).asString().isEqualTo("two");
                assertThat(one.keyName()).isEqualTo("k2");
                assertThat(one.toString()).doesNotContain("two");
            });
            assertThat(secrets.forget("int_1/token/1")).isTrue();
            assertThat(secrets.forget("int_1/token/1")).isFalse();
            assertThat(secrets.find("int_1/token/1")).isEmpty();
        }
    }

    @Test
    void whatIsSealedUnderAnOldKeyIsFound(@TempDir Path folder) {
        try (Opened opened = new Opened(folder)) {
            SealedSecrets secrets = opened.compartment.secrets();
            secrets.keep("b", sealed("k1", "x"), Opened.START);
            secrets.keep("a", sealed("k1", "x"), Opened.START);
            secrets.keep("c", sealed("k2", "x"), Opened.START);

            assertThat(secrets.notUnder("k2")).containsExactly("a", "b");
        }
    }
}
