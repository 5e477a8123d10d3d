package cadastre.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cadastre.dns.A;
import cadastre.dns.Alias;
import cadastre.dns.Cname;
import cadastre.dns.Mx;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RelativeName;
import cadastre.dns.Ttl;
import cadastre.dns.Txt;
import cadastre.dns.Zone;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Name APEX = Name.of("example.com");

    private static Name name(String relative) {
        return RelativeName.of(relative).at(APEX);
    }

    private static RRset rrset(String owner, Rdata... rdata) {
        return new RRset(name(owner), rdata[0].type(), new Ttl(300), List.of(rdata));
    }

    private static Zone zone(RRset... rrsets) {
        return Zone.of(APEX, List.of(rrsets));
    }

    private static ZonePlan plan(Zone desired, Zone actual) {
        return Planner.plan(desired, actual, Policy.FREE);
    }

    private static List<String> owners(ZonePlan plan) {
        return plan.steps().stream().map(step -> step.owner().withoutDot()).toList();
    }

    @Test
    void aNameIsSpelledAsItIsStored() {
        Zone actual = zone(rrset("WWW", new A(1)));

        ZonePlan plan = plan(zone(rrset("www", new A(2)), rrset("www", Txt.ofText("new"))), actual);

        assertThat(plan.steps()).hasSize(1);
        assertThat(plan.steps().getFirst().writes())
                .allSatisfy(write ->
                        assertThat(write.owner().isSpelledLike(name("WWW"))).isTrue());
    }

    @Test
    void aCnameTakesANameInOneWrite() {
        ZonePlan plan = plan(
                zone(rrset("x", new Cname(Name.of("host.example.net.")))),
                zone(rrset("x", new A(1)), rrset("x", Txt.ofText("t"))));

        assertThat(plan.steps()).hasSize(1);
        assertThat(plan.steps().getFirst().writes())
                .containsExactly(
                        new Write.PutName(name("x"), List.of(rrset("x", new Cname(Name.of("host.example.net."))))));
        assertThat(plan.changes()).hasSize(3);
    }

    @Test
    void aCnameLeavesANameInOneWrite() {
        ZonePlan plan = plan(zone(rrset("x", new A(1))), zone(rrset("x", new Cname(Name.of("host.example.net.")))));

        assertThat(plan.steps().getFirst().writes())
                .containsExactly(new Write.PutName(name("x"), List.of(rrset("x", new A(1)))));
    }

    @Test
    void anAliasTakesTheApexInOneWriteThatHoldsWhatStays() {
        RRset mx = rrset("@", new Mx(10, Name.of("mail.example.net.")));
        RRset alias = rrset("@", new Alias(Name.of("host.example.net.")));

        ZonePlan plan = plan(zone(alias, mx), zone(rrset("@", new A(1)), mx));

        assertThat(plan.steps().getFirst().writes()).containsExactly(new Write.PutName(APEX, List.of(alias, mx)));
    }

    @Test
    void otherwiseEachRRsetIsAWriteAndRemovalsComeLast() {
        ZonePlan plan = plan(
                zone(rrset("x", new A(2)), rrset("x", new Mx(5, Name.of("m.example.net.")))),
                zone(rrset("x", new A(1)), rrset("x", Txt.ofText("t"))));

        assertThat(plan.steps()).hasSize(1);
        assertThat(plan.steps().getFirst().writes())
                .containsExactly(
                        new Write.Put(rrset("x", new A(2))),
                        new Write.Put(rrset("x", new Mx(5, Name.of("m.example.net.")))),
                        new Write.Remove(rrset("x", Txt.ofText("t")).key()));
    }

    @Test
    void aNewNameIsAStepForEachType() {
        ZonePlan plan = plan(zone(rrset("x", Txt.ofText("t")), rrset("x", new A(1))), zone());

        assertThat(plan.steps())
                .extracting(step -> step.changes().getFirst().key().type().mnemonic())
                .containsExactly("A", "TXT");
    }

    @Test
    void aTargetIsMadeBeforeItIsPointedAt() {
        ZonePlan plan =
                plan(zone(rrset("a", new Cname(name("z"))), rrset("z", new A(1)), rrset("b", new A(1))), zone());

        assertThat(owners(plan)).containsExactly("b.example.com", "z.example.com", "a.example.com");
    }

    @Test
    void aTargetIsRemovedAfterWhatPointedAtIt() {
        ZonePlan plan = plan(zone(), zone(rrset("a", new A(1)), rrset("z", new Cname(name("a")))));

        assertThat(owners(plan)).containsExactly("z.example.com", "a.example.com");
    }

    @Test
    void whatAWildcardMakesCountsAsMade() {
        ZonePlan plan = plan(zone(rrset("a", new Cname(name("q.w"))), rrset("*.w", new A(1))), zone());

        assertThat(owners(plan)).containsExactly("*.w.example.com", "a.example.com");
    }

    @Test
    void aCircleIsNamedAndKeepsItsOrder() {
        ZonePlan plan = plan(zone(rrset("a", new Cname(name("b"))), rrset("b", new Cname(name("a")))), zone());

        assertThat(plan.circular()).containsExactly(name("a"), name("b"));
        assertThat(owners(plan)).containsExactly("a.example.com", "b.example.com");
    }

    @Test
    void noPurgeKeepsWhatNobodyDeclared() {
        RRset old = rrset("x", Txt.ofText("t"));

        ZonePlan plan = Planner.plan(zone(rrset("x", new A(1))), zone(old), Policy.FREE.withNoPurge(true));

        assertThat(plan.kept()).containsExactly(old);
        assertThat(plan.changes()).containsExactly(new Change.Add(rrset("x", new A(1))));
    }

    @Test
    void anIgnoredRecordStaysBesideDeclaredOnesOfItsRRset() {
        IgnoreRule rule = new IgnoreRule(Glob.of("*"), Set.of("A"), Glob.of("0.0.0.7"));

        ZonePlan plan = Planner.plan(
                zone(rrset("x", new A(1))),
                zone(rrset("x", new A(7), new A(8)), rrset("y", new A(7))),
                Policy.FREE.withIgnored(List.of(rule), false));

        assertThat(plan.changes())
                .containsExactly(new Change.Replace(rrset("x", new A(7), new A(8)), rrset("x", new A(1), new A(7))));
        assertThat(plan.ignored()).containsExactly(rrset("x", new A(7)), rrset("y", new A(7)));
    }

    @Test
    void declaringWhatIsIgnoredIsRefusedUnlessAllowed() {
        IgnoreRule rule = new IgnoreRule(Glob.of("x"), Set.of(), Glob.of("*"));
        Zone desired = zone(rrset("x", new A(1)));
        Zone actual = zone(rrset("x", new A(2)));

        ZonePlan refused = Planner.plan(desired, actual, Policy.FREE.withIgnored(List.of(rule), false));
        ZonePlan allowed = Planner.plan(desired, actual, Policy.FREE.withIgnored(List.of(rule), true));

        assertThat(refused.objections())
                .containsExactly(new Objection.DeclaredAndIgnored(List.of(rrset("x", new A(1))), false));
        assertThat(refused.isBlocked()).isTrue();
        assertThat(allowed.changes())
                .containsExactly(new Change.Replace(rrset("x", new A(2)), rrset("x", new A(1), new A(2))));
    }

    @Test
    void noPurgeBesideANewCnameIsRefused() {
        ZonePlan plan = Planner.plan(
                zone(rrset("x", new Cname(Name.of("h.example.")))),
                zone(rrset("x", Txt.ofText("t"))),
                Policy.FREE.withNoPurge(true));

        assertThat(plan.isBlocked()).isTrue();
        assertThat(plan.objections().getFirst().message()).isEqualTo("at x.example.com a CNAME would stand beside TXT");
    }

    @Test
    void whatIsProtectedStaysAndSaysSo() {
        RRset old = rrset("x", new A(1));

        ZonePlan plan =
                Planner.plan(zone(rrset("x", new A(2))), zone(old), Policy.FREE.withProtected(Set.of(old.key())));

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.objections()).containsExactly(new Objection.Protected(old.key()));
        assertThat(plan.isBlocked()).isFalse();
    }

    @Test
    void aZoneThatSuddenlyReadsAsEmptyIsObjectedTo() {
        ZonePlan plan = Planner.plan(zone(rrset("x", new A(1))), zone(), Policy.FREE.withFilledBefore(true));

        assertThat(plan.objections()).containsExactly(new Objection.EmptyRead(APEX));
        assertThat(plan.isBlocked()).isFalse();
    }

    @Test
    void anAliasInASignedZoneIsRefused() {
        Zone desired = zone(rrset("@", new Alias(Name.of("h.example."))));

        assertThat(Planner.plan(desired, zone(), Policy.FREE.withSigned(true)).isBlocked())
                .isTrue();
        assertThat(Planner.plan(desired, zone(), Policy.FREE).isBlocked()).isFalse();
    }

    @Test
    void zonesOfTwoApexesHaveNoPlan() {
        assertThatIllegalArgumentException().isThrownBy(() -> plan(zone(), Zone.empty(Name.of("example.org"))));
    }
}
