package cadastre.store;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Zone;
import cadastre.plan.Plan;
import cadastre.plan.Planner;
import cadastre.plan.Policy;
import cadastre.plan.Step;
import cadastre.plan.ZonePlan;
import cadastre.register.Effort;
import cadastre.register.Integration;
import cadastre.register.Pass;
import cadastre.register.PassState;
import cadastre.register.Scope;
import cadastre.register.Source;
import cadastre.rollout.Audience;
import cadastre.rollout.Journal;
import cadastre.rollout.Rollout;
import cadastre.rollout.Rollouts;
import cadastre.rollout.StepResult;
import cadastre.rollout.ZoneRollout;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// The process that is killed: `Killed FOLDER pass` or `Killed FOLDER apply`. Each step is a line on standard
/// output, so that who kills it can count.
final class Killed {
    static final Name APEX = Name.of("d000.example");

    private Killed() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        try (Opened opened = new Opened(folder)) {
            FolderProvider provider = new FolderProvider(folder);
            if (args[1].equals("pass")) {
                pass(opened.compartment, provider, true);
            } else {
                apply(opened.compartment, provider);
            }
        }
        say("end");
    }

    private static void say(String what) {
        System.out.println(what);
        System.out.flush();
    }

    static PassState pass(Compartment compartment, FolderProvider provider, boolean loud) {
        Effort effort = new Effort() {
            @Override
            public long requests() {
                return 0;
            }

            @Override
            public Duration forecast(int requests) {
                return Duration.ZERO;
            }
        };
        Integration integration =
                compartment.integrations().find(Opened.INTEGRATION).orElseThrow();
        Source source = new Source(provider, provider, provider, effort);
        return Pass.over(integration, new Scope.Everything(), compartment.passes(), source, InstantSource.system())
                .run(_ -> {
                    if (loud) {
                        say("step");
                    }
                    return true;
                });
    }

    /// {@return what `apply` makes of the zone}
    static Zone desired() {
        List<RRset> rrsets = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rrsets.add(Opened.a("new" + i, APEX, i));
        }
        return Zone.of(APEX, rrsets);
    }

    private static void apply(Compartment compartment, FolderProvider provider) throws Exception {
        ZonePlan plan = Planner.plan(desired(), provider.zone(APEX), Policy.FREE);
        Plan kept = new Plan(List.of(new Plan.Target.OfZone(APEX, plan.fingerprint(), plan.changes())));
        Rollouts rollouts = compartment.rollouts(InstantSource.system());
        Rollout rollout = rollouts.propose(kept, "Ada", Instant.now(), OptionalLong.empty());
        rollouts.move(rollout.number(), Rollout.State.PROPOSED, Rollout.State.APPLYING, Instant.now());
        Journal journal = rollouts.journal(rollout.number());
        ZoneRollout.propose(plan).approve().orElseThrow().apply(provider, journal, new Audience() {
            @Override
            public boolean next(Step step) {
                return true;
            }

            @Override
            public void ended(Step step, StepResult result) {
                say("step");
            }
        });
        rollouts.move(rollout.number(), Rollout.State.APPLYING, Rollout.State.VERIFIED, Instant.now());
    }
}
