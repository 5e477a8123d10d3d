package cadastre.plan;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import cadastre.registration.Delegation;
import java.util.List;

/// A plan as it is saved, shown and approved: what changes, target by target, each with the fingerprint of what it was
/// made
/// from.
///
/// @param targets in the order of application; empty if nothing changes
public record Plan(List<Target> targets) {
    /// The list is copied.
    public Plan {
        targets = List.copyOf(targets);
    }

    /// Something that changes as a whole.
    public sealed interface Target {
        /// {@return the zone's apex, or the registered name}
        Name name();

        /// {@return the fingerprint of what the changes were made from; not part of the hash}
        String fingerprint();

        /// The RRset changes of a zone.
        ///
        /// @param name        its apex
        /// @param fingerprint of the zone that was read
        /// @param changes     in the order of application, at least one
        record OfZone(Name name, String fingerprint, List<Change> changes) implements Target {
            /// @throws IllegalArgumentException if there is no change
            public OfZone {
                requireNonNull(name, "name is null");
                requireNonNull(fingerprint, "fingerprint is null");
                changes = List.copyOf(changes);
                if (changes.isEmpty()) {
                    throw new IllegalArgumentException("a target changes");
                }
            }
        }

        /// The changes of a registration.
        ///
        /// @param name        the registered name
        /// @param fingerprint of the registration that was read
        /// @param delegation  what happens to its delegation
        record OfRegistration(Name name, String fingerprint, DelegationChange delegation) implements Target {
            /// None may be null.
            public OfRegistration {
                requireNonNull(name, "name is null");
                requireNonNull(fingerprint, "fingerprint is null");
                requireNonNull(delegation, "delegation is null");
            }
        }
    }

    /// Another set of name servers at the registry.
    ///
    /// @param from what is
    /// @param to   what shall be
    public record DelegationChange(Delegation from, Delegation to) {
        /// @throws IllegalArgumentException if nothing changes
        public DelegationChange {
            if (from.equals(to)) {
                throw new IllegalArgumentException("the delegation does not change");
            }
        }
    }

    /// {@return whether nothing changes}
    public boolean isEmpty() {
        return targets.isEmpty();
    }

    /// {@return what this plan is called: SHA-256, as 64 hexadecimal digits, over the RFC 8785 JSON of its targets and
    /// changes,
    /// without fingerprints, so that every door gives the same changes the same hash}
    ///
    /// @rfc 8785 section 3
    public String hash() {
        return PlanJson.hash(this);
    }

    /// {@return it as JSON, one line}
    public String toJson() {
        return PlanJson.write(this, true);
    }

    /// {@return the plan that `json` holds}
    ///
    /// @throws PlanFormatException if it is no plan, with the place
    public static Plan parse(String json) throws PlanFormatException {
        return PlanJson.read(json);
    }
}
