package cadastre.language;

/// Where the tokens of JavaScript end that have insides of their own. A token that is not closed ends with
/// the text.
final class Lexemes {
    private static final String LINE_ENDS = "\n\r\u2028\u2029";

    private Lexemes() {}

    /// {@return the offset behind the string that begins at `start`}
    static int endOfString(String text, int start) {
        char quote = text.charAt(start);
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, text.length());
    }

    /// {@return the offset behind the number that begins at `start`}
    static int endOfNumber(String text, int start) {
        int at = start;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || isNumberPart(text, at))) {
            at++;
        }
        return at;
    }

    private static boolean isNumberPart(String text, int at) {
        char c = text.charAt(at);
        return c == '.' || c == '_' || ((c == '+' || c == '-') && at > 0 && isExponent(text, at - 1));
    }

    private static boolean isExponent(String text, int at) {
        return (text.charAt(at) == 'e' || text.charAt(at) == 'E') && !text.startsWith("0x", at - 2);
    }

    /// {@return the offset behind the comment that begins at `start`; a line's end does not belong to it}
    static int endOfComment(String text, int start) {
        if (text.startsWith("/*", start)) {
            int end = text.indexOf("*/", start + 2);
            return end < 0 ? text.length() : end + 2;
        }
        int at = start;
        while (at < text.length() && LINE_ENDS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /// {@return the offset behind the regular expression, and its flags, that begins at `start`}
    static int endOfRegularExpression(String text, int start) {
        int at = start + 1;
        boolean inClass = false;
        while (at < text.length() && text.charAt(at) != '\n' && (inClass || text.charAt(at) != '/')) {
            switch (text.charAt(at)) {
                case '\\' -> at++;
                case '[' -> inClass = true;
                case ']' -> inClass = false;
                default -> {}
            }
            at++;
        }
        return endOfWord(text, Math.min(at + 1, text.length()));
    }

    /// {@return the offset behind the identifier or keyword that begins at `start`}
    static int endOfWord(String text, int start) {
        int at = start;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static boolean beginsWord(char c) {
        return isWordPart(c) && (c < '0' || c > '9');
    }

    static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean isWordPart(char c) {
        return (c >= 'a' && c <= 'z')
                || c == '$'
                || c == '\\'
                || Character.isUnicodeIdentifierPart(c)
                || Character.isSurrogate(c);
    }
}
