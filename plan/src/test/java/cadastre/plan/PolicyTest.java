package cadastre.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.A;
import cadastre.dns.Cname;
import cadastre.dns.Mx;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RdataTypes;
import cadastre.dns.RelativeName;
import cadastre.dns.Ttl;
import cadastre.dns.Txt;
import cadastre.dns.Zone;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final Name APEX = Name.of("example.com");

    private static RRset rrset(String owner, Rdata... rdata) {
        return new RRset(RelativeName.of(owner).at(APEX), rdata[0].type(), new Ttl(300), List.of(rdata));
    }

    private static Zone zone(RRset... rrsets) {
        return Zone.of(APEX, List.of(rrsets));
    }

    private static Absence absence(String owner, Rdata rdata) {
        return new Absence(new RRset.Key(RelativeName.of(owner).at(APEX), rdata.type()), rdata);
    }

    private static Zone after(Zone desired, Zone actual, Policy policy) {
        return Planner.plan(desired, actual, policy).applyTo(actual);
    }

    @Test
    void anAbsentRecordGoesWhileItsNeighboursStay() {
        Zone actual = zone(rrset("www", new A(1), new A(2)), rrset("@", new Mx(10, Name.of("Mail.example.net"))));
        Policy policy = Policy.FREE
                .withNoPurge(true)
                .withAbsent(Set.of(
                        absence("www", new A(2)),
                        absence("@", new Mx(10, Name.of("mail.example.net"))),
                        absence("nowhere", new A(3))));

        ZonePlan plan = Planner.plan(zone(), actual, policy);

        assertThat(plan.applyTo(actual)).isEqualTo(zone(rrset("www", new A(1))));
        assertThat(plan.kept()).containsExactly(rrset("www", new A(1)));
    }

    @Test
    void whatIsDeclaredOrLeftToOthersIsNotMadeAbsent() {
        Zone actual = zone(rrset("www", new A(1)), rrset("other", new A(2)));
        Policy policy = Policy.FREE
                .withNoPurge(true)
                .withIgnored(List.of(new IgnoreRule(Glob.of("other"), Set.of(), Glob.of("*"))), false)
                .withAbsent(Set.of(absence("www", new A(1)), absence("other", new A(2))));

        assertThat(after(zone(rrset("www", new A(1))), actual, policy)).isEqualTo(actual);
    }

    @Test
    void withoutRegistryRecordsNothingStaysBecauseOfExternalDns() {
        Zone actual = zone(rrset("app", new A(1)), rrset("a-app", Txt.ofText("something else")));

        assertThat(after(zone(), actual, Policy.FREE.withExternalDns("")).isEmpty())
                .isTrue();
    }

    @Test
    void whatExternalDnsLooksAfterStaysBesideWhatIsDeclared() {
        Zone actual = zone(
                rrset("app", new A(1)),
                rrset("app", Txt.ofText("ours")),
                rrset("a-app", Txt.ofText("heritage=external-dns,x"), Txt.ofText("ours")));
        Zone desired = zone(rrset("app", new A(9)));

        assertThat(after(desired, actual, Policy.FREE.withExternalDns("")))
                .isEqualTo(
                        zone(rrset("app", new A(1), new A(9)), rrset("a-app", Txt.ofText("heritage=external-dns,x"))));
    }

    @Test
    void aRegistryRecordWithoutATypeIsAboutAllThatExternalDnsMakes() {
        ExternalDns registry = ExternalDns.of(zone(rrset("app", Txt.ofText("heritage=external-dns"))), "");

        assertThat(registry.owns(rrset("APP", new A(1)).key())).isTrue();
        assertThat(registry.owns(rrset("app", new Cname(APEX)).key())).isTrue();
        assertThat(registry.owns(rrset("app", Txt.ofText("x")).key())).isFalse();
        assertThat(registry.owns(rrset("other", new A(1)).key())).isFalse();
    }

    @Test
    void theFormsOfRegistryNamesAreToldApart() {
        assertOwned("a-app", "", "app", "A", "AAAA");
        assertOwned("aaaa-app", "", "app", "AAAA", "A");
        assertOwned("cname.app", "", "app", "CNAME", "A");
        assertOwned("a-app.sub", "", "app.sub", "A", "MX");
        assertOwned("a-*", "", "*", "A", "MX");
        assertOwned("K8S-mx-app", "k8s-", "app", "MX", "A");
        assertOwned("k8s-a", "k8s-", "@", "A", "MX");
        assertOwned("k8s-", "k8s-", "@", "MX", "TXT");
        assertOwned("k8s-app", "k8s-", "app", "SRV", "TXT");
        assertOwned("a", "", "a", "A", "TXT");
    }

    private static void assertOwned(String registry, String prefix, String owner, String type, String not) {
        ExternalDns external = ExternalDns.of(zone(rrset(registry, Txt.ofText("heritage=external-dns"))), prefix);
        Name name = RelativeName.of(owner).at(APEX);
        assertThat(external.owns(new RRset.Key(name, RdataTypes.of(type))))
                .as(registry + " is about " + type + " of " + owner)
                .isTrue();
        assertThat(external.owns(new RRset.Key(name, RdataTypes.of(not))))
                .as(registry + " is not about " + not)
                .isFalse();
    }
}
