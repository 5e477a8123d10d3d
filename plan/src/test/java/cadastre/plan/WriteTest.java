package cadastre.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.A;
import cadastre.dns.Cname;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RelativeName;
import cadastre.dns.Ttl;
import cadastre.dns.Txt;
import cadastre.dns.Zone;
import java.util.List;
import org.junit.jupiter.api.Test;

class WriteTest {
    private static final Name APEX = Name.of("example.com");

    private static RRset rrset(String owner, Rdata rdata) {
        return new RRset(RelativeName.of(owner).at(APEX), rdata.type(), new Ttl(300), List.of(rdata));
    }

    private static Zone zone(RRset... rrsets) {
        return Zone.of(APEX, List.of(rrsets));
    }

    @Test
    void aZoneHoldsWhatAWriteLeavesOrNot() {
        RRset a = rrset("www", new A(1));
        RRset other = rrset("www", new A(2));
        RRset text = rrset("www", Txt.ofText("t"));
        RRset cname = rrset("www", new Cname(Name.of("host.example.net")));

        assertThat(new Write.Put(a).isIn(zone(a, text))).isTrue();
        assertThat(new Write.Put(a).isIn(zone(other))).isFalse();
        assertThat(new Write.Remove(a.key()).isIn(zone(text))).isTrue();
        assertThat(new Write.Remove(a.key()).isIn(zone(other))).isFalse();
        assertThat(new Write.PutName(cname.owner(), List.of(cname)).isIn(zone(cname)))
                .isTrue();
        assertThat(new Write.PutName(a.owner(), List.of(a)).isIn(zone(a, text)))
                .as("something else is still there")
                .isFalse();
        assertThat(new Write.PutZone(zone(a)).isIn(zone(a))).isTrue();
        assertThat(new Write.PutZone(zone(a)).isIn(zone(a, text))).isFalse();
    }
}
