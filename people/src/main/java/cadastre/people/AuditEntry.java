package cadastre.people;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Something that was done. It holds no secret.
///
/// @param workspace where
/// @param at        when, to the millisecond
/// @param who       an account's ID, or what of the program it was
/// @param door      by which way
/// @param action    what was done, such as `plan.apply`
/// @param object    to what, such as a zone's apex or an Integration ID
/// @param before    the digest of what was; empty if there was nothing, or nothing was changed
/// @param after     the digest of what is; empty if there is nothing, or nothing was changed
/// @param details   what else is to be known, such as the plan's hash, the reason given, the provider's answer
public record AuditEntry(
        WorkspaceId workspace,
        Instant at,
        String who,
        Door door,
        String action,
        String object,
        Optional<Digest> before,
        Optional<Digest> after,
        SortedMap<String, String> details) {
    /// None may be null. The instant is cut to the millisecond.
    public AuditEntry {
        requireNonNull(workspace, "workspace is null");
        at = at.truncatedTo(ChronoUnit.MILLIS);
        requireNonNull(who, "who is null");
        requireNonNull(door, "door is null");
        requireNonNull(action, "action is null");
        requireNonNull(object, "object is null");
        requireNonNull(before, "before is null");
        requireNonNull(after, "after is null");
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /// All of it, such that no two entries have the same octets.
    byte[] octets() {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        write(octets, workspace.toString());
        octets.writeBytes(ByteBuffer.allocate(8).putLong(at.toEpochMilli()).array());
        write(octets, who);
        write(octets, door.name());
        write(octets, action);
        write(octets, object);
        write(octets, before.map(Digest::hex).orElse(""));
        write(octets, after.map(Digest::hex).orElse(""));
        octets.writeBytes(ByteBuffer.allocate(4).putInt(details.size()).array());
        for (Map.Entry<String, String> detail : details.entrySet()) {
            write(octets, detail.getKey());
            write(octets, detail.getValue());
        }
        return octets.toByteArray();
    }

    private static void write(ByteArrayOutputStream octets, String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        octets.writeBytes(ByteBuffer.allocate(4).putInt(encoded.length).array());
        octets.writeBytes(encoded);
    }
}
