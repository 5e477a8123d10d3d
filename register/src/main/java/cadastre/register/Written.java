package cadastre.register;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Zone;
import cadastre.plan.Change;
import cadastre.plan.Write;
import cadastre.registration.Delegation;
import java.util.List;
import java.util.Optional;

/// Something that we wrote, or were about to, since we last looked.
public sealed interface Written {
    /// {@return whose it is}
    Origin.Ours origin();

    /// A write to a zone.
    ///
    /// @param origin whose it is
    /// @param write  what was sent
    record ToZone(Origin.Ours origin, Write write) implements Written {
        /// Neither may be null.
        public ToZone {
            requireNonNull(origin, "origin is null");
            requireNonNull(write, "write is null");
        }

        /// {@return whether it explains that `change` was seen}
        boolean explains(Change change) {
            RRset.Key key = change.key();
            Optional<RRset> after = change.after();
            return switch (write) {
                case Write.Put(RRset rrset) -> after.equals(Optional.of(rrset));
                case Write.PutName(Name owner, List<RRset> rrsets) ->
                    owner.equals(key.owner())
                            && after.equals(rrsets.stream()
                                    .filter(rrset -> rrset.key().equals(key))
                                    .findFirst());
                case Write.Remove(RRset.Key removed) -> removed.equals(key) && after.isEmpty();
                case Write.PutZone(Zone zone) -> after.equals(zone.rrset(key));
            };
        }
    }

    /// A delegation.
    ///
    /// @param origin     whose it is
    /// @param delegation what was sent
    record ToRegistrar(Origin.Ours origin, Delegation delegation) implements Written {
        /// Neither may be null.
        public ToRegistrar {
            requireNonNull(origin, "origin is null");
            requireNonNull(delegation, "delegation is null");
        }

        /// {@return whether it explains that the name servers are these}
        boolean explains(String nameServers) {
            List<String> names =
                    delegation.nameServers().stream().map(Name::withoutDot).toList();
            return Fact.set(names).equalsIgnoreCase(nameServers);
        }
    }
}
