package cadastre.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RoleTest {
    /// All of it, to be read.
    private static final String TABLE = """
            RIGHT       OWNER  APPROVER  EDITOR  VIEWER
            LOOK        yes    yes       yes     yes
            SYNC        yes    yes       yes     no
            PROPOSE     yes    yes       yes     no
            APPROVE     yes    yes       no      no
            CONNECT     yes    no        no      no
            INVITE      yes    no        no      no
            AUDIT       yes    no        no      no
            ADMINISTER  yes    no        no      no
            """;

    @Test
    void eachRoleMayDoWhatTheTableSays() {
        String table = "RIGHT OWNER APPROVER EDITOR VIEWER\n"
                + Arrays.stream(Right.values())
                        .map(right -> right
                                + Arrays.stream(Role.values())
                                        .map(role -> role.may(right) ? " yes" : " no")
                                        .collect(Collectors.joining())
                                + "\n")
                        .collect(Collectors.joining());

        assertThat(table).isEqualTo(TABLE.replaceAll(" +", " "));
    }

    @Test
    void aMemberMayDoWhatItsRoleMay() {
        Membership viewer = Examples.membership(Examples.workspace(), Examples.account(), Role.VIEWER);

        assertThat(viewer.may(Right.LOOK)).isTrue();
        assertThat(viewer.may(Right.PROPOSE)).isFalse();
    }
}
