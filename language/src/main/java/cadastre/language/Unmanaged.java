package cadastre.language;

import static java.util.Objects.requireNonNull;

/// Records that others look after (`IGNORE`): what matches all three patterns is left alone.
///
/// @param labelPattern a glob; empty means any
/// @param typePattern record types, separated by commas, or `*`; empty means any
/// @param targetPattern a glob; empty means any
public record Unmanaged(String labelPattern, String typePattern, String targetPattern) {
    public Unmanaged {
        requireNonNull(labelPattern, "labelPattern is null");
        requireNonNull(typePattern, "typePattern is null");
        requireNonNull(targetPattern, "targetPattern is null");
    }
}
