package cadastre.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadastre.dns.Name;
import cadastre.dns.Presentation;
import cadastre.dns.PresentationException;
import cadastre.dns.RRset;
import cadastre.dns.RdataTypes;
import cadastre.dns.Ttl;
import cadastre.dns.Zone;
import cadastre.people.Role;
import cadastre.plan.Change;
import cadastre.plan.Plan;
import cadastre.provider.Capability;
import cadastre.register.Draft;
import cadastre.register.Event;
import cadastre.register.Holding;
import cadastre.register.HoldingFilter;
import cadastre.register.Integration;
import cadastre.register.Inventory;
import cadastre.register.Origin;
import cadastre.register.Trouble;
import cadastre.registration.Delegation;
import cadastre.rollout.Intention;
import cadastre.rollout.Journal;
import cadastre.rollout.Rollout;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskEmulatorTest {
    private static final Name NEW = Name.of("new.example.tld.");

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static RRset a(Name owner, String address) {
        try {
            return new RRset(
                    owner, RdataTypes.A, new Ttl(300), List.of(Presentation.rdata(RdataTypes.A, address, Name.ROOT)));
        } catch (PresentationException e) {
            throw new AssertionError(e);
        }
    }

    private void draft(RRset rrset) {
        Holding holding = bench.example();
        Zone zone = bench.desk().zone(holding).orElseThrow();
        bench.desk().draft(holding, draft -> draft.put(rrset, zone));
    }

    private long proposed() {
        Proposal proposal = bench.desk().propose(bench.example());
        assertThat(proposal).isInstanceOf(Proposal.Proposed.class);
        return ((Proposal.Proposed) proposal).number();
    }

    private Verdict apply(long number) {
        String hash = bench.desk().rollout(number).orElseThrow().plan().hash();
        return bench.desk().apply(number, hash, "");
    }

    private Optional<RRset> atGandi(Name owner) {
        return bench.emulator.rrsets("example.tld").stream()
                .filter(one ->
                        owner.equals(Name.of(one.name().equals("@") ? "example.tld." : one.name() + ".example.tld."))
                                && one.type().equals("A"))
                .map(one -> a(owner, one.values().getFirst()))
                .findFirst();
    }

    private void elsewhere(String path, String body) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(bench.emulator.address() + "/v5/" + path))
                            .header("Authorization", "Bearer " + Bench.TOKEN)
                            .header("Content-Type", "application/json")
                            .PUT(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isBetween(200, 299);
        }
    }

    @Test
    void aTokenIsCheckedSealedAndItsDomainsAppear() {
        Integration.Id id = bench.connected();
        var card = bench.desk().card(id).orElseThrow();

        assertThat(card.integration().name()).isEqualTo("demo all");
        assertThat(card.integration().organization())
                .hasValueSatisfying(one -> assertThat(one.name()).isEqualTo("example-org"));
        assertThat(card.integration().capabilities()).contains(Set.of(Capability.values()));
        assertThat(card.integration().credential().masked()).doesNotContain("demo_all");
        assertThat(card.integration().credential().endsAt()).isPresent();
        assertThat(card.domains()).isGreaterThan(30);
        assertThat(card.status(Instant.now())).isEqualTo(Integration.Status.SYNCED);
        assertThat(bench.desk()
                        .holdings(HoldingFilter.ALL, Inventory.Order.NAME, Optional.empty(), 10)
                        .items())
                .hasSize(10);
    }

    @Test
    void aWrongTokenIsRefusedAndNothingIsKept() {
        assertThat(bench.desk().add("pat_never_seen_0000000000000000000000000"))
                .isEqualTo(new Admission.Refused(new Trouble.TokenUnknown()));
        assertThat(bench.desk().add("short")).isInstanceOf(Admission.NoToken.class);
        assertThat(bench.desk().cards()).isEmpty();
    }

    @Test
    void aChangeIsPlannedAppliedReadBackAndUndone() {
        bench.connected();
        draft(a(NEW, "192.0.2.77"));
        long number = proposed();
        assertThat(atGandi(NEW)).isEmpty();

        assertThat(bench.desk().apply(number, "another hash", "")).isEqualTo(Verdict.OTHER_PLAN);
        assertThat(apply(number)).isEqualTo(Verdict.STARTED);
        assertThat(bench.ended(number)).isEqualTo(Rollout.State.VERIFIED);
        assertThat(atGandi(NEW)).contains(a(NEW, "192.0.2.77"));
        assertThat(bench.desk().draft(bench.example()).isEmpty()).isTrue();
        assertThat(bench.desk().execution(number).orElseThrow().acts())
                .filteredOn(act -> !act.text().startsWith("Ask")) // no name server is there to be asked
                .extracting(Execution.Act::mark)
                .hasSize(4)
                .containsOnly(Execution.Mark.DONE);
        assertThat(apply(number)).isEqualTo(Verdict.NOT_WAITING);

        Proposal undo = bench.desk().undo(number);
        assertThat(undo).isInstanceOf(Proposal.Proposed.class);
        long back = ((Proposal.Proposed) undo).number();
        assertThat(bench.desk().rollout(back).orElseThrow().undoes()).isEqualTo(OptionalLong.of(number));
        assertThat(apply(back)).isEqualTo(Verdict.STARTED);
        assertThat(bench.ended(back)).isEqualTo(Rollout.State.VERIFIED);
        assertThat(atGandi(NEW)).isEmpty();
        assertThat(bench.desk().undo(number)).isInstanceOf(Proposal.Nothing.class);
    }

    @Test
    void theHistorySaysWhoAndDoesNotTakeOursForDrift() {
        bench.connected();
        draft(a(NEW, "192.0.2.77"));
        long number = proposed();
        apply(number);
        bench.ended(number);

        var entries = bench.desk()
                .history()
                .of(bench.example().id(), Optional.empty(), 10)
                .items();
        assertThat(entries.getFirst().moved().event()).isInstanceOf(Event.RRsetMoved.class);
        assertThat(entries.getFirst().moved().origin())
                .isEqualTo(new Origin.Ours(
                        bench.desk().rollout(number).orElseThrow().plan().hash(), "ada"));
        assertThat(bench.example().driftedAt()).isEmpty();
    }

    @Test
    void aZoneThatMovedSinceThePlanIsNotWritten() throws Exception {
        bench.connected();
        draft(a(NEW, "192.0.2.77"));
        long number = proposed();
        elsewhere(
                "livedns/domains/example.tld/records/other/A",
                "{\"rrset_ttl\": 300, \"rrset_values\": [\"192.0.2.9\"]}");

        assertThat(apply(number)).isEqualTo(Verdict.STARTED);
        assertThat(bench.ended(number)).isEqualTo(Rollout.State.PROPOSED);
        assertThat(atGandi(NEW)).isEmpty();
        assertThat(bench.desk().execution(number).orElseThrow().acts().getLast().mark())
                .isEqualTo(Execution.Mark.FAILED);
        assertThat(bench.desk().review(number).orElseThrow().stale()).isTrue();
        assertThat(apply(number)).isEqualTo(Verdict.STALE);

        bench.desk().discard(number);
        long again = proposed();
        assertThat(apply(again)).isEqualTo(Verdict.STARTED);
        assertThat(bench.ended(again)).isEqualTo(Rollout.State.VERIFIED);
        assertThat(atGandi(NEW)).contains(a(NEW, "192.0.2.77"));
        assertThat(bench.example().driftedAt()).isPresent();
    }

    @Test
    void whatWasWrittenSinceIsNotUndone() throws Exception {
        bench.connected();
        draft(a(NEW, "192.0.2.77"));
        long number = proposed();
        apply(number);
        bench.ended(number);
        elsewhere(
                "livedns/domains/example.tld/records/new/A", "{\"rrset_ttl\": 300, \"rrset_values\": [\"192.0.2.9\"]}");

        assertThat(bench.desk().undo(number)).isInstanceOf(Proposal.MovedOn.class);
    }

    @Test
    void anObjectionThatNobodyCanOverruleBlocks() throws Exception {
        bench.connected();
        Name owner = Name.of("mx1.example.tld.");
        RRset cname = new RRset(
                owner,
                RdataTypes.CNAME,
                new Ttl(300),
                List.of(Presentation.rdata(RdataTypes.CNAME, "elsewhere.example.net.", Name.ROOT)));
        draft(cname);
        long number = proposed();

        assertThat(bench.desk().review(number).orElseThrow().isBlocked()).isTrue();
        assertThat(apply(number)).isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void otherNameServersAreAskedForAndPendUntilTheRegistryTakesThemUp() {
        bench.connected();
        Holding holding = bench.example();
        Delegation to = new Delegation(List.of(Name.of("ns1.example.net."), Name.of("ns2.example.net.")));
        Delegation from = new Delegation(List.of(Name.of("a.example.net.")));
        bench.desk().draft(holding, draft -> draft.delegate(from, to));
        long number = proposed();
        assertThat(bench.desk().rollout(number).orElseThrow().plan().targets())
                .hasSize(1)
                .first()
                .isInstanceOf(Plan.Target.OfRegistration.class);

        assertThat(apply(number)).isEqualTo(Verdict.STARTED);
        assertThat(bench.ended(number)).isEqualTo(Rollout.State.VERIFIED);
        assertThat(bench.desk().pendingDelegation(bench.example())).contains(to);
        Bench.await(
                "the registry",
                () -> bench.desk().pendingDelegation(bench.example()).isEmpty());
        assertThat(bench.example().facts().nameServers()).containsExactly("ns1.example.net", "ns2.example.net");
    }

    @Test
    void aSnapshotIsTakenBeforeAndRestoresChosenRRsets() {
        bench.connected();
        draft(a(NEW, "192.0.2.77"));
        long number = proposed();
        apply(number);
        bench.ended(number);
        bench.desk().sync(bench.example());
        Bench.await(
                "the list of snapshots",
                () -> bench.desk().snapshots(bench.example()).stream()
                        .anyMatch(one -> one.name().startsWith("before ")));
        String snapshot = bench.desk().snapshots(bench.example()).stream()
                .filter(one -> one.name().startsWith("before "))
                .findFirst()
                .orElseThrow()
                .id();

        Proposal proposal = bench.desk().restore(bench.example(), snapshot, Set.of(new RRset.Key(NEW, RdataTypes.A)));
        long back = ((Proposal.Proposed) proposal).number();
        assertThat(bench.desk().rollout(back).orElseThrow().plan().targets())
                .singleElement()
                .isInstanceOfSatisfying(
                        Plan.Target.OfZone.class,
                        zone -> assertThat(zone.changes()).singleElement().isInstanceOf(Change.Remove.class));
        apply(back);
        assertThat(bench.ended(back)).isEqualTo(Rollout.State.VERIFIED);
        assertThat(atGandi(NEW)).isEmpty();
    }

    @Test
    void aTokenThatEndsIsToldApartAndANewOneGoesOn() {
        Integration.Id id = bench.connected();
        bench.emulator.revoke(Bench.TOKEN);
        bench.desk().sync(id);
        Bench.await(
                "the trouble",
                () -> bench.desk()
                        .card(id)
                        .orElseThrow()
                        .integration()
                        .trouble()
                        .isPresent());
        assertThat(bench.desk().card(id).orElseThrow().integration().trouble()).contains(new Trouble.TokenRevoked());
        int domains = bench.desk().card(id).orElseThrow().domains();
        assertThat(domains).isGreaterThan(30);
        assertThat(bench.desk().propose(bench.example())).isInstanceOf(Proposal.Nothing.class);

        assertThat(bench.desk().update(id, "pat_never_seen_0000000000000000000000000", false))
                .isInstanceOf(Admission.Refused.class);
        assertThat(bench.desk().update(id, Bench.TOKEN_TWO, false))
                .isInstanceOfSatisfying(
                        Admission.Doubtful.class,
                        doubtful -> assertThat(doubtful.warnings()).isNotEmpty());
        assertThat(bench.desk().card(id).orElseThrow().integration().trouble()).isPresent();
        assertThat(bench.desk().update(id, Bench.TOKEN_VIEW, true)).isInstanceOf(Admission.Admitted.class);
        Bench.await(
                "the next sync",
                () -> bench.desk()
                                .card(id)
                                .orElseThrow()
                                .integration()
                                .trouble()
                                .orElse(null)
                        instanceof Trouble.MissingPermission);
        assertThat(bench.desk().card(id).orElseThrow().domains()).isEqualTo(domains);
    }

    @Test
    void aRoleMayOnlyWhatItMay() {
        Integration.Id id = bench.connected();
        Holding holding = bench.example();
        Desk viewer = bench.deskOf(Role.VIEWER);
        Desk editor = bench.deskOf(Role.EDITOR);

        assertThat(viewer.zone(holding)).isPresent();
        assertThatThrownBy(() -> viewer.sync(id)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> viewer.draft(holding, draft -> draft)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> editor.apply(1, "", "")).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> editor.add(Bench.TOKEN_TWO)).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void nothingIsPlannedThroughAnIntegrationThatIsReadOnly() {
        Integration.Id id = bench.connected();
        draft(a(NEW, "192.0.2.77"));
        bench.desk().setReadOnly(id, true);

        assertThat(bench.desk().propose(bench.example())).isInstanceOf(Proposal.ReadOnly.class);
    }

    @Test
    void anInterruptedRolloutIsEndedByReading() throws Exception {
        bench.connected();
        draft(a(NEW, "192.0.2.77"));
        long number = proposed();
        // As after a kill between the noted intention and its outcome, with the write carried out.
        var rollouts = bench.store.compartment(bench.membership.workspace()).rollouts(Instant::now);
        rollouts.move(number, Rollout.State.PROPOSED, Rollout.State.APPLYING, Instant.now());
        rollouts.journal(number)
                .intend(new Intention.OfZone(
                        rollouts.find(number).orElseThrow().plan().hash(),
                        Bench.EXAMPLE,
                        new cadastre.plan.Write.Put(a(NEW, "192.0.2.77"))));
        elsewhere(
                "livedns/domains/example.tld/records/new/A",
                "{\"rrset_ttl\": 300, \"rrset_values\": [\"192.0.2.77\"]}");
        bench.restart();
        assertThat(bench.desk().rollout(number).orElseThrow().state()).isEqualTo(Rollout.State.APPLYING);

        bench.office.open();
        Bench.await(
                "recovery",
                () -> bench.desk().rollout(number).orElseThrow().state().isEnd());
        assertThat(bench.desk().rollout(number).orElseThrow().state()).isEqualTo(Rollout.State.VERIFIED);
        assertThat(bench.desk().review(number).orElseThrow().writes())
                .singleElement()
                .satisfies(write -> assertThat(write.outcome()).contains(Journal.Outcome.DONE));
    }

    @Test
    void aDraftThatWantsWhatIsNeedsNoPlan() {
        bench.connected();
        Holding holding = bench.example();
        Zone zone = bench.desk().zone(holding).orElseThrow();
        RRset there = zone.rrsets().getFirst();
        bench.desk().draft(holding, draft -> draft.put(there, zone));

        assertThat(bench.desk().draft(holding)).isEqualTo(Draft.empty(Bench.EXAMPLE));
        assertThat(bench.desk().propose(holding)).isInstanceOf(Proposal.Nothing.class);
    }

    @Test
    void aRolloutThatCouldNotBeReadBackIsReadLaterAndNeverUnknown() throws Exception {
        bench.close();
        // The sync, the plan and the look before applying read the zone; the fourth reading is the one after.
        Path faults = Files.writeString(folder.resolve("faults.json"), """
                {"seed": 1, "faults": [{"kind": "waf", "method": "GET",
                  "path": "/v5/livedns/domains/example.tld/records*", "after": 3, "times": 1}]}
                """);
        bench = new Bench(Files.createDirectory(folder.resolve("other")), options -> options.withFaults(faults));
        bench.connected();
        draft(a(NEW, "192.0.2.77"));
        long number = proposed();

        assertThat(apply(number)).isEqualTo(Verdict.STARTED);
        assertThat(bench.ended(number)).isEqualTo(Rollout.State.APPLYING);
        assertThat(bench.desk().execution(number).orElseThrow().acts().getLast().mark())
                .isEqualTo(Execution.Mark.FAILED);
        bench.office.open();
        Bench.await(
                "recovery",
                () -> bench.desk().rollout(number).orElseThrow().state().isEnd());
        assertThat(bench.desk().rollout(number).orElseThrow().state()).isEqualTo(Rollout.State.VERIFIED);
        assertThat(atGandi(NEW)).contains(a(NEW, "192.0.2.77"));
    }
}
