package cadastre.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import cadastre.dns.Zone;
import cadastre.plan.Planner;
import cadastre.plan.Policy;
import cadastre.register.Card;
import cadastre.register.Event;
import cadastre.register.Holding;
import cadastre.register.HoldingFilter;
import cadastre.register.Inventory;
import cadastre.register.PassState;
import cadastre.rollout.Intention;
import cadastre.rollout.NotedWrite;
import cadastre.rollout.Recovery;
import cadastre.rollout.Rollout;
import cadastre.rollout.Rollouts;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// kill -9 in the middle: nothing is lost, nothing is doubled, and it is known how far it came.
class KillTest {
    private static final int DOMAINS = 60;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static Zone zone(int number) {
        Name apex = Name.of(String.format("d%03d.example", number));
        return Zone.of(apex, List.of(Opened.a("www", apex, number), Opened.a("old", apex, number)));
    }

    /// Runs a process until it has said so many lines, and kills it, with SIGKILL.
    ///
    /// @return whether it was still running
    private boolean killAfter(String verb, int steps) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        folder.toString(),
                        verb)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            for (int i = 1; i < steps && line != null && !line.equals("end"); i++) {
                line = lines.readLine();
            }
            boolean running = line != null && !line.equals("end");
            process.destroyForcibly();
            process.waitFor();
            return running;
        }
    }

    @Test
    void aPassThatIsKilledGoesOnWithoutLossOrDouble() throws Exception {
        FolderProvider provider = new FolderProvider(folder);
        for (int i = 0; i < DOMAINS; i++) {
            provider.hold(zone(i));
        }
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int kills = 0;
        for (int round = 0; round < 4; round++) {
            kills += killAfter("pass", 1 + random.nextInt(20)) ? 1 : 0;
        }
        assertThat(kills).as("seed %s", seed).isEqualTo(4);
        try (Opened opened = new Opened(folder)) {
            Card card = opened.compartment
                    .integrations()
                    .card(Opened.INTEGRATION, Instant.now())
                    .orElseThrow();
            assertThat(card.pass())
                    .as("the card tells that it goes on, seed %s", seed)
                    .isPresent();
            assertThat(opened.compartment.passes().unfinished()).hasSize(1);

            PassState end = Killed.pass(opened.compartment, provider, false);

            assertThat(end.number()).as("one pass, seed %s", seed).isEqualTo(1);
            assertThat(end.tally().domains()).as("seed %s", seed).isEqualTo(DOMAINS);
            assertThat(end.tally().zones()).as("seed %s", seed).isEqualTo(DOMAINS);
            List<Holding> all = opened.compartment
                    .inventory()
                    .holdings(HoldingFilter.ALL, Inventory.Order.NAME, Optional.empty(), 1000)
                    .items();
            assertThat(all).hasSize(DOMAINS);
            for (int i = 0; i < DOMAINS; i++) {
                assertThat(opened.compartment.inventory().zone(all.get(i).id())).contains(zone(i));
                assertThat(opened.compartment
                                .history()
                                .of(all.get(i).id(), Optional.empty(), 100)
                                .items())
                        .as("seed %s", seed)
                        .extracting(one -> one.moved().event())
                        .containsExactly(new Event.ZoneSeen(2), new Event.Appeared());
            }
        }
    }

    @Test
    void aRolloutThatIsKilledIsKnownAndFinished() throws Exception {
        FolderProvider provider = new FolderProvider(folder);
        provider.hold(zone(0));
        try (Opened opened = new Opened(folder)) {
            Killed.pass(opened.compartment, provider, false);
        }
        long seed = System.nanoTime();
        assertThat(killAfter("apply", 5 + new Random(seed).nextInt(30)))
                .as("seed %s", seed)
                .isTrue();

        try (Opened opened = new Opened(folder)) {
            Rollouts rollouts = opened.compartment.rollouts(InstantSource.system());
            Rollout rollout = rollouts.applying().getFirst();
            List<NotedWrite> writes = rollouts.writes(rollout.number());
            Zone now = provider.zone(Killed.APEX);
            everyWriteWasNotedBeforeItWasSent(writes, now, seed);

            Recovery recovery = Recovery.settle(rollout, Map.of(Killed.APEX, now), rollouts, Instant.now())
                    .get(Killed.APEX);
            assertThat(recovery).as("seed %s", seed).isInstanceOf(Recovery.Resumable.class);
            assertThat(rollouts.applying()).isEmpty();
            assertThat(rollouts.find(rollout.number()).map(Rollout::state)).contains(Rollout.State.INCOMPLETE);
            assertThat(rollouts.writes(rollout.number()))
                    .allMatch(write -> write.outcome().isPresent());

            Instant asked = Instant.now();
            Holding.Id id = opened.compartment
                    .inventory()
                    .holdings(Killed.APEX)
                    .getFirst()
                    .id();
            opened.compartment.inventory().observe(id, provider.read(Killed.APEX), asked, Instant.now());
            assertThat(opened.compartment
                            .history()
                            .all(true, Optional.empty(), 100)
                            .items())
                    .as("what was carried out is ours, not drift; seed %s", seed)
                    .isEmpty();
            assertThat(Planner.plan(Killed.desired(), now, Policy.FREE).changes())
                    .as("planning again finishes it, seed %s", seed)
                    .containsExactlyInAnyOrderElementsOf(((Recovery.Resumable) requireNonNull(recovery)).left());
        }
    }

    private static void everyWriteWasNotedBeforeItWasSent(List<NotedWrite> writes, Zone now, long seed) {
        Set<Object> noted = new HashSet<>();
        for (NotedWrite write : writes) {
            noted.add(((Intention.OfZone) write.intention()).write().owner());
        }
        now.rrsets().stream()
                .filter(rrset -> rrset.owner().labels().getFirst().startsWith("new"))
                .forEach(rrset -> assertThat(noted).as("seed %s", seed).contains(rrset.owner()));
        assertThat(writes.stream().filter(write -> write.outcome().isEmpty()).count())
                .as("at most the last one is open, seed %s", seed)
                .isLessThanOrEqualTo(1);
    }
}
