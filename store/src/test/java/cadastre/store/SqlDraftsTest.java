package cadastre.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cadastre.dns.Name;
import cadastre.dns.Zone;
import cadastre.register.Draft;
import cadastre.register.Drafts;
import cadastre.register.Holding;
import cadastre.registration.Delegation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlDraftsTest {
    private static final Name APEX = Name.of("example.com");

    @Test
    void aDraftIsKeptUntilItIsEmptyOrDiscarded(@TempDir Path folder) {
        try (Opened opened = new Opened(folder)) {
            Zone zone = Zone.of(APEX, List.of(Opened.a("www", APEX, 1), Opened.a("mail", APEX, 2)));
            Holding.Id id = opened.hold(zone);
            Drafts drafts = opened.compartment.drafts();
            Draft draft = Draft.empty(APEX)
                    .put(Opened.a("www", APEX, 9), zone)
                    .put(Opened.a("new", APEX, 3), zone)
                    .remove(Opened.a("mail", APEX, 2).key(), zone)
                    .delegate(
                            new Delegation(List.of(Name.of("ns1.example.net"))),
                            new Delegation(List.of(Name.of("ns2.example.net"))));

            drafts.keep(id, "Ada", draft, Opened.START);
            drafts.keep(id, "Bob", draft.keepDelegation(), Opened.START.plusSeconds(1));

            assertThat(drafts.find(id, "Ada")).contains(new Drafts.Kept(id, "Ada", draft, Opened.START));
            assertThat(drafts.of("Bob"))
                    .containsExactly(new Drafts.Kept(id, "Bob", draft.keepDelegation(), Opened.START.plusSeconds(1)));
            drafts.keep(id, "Ada", Draft.empty(APEX), Opened.START);
            assertThat(drafts.find(id, "Ada")).isEmpty();
            assertThat(drafts.discard(id, "Bob")).isTrue();
            assertThat(drafts.discard(id, "Bob")).isFalse();
        }
    }

    @Test
    void aDraftBelongsToAHoldingOfItsName(@TempDir Path folder) {
        try (Opened opened = new Opened(folder)) {
            Holding.Id id = opened.hold(Zone.empty(Name.of("example.org")));
            Draft draft = Draft.empty(APEX).put(Opened.a("www", APEX, 9), Zone.empty(APEX));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> opened.compartment.drafts().keep(id, "Ada", draft, Opened.START));
        }
    }
}
