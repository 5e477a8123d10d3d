package cadastre.language;

import static java.util.Objects.requireNonNull;

/// A place in a source file.
///
/// @param file the file as it was named to us, for example `dnsconfig.js` or `lib/mail.js`
/// @param line from 1; only `\n` ends a line
/// @param column from 1, in octets of UTF-8
public record SourcePosition(String file, int line, int column) {
    /// @throws IllegalArgumentException if `line` or `column` is below 1
    public SourcePosition {
        requireNonNull(file, "file is null");
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("not a position: " + line + ":" + column);
        }
    }

    /// {@return `file:line:column`}
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
