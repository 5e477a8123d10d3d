package cadastre.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolloutTest {
    @Test
    void aRolloutGoesOneWayAndComesToAnEnd() {
        for (Rollout.State from : Rollout.State.values()) {
            List<Rollout.State> next = new ArrayList<>();
            for (Rollout.State to : Rollout.State.values()) {
                if (from.leadsTo(to)) {
                    next.add(to);
                }
            }
            assertThat(next.isEmpty()).as("%s", from).isEqualTo(from.isEnd());
            assertThat(next).as("%s", from).allMatch(to -> to.compareTo(from) > 0);
        }
    }
}
