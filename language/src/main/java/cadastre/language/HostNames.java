package cadastre.language;

/// Names as `dnsconfig.js` writes them: relative to an origin unless they end in a dot.
final class HostNames {
    private HostNames() {}

    /// {@return `name` made absolute; `origin` itself for `@` and the empty name}
    static String absolute(String name, String origin) {
        if (name.endsWith(".")) {
            return name;
        }
        if (name.equals("@") || name.isEmpty()) {
            return origin;
        }
        return origin.equals(".") ? name + "." : name + "." + origin;
    }

    /// {@return the owner name of `label` in `zone`, without final dot}
    static String owner(String label, String zone) {
        return label.equals("@") ? zone : label + "." + zone;
    }

    /// {@return `text` with each character in lower case by its simple mapping, so that `İ` and `Σ` stay
    /// one character}
    static String lower(String text) {
        if (text.chars().noneMatch(c -> (c >= 'A' && c <= 'Z') || c > 127)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(Character::toLowerCase).forEach(out::appendCodePoint);
        return out.toString();
    }
}
