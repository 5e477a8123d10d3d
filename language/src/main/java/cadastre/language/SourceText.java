package cadastre.language;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A source file's text, in which offsets (UTF-16 units from 0) become lines and columns (octets of UTF-8
/// from 1).
///
/// Only `\n` ends a line. Not thread-safe.
final class SourceText {
    private final String file;
    private final String text;
    private int @Nullable [] lineStarts;

    SourceText(String file, String text) {
        this.file = requireNonNull(file, "file is null");
        this.text = requireNonNull(text, "text is null");
    }

    String file() {
        return file;
    }

    String text() {
        return text;
    }

    /// {@return the position of the character at `offset`, at most the text's length}
    SourcePosition position(int offset) {
        int[] starts = lineStarts();
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new SourcePosition(file, line + 1, 1 + octets(starts[line], offset));
    }

    /// {@return the offset of a place in lines and UTF-16 units, both from 1; what is outside is moved
    /// inside}
    int offset(int line, int column) {
        int[] starts = lineStarts();
        int start = starts[Math.clamp(line - 1, 0, starts.length - 1)];
        return Math.clamp(start + column - 1L, start, text.length());
    }

    /// {@return the offset of a position in this text; what is outside is moved inside}
    int offsetOf(SourcePosition position) {
        int[] starts = lineStarts();
        int offset = starts[Math.clamp(position.line() - 1, 0, starts.length - 1)];
        int octets = position.column() - 1;
        while (octets > 0 && offset < text.length() && text.charAt(offset) != '\n') {
            int c = text.codePointAt(offset);
            octets -= c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            offset += Character.charCount(c);
        }
        return offset;
    }

    private int[] lineStarts() {
        if (lineStarts == null) {
            int lines = 1 + (int) text.chars().filter(c -> c == '\n').count();
            int[] starts = new int[lines];
            int next = 1;
            for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
                starts[next++] = i + 1;
            }
            lineStarts = starts;
        }
        return lineStarts;
    }

    private int octets(int from, int to) {
        int octets = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            // Each half of a surrogate pair is half of four octets.
            octets += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return octets;
    }
}
