package cadastre.register;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Zone;
import cadastre.plan.Planner;
import cadastre.plan.Policy;
import cadastre.testkit.Zones;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The laws of drafts, on zones made by chance. The seed of a failure is in its message.
class DraftLawTest {
    private static final Name APEX = Name.of("example.com");
    private static final int CASES = 500;

    /// The draft that edits one zone into another.
    private static Draft draft(Zone from, Zone to) {
        Draft draft = Draft.empty(APEX);
        for (RRset rrset : from.rrsets()) {
            draft = draft.remove(rrset.key(), from);
        }
        for (RRset rrset : to.rrsets()) {
            draft = draft.put(rrset, from);
        }
        return draft;
    }

    @Test
    void aDraftWantsWhatWasEdited() {
        for (long seed = 0; seed < CASES; seed++) {
            Zones zones = new Zones(seed, APEX);
            Zone observed = zones.next();
            Zone wanted = zones.near(observed);

            Draft draft = draft(observed, wanted);

            assertThat(draft.settle(observed)).as("seed %s", seed).isEqualTo(new Draft.Settled(wanted, List.of()));
            assertThat(draft.edits())
                    .as("seed %s: only what differs is an edit", seed)
                    .hasSameSizeAs(Planner.plan(wanted, observed, Policy.FREE).changes());
        }
    }

    @Test
    void editingBackLeavesNoEdit() {
        for (long seed = 0; seed < CASES; seed++) {
            Zones zones = new Zones(seed, APEX);
            Zone observed = zones.next();
            Draft draft = draft(observed, zones.near(observed));
            for (RRset rrset : observed.rrsets()) {
                draft = draft.put(rrset, observed);
            }
            for (RRset.Key key : draft.edits().keySet()) {
                draft = draft.remove(key, observed);
            }

            assertThat(draft.isEmpty()).as("seed %s", seed).isTrue();
        }
    }

    @Test
    void aDraftTouchesOnlyWhatWasEditedWhateverHappensMeanwhile() {
        for (long seed = 0; seed < CASES; seed++) {
            Zones zones = new Zones(seed, APEX);
            Zone observed = zones.next();
            Draft draft = draft(observed, zones.near(observed));
            Zone now = zones.near(observed);

            Draft.Settled settled = draft.settle(now);

            for (RRset rrset : now.rrsets()) {
                if (!draft.edits().containsKey(rrset.key())) {
                    assertThat(settled.desired().rrset(rrset.key()))
                            .as("seed %s", seed)
                            .contains(rrset);
                }
            }
            draft.edits().forEach((key, edit) -> {
                Optional<RRset> is = now.rrset(key);
                assertThat(settled.moved().contains(key))
                        .as("draft %s", key)
                        .isEqualTo(!is.equals(edit.before()) && !is.equals(edit.after()));
                assertThat(settled.desired().rrset(key)).isEqualTo(edit.after());
            });
        }
    }
}
