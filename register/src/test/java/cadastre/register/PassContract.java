package cadastre.register;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.A;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.RelativeName;
import cadastre.dns.Ttl;
import cadastre.dns.Zone;
import cadastre.provider.Capability;
import cadastre.provider.ListedRegistration;
import cadastre.provider.Reading;
import cadastre.provider.Reason;
import cadastre.provider.ServedBy;
import cadastre.testkit.MemoryPortfolio;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// What a pass does, wherever it keeps what it sees. The test of an implementation of the ports implements
/// this.
public interface PassContract {
    /// The integration of the tests.
    Integration.Id ID = new Integration.Id("int_1");

    /// The ports of one workspace.
    record Ports(Integrations integrations, Passes passes, Inventory inventory, History history) {}

    /// {@return the ports; the same ones for the whole of a test, with nothing kept at its beginning}
    Ports ports();

    /// {@return the clock of the test}
    MovedClock clock();

    /// {@return an integration of which nothing is known}
    static Integration fresh(Instant at) {
        return new Integration(
                ID,
                "Gandi",
                "GANDI_V5",
                Map.of(),
                new Credential("int_1/token", "••••3f9c", at, Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                at);
    }

    /// {@return a zone with one RRset, `www A`}
    static Zone zone(String apex, int address) {
        Name name = Name.of(apex);
        return Zone.of(name, List.of(www(name, address)));
    }

    private static RRset www(Name apex, int address) {
        A a = new A(address);
        return new RRset(RelativeName.of("www").at(apex), a.type(), new Ttl(300), List.of(a));
    }

    private static Source source(MemoryPortfolio portfolio) {
        return new Source(portfolio, portfolio, portfolio, new Effort() {
            @Override
            public long requests() {
                return portfolio.calls().size();
            }

            @Override
            public Duration forecast(int requests) {
                return Duration.ofMillis(500L * requests);
            }
        });
    }

    private static MemoryPortfolio portfolio(int domains, int pageLength) {
        MemoryPortfolio portfolio = new MemoryPortfolio(pageLength);
        for (int i = 0; i < domains; i++) {
            portfolio.hold(zone(name(i), i + 1));
        }
        return portfolio;
    }

    private static String name(int number) {
        return String.format("d%03d.example", number);
    }

    private Integration integration() {
        if (ports().integrations().find(ID).isEmpty()) {
            ports().integrations().add(fresh(clock().instant()));
        }
        return ports().integrations().find(ID).orElseThrow();
    }

    private PassState run(MemoryPortfolio portfolio, Scope scope, Predicate<Progress> watcher) {
        return Pass.over(integration(), scope, ports().passes(), source(portfolio), clock())
                .run(watcher);
    }

    private PassState run(MemoryPortfolio portfolio) {
        return run(portfolio, new Scope.Everything(), _ -> true);
    }

    private List<String> names(HoldingFilter filter) {
        return ports().inventory().holdings(filter, Inventory.Order.NAME, Optional.empty(), 1000).items().stream()
                .map(one -> one.name().withoutDot())
                .toList();
    }

    private Holding holding(String name) {
        return ports().inventory().holdings(Name.of(name)).getFirst();
    }

    private List<Event> events(String name) {
        return ports().history().of(holding(name).id(), Optional.empty(), 1000).items().reversed().stream()
                .map(entry -> entry.moved().event())
                .toList();
    }

    private Integration card() {
        return ports().integrations().find(ID).orElseThrow();
    }

    /// The requests of a first look are counted out in the specification.
    @Test
    default void aFirstLookTakesTwoRequestsThePagesAndTheZones() {
        MemoryPortfolio portfolio = portfolio(7, 3);
        portfolio.hold(Name.of("custom.example"), ServedBy.CUSTOM);

        PassState end = run(portfolio);

        assertThat(end.isFinished()).isTrue();
        assertThat(portfolio.calls()).hasSize(2 + 3 + 7);
        assertThat(end.tally()).isEqualTo(new PassState.Tally(8, 7, 0, 0, 12));
        assertThat(names(HoldingFilter.ALL)).hasSize(8);
        assertThat(ports().inventory().zone(holding("d003.example").id())).contains(zone("d003.example", 4));
        assertThat(ports().inventory().zone(holding("custom.example").id())).isEmpty();
        assertThat(events("d003.example")).containsExactly(new Event.Appeared(), new Event.ZoneSeen(1));
    }

    /// The card knows after a pass who the token is.
    @Test
    default void theCardIsTrueAfterAPass() {
        MemoryPortfolio portfolio = portfolio(1, 3);
        Instant before = clock().instant();

        run(portfolio);

        Card card = ports().integrations().card(ID, clock().instant()).orElseThrow();
        assertThat(card.domains()).isEqualTo(1);
        assertThat(card.zones()).isEqualTo(1);
        assertThat(card.pass()).isEmpty();
        assertThat(card.status(clock().instant())).isEqualTo(Integration.Status.SYNCED);
        assertThat(card.integration().organization()).contains(MemoryPortfolio.ORGANIZATION);
        assertThat(card.integration().capabilities()).contains(Set.of(Capability.values()));
        assertThat(card.integration().lastSuccess()).get().matches(at -> at.isAfter(before));
        assertThat(card.integration().credential().endsAt()).get().matches(at -> at.isAfter(before));
        assertThat(card.integration().credential().workedAt()).isPresent();
    }

    /// A second look at what did not change tells nothing new.
    @Test
    default void lookingAgainAtTheSameNotesNothing() {
        MemoryPortfolio portfolio = portfolio(5, 2);
        run(portfolio);
        List<HistoryEntry> before =
                ports().history().all(false, Optional.empty(), 1000).items();

        run(portfolio);

        assertThat(ports().history().all(false, Optional.empty(), 1000).items()).isEqualTo(before);
    }

    /// A change elsewhere is drift, with what was and what is.
    @Test
    default void aChangeElsewhereIsDriftWithBeforeAndAfter() {
        MemoryPortfolio portfolio = portfolio(2, 10);
        run(portfolio);
        Instant between = clock().instant();
        portfolio.change(zone("d001.example", 99));

        run(portfolio);

        List<HistoryEntry> drift =
                ports().history().all(true, Optional.empty(), 10).items();
        assertThat(drift).hasSize(1);
        assertThat(drift.getFirst().name()).isEqualTo(Name.of("d001.example"));
        assertThat(drift.getFirst().moved().event()).isInstanceOfSatisfying(Event.RRsetMoved.class, moved -> {
            assertThat(moved.change().before()).contains(www(Name.of("d001.example"), 2));
            assertThat(moved.change().after()).contains(www(Name.of("d001.example"), 99));
        });
        Holding.Id id = holding("d001.example").id();
        assertThat(ports().history().zoneAt(id, between)).contains(zone("d001.example", 2));
        assertThat(ports().history().zoneAt(id, clock().instant())).contains(zone("d001.example", 99));
        assertThat(ports().history().zoneAt(id, Instant.EPOCH)).isEmpty();
    }

    /// Facts that change are noted; those that are only learned are not.
    @Test
    default void aFactThatChangesIsNotedAndOneThatIsLearnedIsNot() {
        MemoryPortfolio portfolio = portfolio(1, 10);
        run(portfolio);
        run(portfolio, new Scope.Details(), _ -> true);
        assertThat(events("d000.example")).containsExactly(new Event.Appeared(), new Event.ZoneSeen(1));
        assertThat(holding("d000.example").facts().nameServers()).hasSize(3);
        portfolio.hold(Name.of("d000.example"), ServedBy.CUSTOM);

        run(portfolio);

        assertThat(events("d000.example"))
                .contains(
                        new Event.FactMoved(Fact.SERVED_BY, "livedns", Optional.of("custom")),
                        new Event.FactMoved(
                                Fact.NAME_SERVERS,
                                "ns-1-a.gandi.net, ns-2-b.gandi.net, ns-3-c.gandi.net",
                                Optional.of("ns1.example.net, ns2.example.net")));
        assertThat(ports().inventory().zone(holding("d000.example").id()))
                .as("the zone as it was last seen stays")
                .contains(zone("d000.example", 1));
    }

    /// What is stored stays, and nothing doubles, wherever a pass is left off.
    @Test
    default void aPassThatIsLeftOffAnywhereGoesOnWithoutLossOrDouble() {
        MemoryPortfolio portfolio = portfolio(7, 2);
        PassState end = run(portfolio, new Scope.Everything(), _ -> false);
        for (int rounds = 0; !end.isFinished() && rounds < 100; rounds++) {
            end = run(portfolio, new Scope.Everything(), _ -> false);
        }

        assertThat(end.isFinished()).isTrue();
        assertThat(end.number()).isEqualTo(1);
        assertThat(portfolio.calls())
                .as("no question is asked twice")
                .doesNotHaveDuplicates()
                .hasSize(2 + 4 + 7);
        assertThat(end.tally().zones()).isEqualTo(7);
        assertThat(ports().history().all(false, Optional.empty(), 1000).items()).hasSize(14);
    }

    /// A registration that is gone is archived, with all that is known of it.
    @Test
    default void whatVanishedIsArchivedNeverDeleted() {
        MemoryPortfolio portfolio = portfolio(3, 10);
        run(portfolio);
        Holding.Id id = holding("d001.example").id();
        portfolio.drop(Name.of("d001.example"));

        run(portfolio);

        assertThat(names(HoldingFilter.ALL)).containsExactly("d000.example", "d002.example");
        assertThat(names(HoldingFilter.ARCHIVED)).containsExactly("d001.example");
        assertThat(ports().inventory().zone(id)).contains(zone("d001.example", 2));
        assertThat(portfolio.calls()).contains("detail d001.example.");
        assertThat(ports().history()
                        .of(id, Optional.empty(), 1)
                        .items()
                        .getFirst()
                        .moved()
                        .event())
                .isEqualTo(new Event.Vanished());
    }

    /// What returns is the same holding, with its history.
    @Test
    default void whatReturnsIsTheSameHolding() {
        MemoryPortfolio portfolio = portfolio(2, 10);
        run(portfolio);
        Holding.Id id = holding("d001.example").id();
        portfolio.drop(Name.of("d001.example"));
        run(portfolio);
        portfolio.hold(Name.of("d001.example"), ServedBy.LIVEDNS);

        run(portfolio);

        assertThat(holding("d001.example").id()).isEqualTo(id);
        assertThat(events("d001.example")).endsWith(new Event.Vanished(), new Event.Returned());
    }

    /// Pages that move under the cursor neither hide nor archive anything.
    @Test
    default void aPageThatMovesUnderTheCursorHidesNothing() {
        MemoryPortfolio portfolio = portfolio(9, 3);
        portfolio.before("list 2", () -> portfolio.drop(Name.of("d000.example")));

        PassState end = run(portfolio);

        assertThat(end.isFinished()).isTrue();
        assertThat(names(HoldingFilter.ALL))
                .as("d003 slipped to the page before")
                .contains("d003.example")
                .hasSize(9);
        run(portfolio);
        assertThat(names(HoldingFilter.ALL)).hasSize(8).doesNotContain("d000.example");
    }

    /// Even where the total stays the same.
    @Test
    default void aKnownRegistrationThatSlipsThroughTheListIsAskedForAndStays() {
        MemoryPortfolio portfolio = portfolio(9, 3);
        run(portfolio);
        portfolio.before("list 2", () -> {
            portfolio.drop(Name.of("d000.example"));
            portfolio.hold(zone("zz.example", 1));
        });

        run(portfolio);

        assertThat(portfolio.calls()).contains("detail d003.example.");
        assertThat(names(HoldingFilter.ALL)).contains("d003.example", "zz.example");
        assertThat(names(HoldingFilter.ARCHIVED)).isEmpty();
    }

    /// A list that never comes to rest does not keep a pass from its end.
    @Test
    default void aListThatNeverRestsIsTakenAsItWasSeen() {
        MemoryPortfolio portfolio = portfolio(4, 2);
        for (int walk = 0; walk < 5; walk++) {
            String more = "x" + walk + ".example";
            keepMoving(portfolio, more);
        }

        assertThat(run(portfolio).isFinished()).isTrue();
        assertThat(portfolio.calls().stream().filter("list 1"::equals).count()).isEqualTo(3);
    }

    private static void keepMoving(MemoryPortfolio portfolio, String name) {
        portfolio.before("list 2", () -> {
            portfolio.hold(zone(name, 1));
            keepMoving(portfolio, "x" + name);
        });
    }

    /// An empty list is a token that sees nothing; it archives nothing.
    @Test
    default void anEmptyListArchivesNothing() {
        MemoryPortfolio portfolio = portfolio(2, 10);
        run(portfolio);
        Optional<Instant> success = card().lastSuccess();
        portfolio.drop(Name.of("d000.example"));
        portfolio.drop(Name.of("d001.example"));

        run(portfolio);

        assertThat(names(HoldingFilter.ALL)).hasSize(2);
        assertThat(card().trouble()).contains(new Trouble.NoDomains());
        assertThat(card().lastSuccess()).isEqualTo(success);
    }

    /// A zone that cannot be read is not emptied.
    @Test
    default void aZoneThatCannotBeReadStaysAsItWas() {
        MemoryPortfolio portfolio = portfolio(2, 10);
        run(portfolio);
        portfolio.fail("read d001.example.", new Reason.NotFound(Reason.Missing.ZONE));

        PassState end = run(portfolio);

        assertThat(end.isFinished()).isTrue();
        assertThat(end.tally().zonesFailed()).isEqualTo(1);
        Holding holding = holding("d001.example");
        assertThat(holding.zone().trouble()).contains(new Trouble.NotOnLiveDns(Name.of("d001.example")));
        assertThat(holding.zone().rrsets()).isEqualTo(1);
        assertThat(ports().inventory().zone(holding.id())).contains(zone("d001.example", 2));
        portfolio.heal();
        run(portfolio);
        assertThat(holding("d001.example").zone().trouble()).isEmpty();
    }

    /// One zone on which the provider fails does not stop the others.
    @Test
    default void oneZoneThatFailsDoesNotStopTheOthers() {
        MemoryPortfolio portfolio = portfolio(3, 10);
        portfolio.fail("read d000.example.", new Reason.Broken(500));

        PassState end = run(portfolio);

        assertThat(end.isFinished()).isTrue();
        assertThat(end.tally().zones()).isEqualTo(2);
        assertThat(holding("d000.example").zone().trouble()).containsInstanceOf(Trouble.Outage.class);
    }

    /// A provider that fails everywhere stops the pass, which then asks again for all it failed on.
    @Test
    default void anOutageStopsThePassAndLosesNothing() {
        MemoryPortfolio portfolio = portfolio(8, 10);
        for (int i = 0; i < 8; i++) {
            portfolio.fail("read " + name(i) + ".", new Reason.Broken(503));
        }

        PassState stopped = run(portfolio);

        assertThat(stopped.stopped()).isTrue();
        assertThat(stopped.trouble()).contains(new Trouble.Outage(503));
        assertThat(card().trouble()).contains(new Trouble.Outage(503));
        assertThat(portfolio.calls().stream()
                        .filter(call -> call.startsWith("read"))
                        .count())
                .isEqualTo(5);
        portfolio.heal();

        PassState end = run(portfolio);

        assertThat(end.number()).isEqualTo(stopped.number());
        assertThat(end.tally().zones()).isEqualTo(8);
        assertThat(end.tally().zonesFailed()).isZero();
        assertThat(card().trouble()).isEmpty();
    }

    /// A token that dies in the middle is told from an outage, and what was read stays.
    @Test
    default void aTokenThatDiesInTheMiddleStopsThePass() {
        MemoryPortfolio portfolio = portfolio(4, 10);
        run(portfolio);
        clock().advance(Duration.ofDays(301));
        portfolio.before("read d002.example.", () -> portfolio.fail("introspect", new Reason.Unauthorized(401)));
        portfolio.fail("read d002.example.", new Reason.Unauthorized(403));

        PassState stopped = run(portfolio);

        assertThat(stopped.stopped()).isTrue();
        assertThat(card().trouble()).containsInstanceOf(Trouble.TokenRevoked.class);
        assertThat(names(HoldingFilter.ALL)).hasSize(4);
        assertThat(ports().inventory().zone(holding("d003.example").id())).isPresent();
    }

    /// A token without the permission for zones still keeps the list up to date.
    @Test
    default void withoutThePermissionForZonesTheListIsStillRead() {
        MemoryPortfolio portfolio = portfolio(3, 10);
        portfolio.says(Optional.of(MemoryPortfolio.capableOf(Capability.DOMAIN_READ)));
        for (int i = 0; i < 3; i++) {
            portfolio.fail("read " + name(i) + ".", new Reason.Unauthorized(403));
        }

        PassState end = run(portfolio);

        assertThat(end.isFinished()).isTrue();
        assertThat(names(HoldingFilter.ALL)).hasSize(3);
        assertThat(portfolio.calls().stream()
                        .filter(call -> call.startsWith("read"))
                        .count())
                .isEqualTo(1);
        assertThat(card().trouble()).contains(new Trouble.MissingPermission(Set.of(Capability.DNS_READ)));
        assertThat(card().lastSuccess()).isPresent();
    }

    /// A token that was never seen working may be mistyped.
    @Test
    default void aTokenThatNeverWorkedIsUnknown() {
        MemoryPortfolio portfolio = portfolio(1, 10);
        portfolio.fail("introspect", new Reason.Unauthorized(401));

        PassState stopped = run(portfolio);

        assertThat(stopped.stopped()).isTrue();
        assertThat(card().trouble()).contains(new Trouble.TokenUnknown());
        assertThat(portfolio.calls()).containsExactly("introspect");
    }

    /// An interrupted thread leaves what is kept as it was.
    @Test
    default void anInterruptedPassGoesOnLater() {
        MemoryPortfolio portfolio = portfolio(3, 10);
        portfolio.fail("read d001.example.", new Reason.Interrupted());

        PassState left = run(portfolio);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(left.isFinished()).isFalse();
        assertThat(left.stopped()).isFalse();
        portfolio.heal();
        assertThat(run(portfolio).tally().zones()).isEqualTo(3);
    }

    /// One domain is looked at whole: its page, its zone, its snapshots.
    @Test
    default void oneDomainIsLookedAtWhole() throws Exception {
        MemoryPortfolio portfolio = portfolio(3, 10);
        run(portfolio);
        portfolio.takeSnapshot(Name.of("d001.example"), "before the move");
        portfolio.change(zone("d001.example", 50));
        Holding.Id id = holding("d001.example").id();
        int before = portfolio.calls().size();

        PassState end = run(portfolio, new Scope.OneDomain(id, Name.of("d001.example")), _ -> true);

        assertThat(end.isFinished()).isTrue();
        assertThat(portfolio.calls().subList(before, portfolio.calls().size()))
                .containsExactly("detail d001.example.", "read d001.example.", "snapshots d001.example.");
        assertThat(ports().inventory().zone(id)).contains(zone("d001.example", 50));
        assertThat(ports().inventory().snapshots(id))
                .singleElement()
                .matches(one -> one.name().equals("before the move"));
        assertThat(holding("d001.example").facts().privacy().hidesAddress()).contains(true);
    }

    /// Own pages are read once, and again after seven days.
    @Test
    default void ownPagesAreReadOnceInSevenDays() {
        MemoryPortfolio portfolio = portfolio(3, 10);
        run(portfolio);
        assertThat(run(portfolio, new Scope.Details(), _ -> true).tally().details())
                .isEqualTo(3);
        assertThat(run(portfolio, new Scope.Details(), _ -> true).tally().details())
                .isZero();
        clock().advance(Duration.ofDays(8));
        assertThat(run(portfolio, new Scope.Details(), _ -> true).tally().details())
                .isEqualTo(3);
    }

    /// A reading that was asked for before the one that is kept is not kept.
    @Test
    default void anOlderReadingDoesNotReplaceANewerOne() {
        MemoryPortfolio portfolio = portfolio(1, 10);
        run(portfolio);
        Holding.Id id = holding("d000.example").id();
        Instant early = clock().instant();
        Instant late = clock().instant();
        ports().inventory().observe(id, reading(zone("d000.example", 70)), late, clock().instant());

        ports().inventory().observe(id, reading(zone("d000.example", 60)), early, clock().instant());

        assertThat(ports().inventory().zone(id)).contains(zone("d000.example", 70));
    }

    private static Reading reading(Zone zone) {
        return new Reading(zone, List.of(), List.of());
    }

    /// The progress is honest: what is left, and how long the budget makes it wait.
    @Test
    default void theProgressTellsWhatIsLeft() {
        MemoryPortfolio portfolio = portfolio(4, 2);
        List<Progress> seen = new ArrayList<>();

        run(portfolio, new Scope.Everything(), seen::add);

        assertThat(seen.getFirst().ahead())
                .as("nothing is known before the first page")
                .isEmpty();
        Progress first = seen.get(1);
        assertThat(first.domainsTotal()).isEqualTo(OptionalInt.of(4));
        assertThat(first.ahead()).contains(new Progress.Ahead(4, 0, 5, Duration.ofMillis(2500)));
        Progress end = seen.getLast();
        assertThat(end.state().isFinished()).isTrue();
        assertThat(end.ahead()).contains(new Progress.Ahead(0, 0, 0, Duration.ZERO));
    }

    /// Before a later pass starts it says what it will take.
    @Test
    default void aLaterPassSaysBeforeItStartsWhatItTakes() {
        MemoryPortfolio portfolio = portfolio(4, 2);
        run(portfolio);

        Pass pass = Pass.over(integration(), new Scope.Everything(), ports().passes(), source(portfolio), clock());

        assertThat(pass.progress().ahead()).contains(new Progress.Ahead(4, 0, 7, Duration.ofMillis(3500)));
    }

    /// The list is complete also where no total is said.
    @Test
    default void aListWithoutATotalIsRead() {
        MemoryPortfolio portfolio = portfolio(5, 2);
        portfolio.hideTotal();

        assertThat(run(portfolio).tally().domains()).isEqualTo(5);
    }

    /// Locks and tags are sets: their order is no change.
    @Test
    default void theOrderOfLocksIsNoChange() {
        MemoryPortfolio portfolio = new MemoryPortfolio(10);
        portfolio.hold(locked("clientTransferProhibited", "clientHold"));
        run(portfolio);
        portfolio.hold(locked("clientHold", "clientTransferProhibited"));

        run(portfolio);

        assertThat(events("locked.example")).containsExactly(new Event.Appeared());
    }

    private static ListedRegistration locked(String... status) {
        return new ListedRegistration(
                Name.of("locked.example"),
                ServedBy.CUSTOM,
                List.of("ns1.example.net"),
                true,
                List.of(status),
                List.of(),
                Map.of(),
                "ada",
                "example-org",
                "Ada Example");
    }
}
