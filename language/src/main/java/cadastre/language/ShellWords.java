package cadastre.language;

import java.util.ArrayList;
import java.util.List;

/// A command line cut into words as a shell does, with quotes and backslashes but without any expansion.
final class ShellWords {
    private ShellWords() {}

    /// A quote without its end.
    static final class Unterminated extends Exception {
        private static final long serialVersionUID = 1L;

        Unterminated(String what) {
            super("Unterminated " + what);
        }
    }

    static List<String> split(String line) throws Unterminated {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case ' ', '\t', '\n', '\r' -> {
                    if (inWord) {
                        words.add(word.toString());
                        word.setLength(0);
                        inWord = false;
                    }
                }
                case '\'' -> {
                    int end = line.indexOf('\'', i + 1);
                    if (end < 0) {
                        throw new Unterminated("single-quoted string");
                    }
                    word.append(line, i + 1, end);
                    inWord = true;
                    i = end;
                }
                case '"' -> {
                    i = doubleQuoted(line, i + 1, word);
                    inWord = true;
                }
                case '\\' -> {
                    if (++i >= line.length()) {
                        throw new Unterminated("backslash-escape");
                    }
                    word.append(line.charAt(i));
                    inWord = true;
                }
                default -> {
                    word.append(c);
                    inWord = true;
                }
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    // Inside, a backslash only escapes what would otherwise have a meaning.
    private static int doubleQuoted(String line, int start, StringBuilder word) throws Unterminated {
        for (int i = start; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                return i;
            }
            if (c == '\\' && i + 1 < line.length() && "\"\\$`\n".indexOf(line.charAt(i + 1)) >= 0) {
                word.append(line.charAt(++i));
            } else {
                word.append(c);
            }
        }
        throw new Unterminated("double-quoted string");
    }
}
