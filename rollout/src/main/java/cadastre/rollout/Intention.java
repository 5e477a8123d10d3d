package cadastre.rollout;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import cadastre.plan.Plan;
import cadastre.plan.Write;

/// A write that is about to be sent.
public sealed interface Intention {
    /// {@return the zone's apex, or the registered name}
    Name target();

    /// A write to a zone.
    ///
    /// @param plan   the hash of the plan it belongs to
    /// @param target the zone's apex
    /// @param write  what is sent
    record OfZone(String plan, Name target, Write write) implements Intention {
        /// None may be null.
        public OfZone {
            requireNonNull(plan, "plan is null");
            requireNonNull(target, "target is null");
            requireNonNull(write, "write is null");
        }
    }

    /// Another delegation of a registration.
    ///
    /// @param plan   the hash of the plan it belongs to
    /// @param target the registered name
    /// @param change what is sent
    record OfRegistration(String plan, Name target, Plan.DelegationChange change) implements Intention {
        /// None may be null.
        public OfRegistration {
            requireNonNull(plan, "plan is null");
            requireNonNull(target, "target is null");
            requireNonNull(change, "change is null");
        }
    }
}
