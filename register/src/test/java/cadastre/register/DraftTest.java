package cadastre.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Zone;
import cadastre.registration.Delegation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static final Name APEX = Name.of("example.com");

    @Test
    void aDelegationThatIsAsItWasIsNoEdit() {
        Delegation from = new Delegation(List.of(Name.of("ns1.example.net"), Name.of("ns2.example.net")));
        Delegation same = new Delegation(List.of(Name.of("NS2.example.net"), Name.of("ns1.example.net")));
        Delegation other = new Delegation(List.of(Name.of("ns3.example.net")));

        assertThat(Draft.empty(APEX).delegate(from, same).isEmpty()).isTrue();
        assertThat(Draft.empty(APEX).delegate(from, other).isEmpty()).isFalse();
        assertThat(Draft.empty(APEX).delegate(from, other).keepDelegation().isEmpty())
                .isTrue();
    }

    @Test
    void whatCameTrueIsNoEditAnyMore() {
        Zone before = PassContract.zone("example.com", 1);
        RRset gone = before.rrsets().getFirst();
        RRset added = new RRset(Name.of("new.example.com"), gone.type(), gone.ttl(), gone.rdata());
        Draft draft = Draft.empty(APEX).remove(gone.key(), before).put(added, before);

        assertThat(draft.without(before)).isEqualTo(draft);
        List<RRset> rest =
                before.rrsets().stream().filter(one -> !one.equals(gone)).toList();
        assertThat(draft.without(Zone.of(APEX, rest)).edits()).containsOnlyKeys(added.key());
        assertThat(draft.without(Zone.of(
                                APEX,
                                Stream.concat(rest.stream(), Stream.of(added)).toList()))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aDraftIsOfOneZone() {
        Zone elsewhere = PassContract.zone("example.org", 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Draft.empty(APEX).put(elsewhere.rrsets().getFirst(), Zone.empty(APEX)));
        assertThatIllegalArgumentException().isThrownBy(() -> Draft.empty(APEX).settle(elsewhere));
    }
}
