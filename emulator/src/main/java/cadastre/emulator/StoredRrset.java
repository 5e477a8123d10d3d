package cadastre.emulator;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// An RRset as the emulator keeps it: plain text, spelled as Gandi would answer it.
///
/// @param name   the owner name relative to the apex, in the case in which it was written; `@` for the apex
/// @param type   its mnemonic, upper case
/// @param ttl    in seconds, 300 to 2592000
/// @param values in the order in which they were written; may be empty, which ACME clients leave behind
public record StoredRrset(String name, String type, int ttl, List<String> values) {
    /// Copies the list.
    public StoredRrset {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        values = List.copyOf(values);
    }
}
