package cadastre.people;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Random UUIDs and their one spelling.
///
/// @rfc 9562 section 5.4
final class Uuids {
    private static final Pattern SPELLING = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Uuids() {}

    static UUID fresh(SecureRandom chance) {
        byte[] octets = new byte[16];
        chance.nextBytes(octets);
        octets[6] = (byte) ((octets[6] & 0x0f) | 0x40);
        octets[8] = (byte) ((octets[8] & 0x3f) | 0x80);
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    static Optional<UUID> parse(String text) {
        return SPELLING.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
