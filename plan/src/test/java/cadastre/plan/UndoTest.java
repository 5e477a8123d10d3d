package cadastre.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.A;
import cadastre.dns.Cname;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RelativeName;
import cadastre.dns.Ttl;
import cadastre.dns.Zone;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The laws are in `UndoLawTest`, where zones are made by chance.
class UndoTest {
    private static final Name APEX = Name.of("example.com");

    private static RRset rrset(String owner, Rdata rdata) {
        return new RRset(RelativeName.of(owner).at(APEX), rdata.type(), new Ttl(300), List.of(rdata));
    }

    @Test
    void aNameThatSomebodyElseTookIsObjectedTo() {
        RRset cname = rrset("www", new Cname(Name.of("host.example.net")));
        RRset a = rrset("www", new A(1));
        Zone now = Zone.of(APEX, List.of(a));

        Undo undo = Undo.of(List.of(new Change.Remove(cname)), now);

        assertThat(undo.reverts()).containsExactly(new Change.Add(cname));
        assertThat(Planner.plan(undo.desired(), now, Policy.FREE).isBlocked()).isTrue();
    }
}
