package cadastre.language;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// Which providers a run is about (`--providers`).
public final class ProviderFilter {
    private final Optional<Set<String>> names;
    private final boolean defaults;

    private ProviderFilter(Optional<Set<String>> names, boolean defaults) {
        this.names = names;
        this.defaults = defaults;
    }

    /// {@return the filter that `text` writes: names of entries, separated by commas, not trimmed; `all`;
    /// or empty for all that are not excluded from defaults}
    public static ProviderFilter parse(String text) {
        return switch (text) {
            case "" -> new ProviderFilter(Optional.empty(), true);
            case "all" -> new ProviderFilter(Optional.empty(), false);
            default -> new ProviderFilter(Optional.of(Set.copyOf(Arrays.asList(text.split(",", -1)))), false);
        };
    }

    /// {@return whether the run is about the provider of that entry}
    public boolean includes(String name, Creds creds) {
        if (names.isPresent()) {
            return names.get().contains(name);
        }
        return !defaults
                || creds.entry(name)
                        .flatMap(entry -> entry.value("_exclude_from_defaults"))
                        .filter(value -> value.equals("true"))
                        .isEmpty();
    }
}
