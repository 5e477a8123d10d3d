package cadastre.language;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The engine's error texts in the words that users of DNSControl know from its engine, where both say the
/// same.
final class EngineTexts {
    private record Rule(Pattern pattern, String replacement) {}

    private static final List<Rule> RULES = List.of(
            rule("ReferenceError: (\\S+) is not defined", "ReferenceError: '$1' is not defined"),
            rule(
                    "TypeError: (?:[\\w$.\\[\\]()'\" ]*[.])?([A-Za-z_$][\\w$]*) is not a function",
                    "TypeError: \"$1\" is not a function"),
            rule(
                    "TypeError: (?:[\\w$.\\[\\]()'\" ]*[.])?([A-Za-z_$][\\w$]*) is not a constructor",
                    "TypeError: '$1' is not a function"),
            rule(
                    "TypeError: Cannot (?:read|set) properties of (undefined|null) \\((?:reading|setting) '(.*)'\\)",
                    "TypeError: Cannot access member \"$2\" of $1"),
            rule(
                    "TypeError: Converting circular structure to JSON\n.*",
                    "TypeError: Converting circular structure to JSON"),
            rule(
                    "TypeError: Cannot use 'in' operator to search for .* in .*",
                    "TypeError: invalid kind String for in (expected object)"));

    private EngineTexts() {}

    private static Rule rule(String pattern, String replacement) {
        return new Rule(Pattern.compile(pattern, Pattern.DOTALL), replacement);
    }

    /// {@return `text`, what `String(error)` gave, as users know it}
    static String of(String text) {
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(text);
            if (matcher.matches()) {
                return matcher.replaceFirst(rule.replacement());
            }
        }
        return text;
    }

    /// {@return the offset of what is wrong; of a missing parenthesis the engine tells the token before}
    ///
    /// @param message the engine's words
    /// @param text the source
    /// @param offset the place it told
    static int offender(String message, String text, int offset) {
        if (!message.startsWith("missing ")) {
            return offset;
        }
        int at = endOfToken(text, offset);
        while (at < text.length()) {
            if (text.startsWith("//", at) || text.startsWith("/*", at)) {
                at = Lexemes.endOfComment(text, at);
            } else if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    private static int endOfToken(String text, int offset) {
        if (offset >= text.length()) {
            return offset;
        }
        char c = text.charAt(offset);
        return switch (c) {
            case '"', '\'' -> Lexemes.endOfString(text, offset);
            default ->
                Lexemes.beginsWord(c) || Lexemes.isDigit(text, offset)
                        ? Math.max(Lexemes.endOfWord(text, offset), Lexemes.endOfNumber(text, offset))
                        : offset + 1;
        };
    }

    /// {@return what users know a syntax error as: `(anonymous): Line 2:3 Unexpected identifier`}
    ///
    /// @param message the engine's words
    /// @param source where it is
    /// @param offset where in it
    static String syntax(String message, SourceText source, int offset) {
        SourcePosition position = source.position(offset);
        return "(anonymous): Line " + position.line() + ":" + position.column() + " "
                + syntaxMessage(message, source.text(), offset);
    }

    private static String syntaxMessage(String message, String text, int offset) {
        if (message.startsWith("Invalid regular expression")) {
            return message;
        }
        if (message.equals("Invalid or unexpected token")) {
            return "Unexpected token ILLEGAL";
        }
        if (message.startsWith("Unexpected ") || message.startsWith("missing ")) {
            return token(text, offset);
        }
        return message.startsWith("Invalid left-hand side")
                ? message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1)
                : message;
    }

    private static String token(String text, int offset) {
        if (offset >= text.length()) {
            return "Unexpected end of input";
        }
        char c = text.charAt(offset);
        if (c == '"' || c == '\'') {
            return "Unexpected string";
        }
        if (Lexemes.isDigit(text, offset)) {
            return "Unexpected number";
        }
        if (Lexemes.beginsWord(c)) {
            String word = text.substring(offset, Lexemes.endOfWord(text, offset));
            return isKeyword(word) ? "Unexpected token " + word : "Unexpected identifier";
        }
        Matcher punctuator = PUNCTUATOR.matcher(text).region(offset, text.length());
        return "Unexpected token " + (punctuator.lookingAt() ? punctuator.group() : "ILLEGAL");
    }

    private static final Pattern PUNCTUATOR = Pattern.compile(">>>=|\\.\\.\\.|===|!=="
            + "|\\*\\*=|<<=|>>=|>>>|&&=|\\|\\|=|\\?\\?=|=>|==|!=|<=|>=|&&|\\|\\||\\?\\?|\\?\\.|\\+\\+|--"
            + "|\\+=|-=|\\*=|/=|%=|&=|\\|=|\\^=|<<|>>|\\*\\*|[-{}()\\[\\];,<>+*/%&|^!~?:=.`#@]");

    private static boolean isKeyword(String word) {
        return List.of("""
                break case catch class const continue debugger default delete do else enum export extends finally \
                for function if import in instanceof new return super switch this throw try typeof var void while \
                with true \
                false null""".strip().split(" ", -1)).contains(word);
    }
}
