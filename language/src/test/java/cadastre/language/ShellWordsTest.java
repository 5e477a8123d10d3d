package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellWordsTest {
    @Test
    void wordsAreCutAtBlanksOutsideQuotes() throws ShellWords.Unterminated {
        assertThat(ShellWords.split("  a 'b c'\td\\ e \"f \\\" \\x $g\"h ''"))
                .containsExactly("a", "b c", "d e", "f \" \\x $gh", "");
        assertThat(ShellWords.split(" \t")).isEmpty();
    }
}
