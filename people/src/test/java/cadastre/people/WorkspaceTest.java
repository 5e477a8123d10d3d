package cadastre.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WorkspaceTest {
    @Test
    void aNameIsOneLine() {
        assertThat(Workspace.cleaned(" Example Ltd ")).contains("Example Ltd");
        assertThat(Workspace.cleaned("")).isEmpty();
        assertThat(Workspace.cleaned(" \n")).isEmpty();
        assertThat(Workspace.cleaned("two\nlines")).isEmpty();
        assertThat(Workspace.cleaned("a".repeat(100))).isPresent();
        assertThat(Workspace.cleaned("a".repeat(101))).isEmpty();
    }

    @Test
    void aWorkspaceHasACleanName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Workspace(WorkspaceId.fresh(Examples.CHANCE), " Example", Examples.NOW))
                .withMessage(Workspace.RULE);
    }
}
