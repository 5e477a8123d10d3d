package cadastre.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which domains a run is about (`--domains`).
public final class DomainFilter {
    private final boolean everything;
    private final List<Item> items;

    private DomainFilter(boolean everything, List<Item> items) {
        this.everything = everything;
        this.items = List.copyOf(items);
    }

    /// @param written as the user wrote it
    /// @param name A-labels in lower case; `*` or empty for any
    /// @param tag what follows `!`; nothing if there is no `!`
    private record Item(String written, String name, Optional<String> tag) {
        static Item parse(String text) {
            int bang = text.indexOf('!');
            String name = bang < 0 ? text : text.substring(0, bang);
            return new Item(
                    text, Punycode.toAscii(name), bang < 0 ? Optional.empty() : Optional.of(text.substring(bang + 1)));
        }

        boolean matches(DomainConfig domain) {
            return matchesTag(domain.tag()) && matchesName(domain.name());
        }

        private boolean matchesTag(String other) {
            String wanted = tag.orElse("");
            return wanted.equals("*") ? !other.isEmpty() : wanted.equals(other);
        }

        private boolean matchesName(String other) {
            if (name.equals("*") || name.isEmpty()) {
                return true;
            }
            if (name.startsWith("*.")) {
                String parent = name.substring(2);
                return other.equals(parent) || other.endsWith("." + parent);
            }
            return name.equals(other);
        }
    }

    /// {@return the filter that `text` writes: a list separated by commas; empty, `*` or `all` is
    /// everything}
    public static DomainFilter parse(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || trimmed.equals("*") || trimmed.equalsIgnoreCase("all")) {
            return new DomainFilter(true, List.of());
        }
        List<Item> items = new ArrayList<>();
        for (String item : trimmed.split(",", -1)) {
            if (!item.isBlank()) {
                items.add(Item.parse(item.strip()));
            }
        }
        return new DomainFilter(false, items);
    }

    /// {@return whether the run is about `domain`}
    public boolean matches(DomainConfig domain) {
        return everything || items.stream().anyMatch(item -> item.matches(domain));
    }

    /// {@return those of `domains` the run is about, in their order}
    public List<DomainConfig> select(List<DomainConfig> domains) {
        return domains.stream().filter(this::matches).toList();
    }

    /// {@return what was asked for and is none of `domains`, as written}
    public List<String> unmatched(List<DomainConfig> domains) {
        return items.stream()
                .filter(item -> domains.stream().noneMatch(item::matches))
                .map(Item::written)
                .toList();
    }
}
