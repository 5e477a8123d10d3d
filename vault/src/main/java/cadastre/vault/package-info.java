/// Secrets at rest: each sealed with a key of its own, that key wrapped by a named one from the key file.
///
/// A *secret* is octets that nobody prints. Its *place* says where it belongs: workspace, integration, field
/// and version. A *sealed secret* opens at its place only, and may be stored, copied and backed up; whoever has
/// the key file as well has every secret. *Rotation* is: a new primary key, each sealed secret rewrapped, the
/// old key retired.
///
/// ```java
/// Vault vault = new Vault(KeyFile.read(path));
/// SecretPlace place = new SecretPlace(workspace, integration, "token", 1);
/// SealedSecret sealed = vault.seal(Secret.of("a token"), place);
/// try (Secret secret = vault.open(sealed, place)) {
///     use(secret.text());
/// }
/// ```
///
/// Google Tink does the cryptography: AES-256-GCM for the secrets and for their keys.
@NullMarked
package cadastre.vault;

import org.jspecify.annotations.NullMarked;
