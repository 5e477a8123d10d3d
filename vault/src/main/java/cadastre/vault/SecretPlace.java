package cadastre.vault;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Where a secret belongs. What was sealed for one place does not open at another.
///
/// @param workspace   the workspace's ID
/// @param integration the Integration ID; for a secret of our own, what of ours it belongs to
/// @param field       which secret of it, such as `token`
/// @param version     counts the secrets that were at this place, from 1: one that was replaced does not open
///     again
public record SecretPlace(String workspace, String integration, String field, int version) {
    private static final String PURPOSE = "cadastre sealed secret 1";

    /// No text may be null or empty.
    ///
    /// @throws IllegalArgumentException if a text is empty or `version` is less than 1
    public SecretPlace {
        requireText(workspace, "workspace");
        requireText(integration, "integration");
        requireText(field, "field");
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1, not from " + version);
        }
    }

    private static void requireText(String text, String name) {
        requireNonNull(text, name + " is null");
        if (text.isEmpty()) {
            throw new IllegalArgumentException(name + " is empty");
        }
    }

    /// {@return the place of the secret that replaces the one here}
    public SecretPlace next() {
        return new SecretPlace(workspace, integration, field, Math.addExact(version, 1));
    }

    /// The associated data. Each text stands after its length, so that no two places look alike.
    byte[] associatedData() {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (String text : new String[] {PURPOSE, workspace, integration, field}) {
            byte[] octets = text.getBytes(StandardCharsets.UTF_8);
            data.writeBytes(ByteBuffer.allocate(4).putInt(octets.length).array());
            data.writeBytes(octets);
        }
        data.writeBytes(ByteBuffer.allocate(4).putInt(version).array());
        return data.toByteArray();
    }
}
