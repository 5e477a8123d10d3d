package cadastre.rollout;

import static java.util.Objects.requireNonNull;

import cadastre.dns.RRset;
import cadastre.dns.Zone;
import cadastre.plan.Change;
import cadastre.plan.Plan;
import cadastre.plan.Step;
import cadastre.plan.Write;
import cadastre.plan.ZonePlan;
import cadastre.provider.DnsProvider;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import cadastre.provider.WholeZoneProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rollout of one zone's plan: proposed, approved, applied, verified.
public final class ZoneRollout {
    private ZoneRollout() {}

    /// {@return the plan, not yet approved}
    public static Proposed propose(ZonePlan plan) {
        return new Proposed(plan);
    }

    /// A plan that nobody has approved yet.
    ///
    /// @param plan what is proposed
    public record Proposed(ZonePlan plan) {
        /// It may not be null.
        public Proposed {
            requireNonNull(plan, "plan is null");
        }

        /// {@return the plan, approved; nothing if an objection stands that nobody can overrule}
        public Optional<Approved> approve() {
            return plan.isBlocked() ? Optional.empty() : Optional.of(new Approved(plan));
        }
    }

    /// A plan that may be applied.
    public static final class Approved {
        private final ZonePlan plan;
        private final String hash;

        private Approved(ZonePlan plan) {
            this.plan = plan;
            this.hash = plan.isEmpty()
                    ? ""
                    : new Plan(List.of(new Plan.Target.OfZone(plan.apex(), plan.fingerprint(), plan.changes()))).hash();
        }

        /// Sends the plan's writes, step by step. A step that fails does not stop the others.
        ///
        /// @return what was done
        /// @throws JournalException if a write could not be noted; it and all after it were not sent
        public Applied apply(DnsProvider provider, Journal journal, Audience audience) throws JournalException {
            List<Change> done = new ArrayList<>();
            boolean sent = false;
            boolean allDone = true;
            for (Step step : plan.steps()) {
                StepResult result = new StepResult.Declined();
                if (audience.next(step)) {
                    sent = true;
                    result = send(step, provider, journal);
                }
                if (result instanceof StepResult.Done) {
                    done.addAll(step.changes());
                } else {
                    allDone = false;
                }
                audience.ended(step, result);
            }
            return new Applied(plan, done, sent, allDone);
        }

        private StepResult send(Step step, DnsProvider provider, Journal journal) throws JournalException {
            for (Write write : step.writes()) {
                Journal.Entry entry = journal.intend(new Intention.OfZone(hash, plan.apex(), write));
                try {
                    carryOut(write, provider);
                } catch (ProviderException e) {
                    boolean unknown = e.reason() instanceof Reason.UnknownOutcome;
                    if (unknown && isThere(write, provider)) {
                        entry.end(Journal.Outcome.DONE, "the answer was lost; reading showed that it was carried out");
                        continue;
                    }
                    entry.end(unknown ? Journal.Outcome.UNKNOWN : Journal.Outcome.FAILED, e.getMessage());
                    return new StepResult.Failed(e);
                }
                entry.end(Journal.Outcome.DONE, "");
            }
            return new StepResult.Done();
        }

        private void carryOut(Write write, DnsProvider provider) throws ProviderException {
            switch (write) {
                case Write.Put(RRset rrset) -> provider.put(plan.apex(), rrset);
                case Write.PutName(var owner, var rrsets) -> provider.replaceName(plan.apex(), owner, rrsets);
                case Write.Remove(RRset.Key key) -> provider.remove(plan.apex(), key);
                case Write.PutZone(Zone zone) -> wholeZones(provider).replaceZone(zone);
            }
        }

        private static WholeZoneProvider wholeZones(DnsProvider provider) {
            if (provider instanceof WholeZoneProvider whole) {
                return whole;
            }
            throw new IllegalArgumentException("a plan for whole zones, and a provider that does not write them");
        }

        /// After a lost answer: whether the zone now holds what the write was to leave there.
        private boolean isThere(Write write, DnsProvider provider) {
            try {
                return write.isIn(provider.read(plan.apex()).zone());
            } catch (ProviderException e) {
                // The question stays open; the caller reports the first failure, which is the one that matters.
                return false;
            }
        }
    }

    /// A plan whose writes were sent.
    ///
    /// @param plan    what was to be done
    /// @param done    the changes of the steps that were carried out
    /// @param sent    whether anything was sent at all
    /// @param allDone whether every step was carried out
    public record Applied(ZonePlan plan, List<Change> done, boolean sent, boolean allDone) {
        /// The list is copied.
        public Applied {
            requireNonNull(plan, "plan is null");
            done = List.copyOf(done);
        }

        /// Reads the zone again, once.
        ///
        /// @return whether it holds what was carried out
        /// @throws ProviderException if it could not be read
        public Verification verify(DnsProvider provider) throws ProviderException {
            Zone now = provider.read(plan.apex()).zone();
            List<RRset.Key> left = new ArrayList<>();
            for (Change change : done) {
                if (!now.rrset(change.key()).equals(change.after())) {
                    left.add(change.key());
                }
            }
            return left.isEmpty() ? new Verification.Verified(now) : new Verification.Diverged(now, left);
        }
    }

    /// What reading back showed.
    public sealed interface Verification {
        /// {@return the zone as it was read back}
        Zone zone();

        /// All that was carried out is there.
        ///
        /// @param zone as it was read back
        record Verified(Zone zone) implements Verification {}

        /// Some of it is not there.
        ///
        /// @param zone as it was read back
        /// @param left what is not as it was written
        record Diverged(Zone zone, List<RRset.Key> left) implements Verification {
            /// The list is copied.
            public Diverged {
                left = List.copyOf(left);
            }
        }
    }
}
