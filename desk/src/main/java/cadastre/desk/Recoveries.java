package cadastre.desk;

import cadastre.dns.Name;
import cadastre.dns.Zone;
import cadastre.people.WorkspaceId;
import cadastre.plan.Plan;
import cadastre.provider.ProviderException;
import cadastre.register.Holding;
import cadastre.register.Integration;
import cadastre.rollout.Recovery;
import cadastre.rollout.Rollout;
import cadastre.store.Compartment;
import cadastre.store.Store;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ends rollouts that were interrupted: reads their zones, and notes what was carried out. Thread-safe.
final class Recoveries {
    private static final System.Logger LOG = System.getLogger(Recoveries.class.getName());

    private final Store store;
    private final Lines lines;
    private final Plans plans;
    private final Executions executions;
    private final Trail trail;
    private final Bulletin bulletin;
    private final InstantSource clock;

    Recoveries(
            Store store,
            Lines lines,
            Plans plans,
            Executions executions,
            Trail trail,
            Bulletin bulletin,
            InstantSource clock) {
        this.store = store;
        this.lines = lines;
        this.plans = plans;
        this.executions = executions;
        this.trail = trail;
        this.bulletin = bulletin;
        this.clock = clock;
    }

    /// Ends what can be ended now. What cannot, because the provider does not answer, stays as it is and is tried
    /// again the next time.
    void run(WorkspaceId workspace) {
        Compartment compartment = store.compartment(workspace);
        for (Rollout rollout : compartment.rollouts(clock).applying()) {
            if (!executions.isRunning(workspace, rollout.number())) {
                recover(workspace, compartment, rollout);
            }
        }
    }

    private void recover(WorkspaceId workspace, Compartment compartment, Rollout rollout) {
        try {
            Map<Name, Zone> zones = new HashMap<>();
            for (Plan.Target target : rollout.plan().targets()) {
                if (target instanceof Plan.Target.OfZone(Name apex, var _, var _)) {
                    Optional<Zone> zone = read(workspace, compartment, apex);
                    if (zone.isEmpty()) {
                        return;
                    }
                    zones.put(apex, zone.get());
                }
            }
            Map<Name, Recovery> recoveries =
                    Recovery.settle(rollout, zones, compartment.rollouts(clock), clock.instant());
            trail.note(
                    workspace,
                    "plan.recover",
                    rollout.plan().targets().getFirst().name().withoutDot(),
                    Map.of(
                            "plan",
                            rollout.plan().hash(),
                            "found",
                            recoveries.values().toString()));
            bulletin.post(Topics.rollout(workspace, rollout.number()));
        } catch (ProviderException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "rollout {0} was interrupted and its zone cannot be read yet: {1}",
                    rollout.number(),
                    e.getMessage());
        }
    }

    private Optional<Zone> read(WorkspaceId workspace, Compartment compartment, Name apex) throws ProviderException {
        List<Holding> holdings = compartment.inventory().holdings(apex).stream()
                .filter(one -> !one.isArchived())
                .toList();
        if (holdings.isEmpty()) {
            return Optional.empty();
        }
        Holding holding = holdings.getFirst();
        Optional<Integration> integration = compartment.integrations().find(holding.integration());
        if (integration.isEmpty()) {
            return Optional.empty();
        }
        Line line = lines.of(new Reference(workspace, holding.integration()), integration.get());
        return Optional.of(plans.read(compartment, holding, line));
    }
}
