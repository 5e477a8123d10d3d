package cadastre.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PresentationExceptionTest {
    @Test
    void thePlaceStandsBeforeTheMessage() {
        PresentationException e = new PresentationException("a dot is missing", 3, 14);
        assertThat(e.describe()).isEqualTo("3:14: a dot is missing");
        assertThat(e).hasMessage("a dot is missing");
        assertThat(e.movedTo(5, 1)).hasMessage("a dot is missing").hasCause(e);
        assertThat(e.movedTo(5, 1).describe()).isEqualTo("5:1: a dot is missing");
    }
}
