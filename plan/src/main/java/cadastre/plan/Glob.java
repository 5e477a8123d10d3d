package cadastre.plan;

import java.util.regex.Pattern;

/// A pattern of names: `*` and `**` stand for any text (dots too), `?` for one character, `[a-z]` and `[!a-z]` for one
/// of a
/// range or none of it, `{a,b}` for one of several, a backslash for the next character as it is.
///
/// Immutable and thread-safe.
public final class Glob {
    private final String text;
    private final Pattern pattern;

    private Glob(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    /// {@return the pattern that `text` writes}
    ///
    /// @throws IllegalArgumentException if a bracket is not closed, with what is wrong
    public static Glob of(String text) {
        StringBuilder regex = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                case '{' -> {
                    depth++;
                    regex.append("(?:");
                }
                case '}' -> {
                    regex.append(depth > 0 ? ")" : "\\}");
                    depth = Math.max(0, depth - 1);
                }
                case ',' -> regex.append(depth > 0 ? "|" : ",");
                case '[' -> i = range(text, i, regex);
                case '\\' -> {
                    i++;
                    regex.append(Pattern.quote(i < text.length() ? text.substring(i, i + 1) : "\\"));
                }
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        regex.append(")".repeat(depth));
        return new Glob(text, Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    /// Appends the range that starts at `start`. {@return the index of its closing bracket}
    private static int range(String text, int start, StringBuilder regex) {
        int end = text.indexOf(']', start + 2);
        if (end < 0) {
            throw new IllegalArgumentException("\"" + text + "\" opens a range with [ and does not close it");
        }
        String inside = text.substring(start + 1, end);
        boolean none = inside.startsWith("!");
        String members =
                (none ? inside.substring(1) : inside).replace("\\", "\\\\").replace("^", "\\^");
        regex.append(none ? "[^" : "[").append(members.replace("[", "\\[")).append(']');
        return end;
    }

    /// {@return whether the whole of `candidate` fits}
    public boolean matches(String candidate) {
        return pattern.matcher(candidate).matches();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Glob that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /// {@return the pattern as it was written}
    @Override
    public String toString() {
        return text;
    }
}
