package cadastre.dns;

/// A piece of presentation format with its place.
///
/// @param kind   what it is
/// @param raw    its characters, escapes and all; of a quoted string what is between the quotes
/// @param line   1-based line of its first character (of a quoted string the quote)
/// @param column 1-based column of it, in characters
record Token(Kind kind, String raw, int line, int column) {
    enum Kind {
        /// A run of characters up to a blank; quotes inside it are part of it.
        WORD,
        /// A string in quotes.
        QUOTED,
        /// The end of a line outside parentheses.
        LINE_END,
        /// The end of the text.
        END
    }

    /// {@return whether it is the end of a line or of the text}
    boolean isEnd() {
        return kind == Kind.LINE_END || kind == Kind.END;
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && raw.equalsIgnoreCase(word);
    }

    /// {@return it as it was written}
    String written() {
        return kind == Kind.QUOTED ? '"' + raw + '"' : raw;
    }

    /// {@return it as messages cite it: in quotes and not endlessly}
    String cited() {
        String written = kind == Kind.QUOTED ? raw : written();
        return '"' + (written.length() > 60 ? written.substring(0, 57) + "..." : written) + '"';
    }

    PresentationException wrong(String message) {
        return new PresentationException(message, line, column);
    }

    /// {@return the exception for the character `index` of [#raw]}
    PresentationException wrongAt(int index, String message) {
        return new PresentationException(message, line, column + index + (kind == Kind.QUOTED ? 1 : 0));
    }
}
