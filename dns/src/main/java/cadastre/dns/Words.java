package cadastre.dns;

import java.util.List;

/// The tokens of one RDATA, taken one after the other by its fields.
final class Words implements Row.Source {
    private final Row<?> row;
    private final List<Token> tokens;
    private final Name origin;
    private int at;

    /// @param tokens the RDATA's and, last, an end
    Words(Row<?> row, List<Token> tokens, Name origin) {
        this.row = row;
        this.tokens = tokens;
        this.origin = origin;
    }

    @Override
    public <T> T next(Field<?, T> field) throws PresentationException {
        return field.shape().read(field.name(), this);
    }

    /// {@return what relative names are relative to}
    Name origin() {
        return origin;
    }

    boolean hasNext() {
        return !tokens.get(at).isEnd();
    }

    /// {@return the next token, a word or a quoted string}
    Token any(String field) throws PresentationException {
        Token token = tokens.get(at);
        if (token.isEnd()) {
            throw token.wrong(field + " is missing; " + row.outline());
        }
        at++;
        return token;
    }

    /// {@return the next token, which must not be quoted}
    Token word(String field) throws PresentationException {
        Token token = any(field);
        if (token.kind() == Token.Kind.QUOTED) {
            throw token.wrong(field + " stands in quotes; write it without");
        }
        return token;
    }

    PresentationException wrongAtEnd(String message) {
        return tokens.getLast().wrong(message);
    }

    void requireEnd() throws PresentationException {
        Token token = tokens.get(at);
        if (!token.isEnd()) {
            throw token.wrong(token.cited() + " is one word too many; " + row.outline());
        }
    }
}
