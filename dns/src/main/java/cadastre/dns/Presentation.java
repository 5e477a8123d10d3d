package cadastre.dns;

import static java.util.Objects.requireNonNull;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Reads RDATA from their presentation format. Writing is [Rdata#presentation].
///
/// @rfc 1035 section 5.1
/// @rfc 3597 section 5
public final class Presentation {
    private static final String GENERIC = "\\#";

    private Presentation() {}

    /// {@return the RDATA that `text` writes}
    ///
    /// Every type may be written in its own form or in the generic one, `\# length hexadecimal`. A type
    /// without a class of its own becomes [Unknown].
    ///
    /// @param type   its type
    /// @param text   one line; parentheses may spread it over several, comments are refused
    /// @param origin what relative names in it are relative to
    /// @throws PresentationException if the text is not RDATA of that type
    public static Rdata rdata(RdataType type, String text, Name origin) throws PresentationException {
        requireNonNull(origin, "origin is null");
        return rdata(type, line(text), origin);
    }

    /// {@return what the fields of a type are called, in their order, such as `preference` and `exchange`; empty
    /// for a type without a class of its own}
    public static List<String> fieldNames(RdataType type) {
        Row<?> row = RdataTypes.rowOf(type);
        return row == null ? List.of() : row.fields().stream().map(Field::name).toList();
    }

    /// {@return the presentation format of each field, in the order of [#fieldNames]; joined by blanks they are
    /// what [#rdata] reads. For a type without a class of its own, all of it as one}
    public static List<String> fields(Rdata rdata) {
        if (rdata instanceof Unknown(var _, String text)) {
            return List.of(text);
        }
        return RdataTypes.rowOf(rdata).texts(rdata);
    }

    /// {@return the RDATA of `tokens`, of which the last is an end}
    static Rdata rdata(RdataType type, List<Token> tokens, Name origin) throws PresentationException {
        Row<?> row = RdataTypes.rowOf(type);
        if (row == null) {
            return new Unknown(type, unknownText(tokens));
        }
        if (isGeneric(tokens)) {
            Token place = tokens.get(2 < tokens.size() ? 2 : 1);
            return row.decode(new Octets.Wire(HexFormat.of().parseHex(genericDigits(tokens)), place));
        }
        return row.read(tokens, origin);
    }

    /// {@return `text` with one blank between its tokens, and the generic form in its one spelling}
    static String unknownText(String text) throws PresentationException {
        return unknownText(line(text));
    }

    private static String unknownText(List<Token> tokens) throws PresentationException {
        if (isGeneric(tokens)) {
            String digits = genericDigits(tokens);
            return (GENERIC + " " + digits.length() / 2 + " " + digits).strip();
        }
        return tokens.stream()
                .filter(token -> !token.isEnd())
                .map(Token::written)
                .collect(Collectors.joining(" "));
    }

    private static List<Token> line(String text) throws PresentationException {
        List<Token> tokens = new Lexer(text, false).line();
        Token last = tokens.getLast();
        if (last.kind() == Token.Kind.LINE_END) {
            throw last.wrong("RDATA is one line; remove the line break, or put parentheses around the RDATA");
        }
        return tokens;
    }

    private static boolean isGeneric(List<Token> tokens) {
        return tokens.getFirst().isWord(GENERIC);
    }

    /// {@return the hexadecimal digits of the generic form, in lower case}
    private static String genericDigits(List<Token> tokens) throws PresentationException {
        Token length = tokens.get(1);
        if (!Shapes.isDigits(length.raw()) || length.raw().length() > 5 || Integer.parseInt(length.raw()) > 65535) {
            throw length.wrong("\\# is followed by the number of octets, 0 to 65535, and their hexadecimal digits");
        }
        StringBuilder digits = new StringBuilder();
        for (Token token : tokens.subList(2, tokens.size() - 1)) {
            if (token.kind() == Token.Kind.QUOTED || !Shapes.isHex(token.raw())) {
                throw token.wrong("hexadecimal digits follow the length, not " + token.cited());
            }
            digits.append(token.raw());
        }
        int octets = Integer.parseInt(length.raw());
        if (digits.length() != 2 * octets) {
            throw length.wrong("the length says " + octets + " octets, which are " + 2 * octets
                    + " hexadecimal digits, but " + digits.length() + " follow");
        }
        return digits.toString().toLowerCase(Locale.ROOT);
    }
}
