package cadastre.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example of the package's page, so that it keeps compiling and being true.
class PackageExampleTest {
    @Test
    void aSecretIsSealedAndOpened(@TempDir Path folder) throws KeyFileException, VaultException {
        Path path = folder.resolve("keys.json");
        KeyFile.create(path);
        String workspace = "workspace";
        String integration = "integration";

        Vault vault = new Vault(KeyFile.read(path));
        SecretPlace place = new SecretPlace(workspace, integration, "token", 1);
        SealedSecret sealed = vault.seal(Secret.of("a token"), place);
        try (Secret secret = vault.open(sealed, place)) {
            assertThat(secret.text()).isEqualTo("a token");
        }
    }
}
