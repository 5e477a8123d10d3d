package cadastre.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class UuidsTest {
    @Test
    void aFreshOneIsRandomAndSaysSo() {
        AccountId id = AccountId.fresh(Examples.CHANCE);

        assertThat(id.value().version()).isEqualTo(4);
        assertThat(id.value().variant()).isEqualTo(2);
        assertThat(id).isNotEqualTo(AccountId.fresh(Examples.CHANCE));
    }

    @Test
    void itHasOneSpelling() {
        WorkspaceId id = WorkspaceId.fresh(Examples.CHANCE);

        assertThat(WorkspaceId.parse(id.toString())).contains(id);
        assertThat(WorkspaceId.parse("F" + id.toString().substring(1).toUpperCase(Locale.ROOT)))
                .isEmpty();
        assertThat(WorkspaceId.parse("1-1-1-1-1")).isEmpty();
        assertThat(WorkspaceId.parse("")).isEmpty();
        assertThat(SessionId.parse(id.toString())).isPresent();
    }
}
