package cadastre.dns;

import java.util.ArrayList;
import java.util.List;

/// Cuts presentation format into tokens: blanks, quotes, parentheses, comments and line ends are understood
/// here and nowhere else.
///
/// Escapes stay in the tokens, because names and strings read them differently and every place must stay exact.
///
/// @rfc 1035 section 5.1
final class Lexer {
    private static final int NONE = -1;

    private final String text;
    private final boolean comments;
    private int at;
    private int line = 1;
    private int lineStart;
    private int depth;
    private int openLine;
    private int openColumn;

    /// @param comments whether `;` starts a comment; where not, it is refused outside quotes
    Lexer(String text, boolean comments) {
        this.text = text;
        this.comments = comments;
        if (text.startsWith("\ufeff")) {
            at = 1;
            lineStart = 1;
        }
    }

    /// {@return the tokens up to the end of the line, which is the last of them}
    List<Token> line() throws PresentationException {
        List<Token> tokens = new ArrayList<>();
        Token token = next();
        tokens.add(token);
        while (!token.isEnd()) {
            token = next();
            tokens.add(token);
        }
        return tokens;
    }

    private Token next() throws PresentationException {
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case ' ', '\t', '\r' -> at++;
                case '\n' -> {
                    Token end = token(Token.Kind.LINE_END, "", at);
                    at++;
                    line++;
                    lineStart = at;
                    if (depth == 0) {
                        return end;
                    }
                }
                case ';' -> skipComment();
                case '(' -> open();
                case ')' -> close();
                case '"' -> {
                    return quoted();
                }
                default -> {
                    return word();
                }
            }
        }
        if (depth > 0) {
            throw new PresentationException("a parenthesis is never closed; write ) at the end", openLine, openColumn);
        }
        return token(Token.Kind.END, "", at);
    }

    private void skipComment() throws PresentationException {
        if (!comments) {
            throw wrong("a ; outside quotes starts a comment; write the text in quotes, or \\; for a semicolon", at);
        }
        int end = text.indexOf('\n', at);
        at = end == NONE ? text.length() : end;
    }

    private void open() {
        if (depth == 0) {
            openLine = line;
            openColumn = at - lineStart + 1;
        }
        depth++;
        at++;
    }

    private void close() throws PresentationException {
        if (depth == 0) {
            throw wrong("a ) closes nothing; remove it, or write ( before it", at);
        }
        depth--;
        at++;
    }

    private Token quoted() throws PresentationException {
        int start = at;
        at = quoteEnd(start) + 1;
        if (at < text.length() && !isDelimiter(text.charAt(at)) && text.charAt(at) != '"') {
            throw wrong("text follows a closing quote; put a blank between them", at);
        }
        return token(Token.Kind.QUOTED, text.substring(start + 1, at - 1), start);
    }

    /// {@return the index of the quote that closes the one at `start`}
    private int quoteEnd(int start) throws PresentationException {
        for (int i = start + 1; i < text.length() && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == '"') {
                return i;
            }
            if (text.charAt(i) == '\\') {
                i++;
            }
        }
        throw wrong("a quoted string does not end on its line; write the closing quote", start);
    }

    private Token word() throws PresentationException {
        int start = at;
        while (at < text.length() && !isDelimiter(text.charAt(at))) {
            char c = text.charAt(at);
            if (c == '"') {
                at = quoteEnd(at) + 1;
            } else if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n') {
                at += 2;
            } else if (c < ' ' || c == 127) {
                throw wrong("a control character; write it as \\" + Octets.decimal(c), at);
            } else {
                at++;
            }
        }
        return token(Token.Kind.WORD, text.substring(start, at), start);
    }

    private static boolean isDelimiter(char c) {
        return switch (c) {
            case ' ', '\t', '\r', '\n', ';', '(', ')' -> true;
            default -> false;
        };
    }

    private Token token(Token.Kind kind, String raw, int start) {
        return new Token(kind, raw, line, start - lineStart + 1);
    }

    private PresentationException wrong(String message, int index) {
        return new PresentationException(message, line, index - lineStart + 1);
    }
}
