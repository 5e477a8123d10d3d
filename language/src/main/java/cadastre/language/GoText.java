package cadastre.language;

/// Texts as programs in Go quote them, since people and scripts know our messages in that form.
final class GoText {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private GoText() {}

    /// {@return `text` in double quotes, with escapes for what cannot be printed (`%q`)}
    static String quote(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> append(c, '"', out));
        return out.append('"').toString();
    }

    /// {@return the character in single quotes, as Go's JSON reader names it}
    static String quoteCharacter(int character) {
        StringBuilder out = new StringBuilder().append('\'');
        append(character, '\'', out);
        return out.append('\'').toString();
    }

    private static void append(int c, char quote, StringBuilder out) {
        switch (c) {
            case '\\' -> out.append("\\\\");
            case 7 -> out.append("\\a");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case 11 -> out.append("\\v");
            default -> {
                if (c == quote) {
                    out.append('\\').append(quote);
                } else if (c < ' ' || c == 0x7f) {
                    out.append("\\x").append(HEX[c >> 4]).append(HEX[c & 15]);
                } else if (isPrintable(c)) {
                    out.appendCodePoint(c);
                } else if (c > 0xffff) {
                    out.append("\\U").append("%08x".formatted(c));
                } else {
                    out.append("\\u").append("%04x".formatted(c));
                }
            }
        }
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
