package cadastre.register;

import static java.util.Objects.requireNonNull;

import cadastre.dns.RRset;
import cadastre.dns.Zone;
import cadastre.plan.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What moved between what was known and what is seen, and who moved it. Pure.
public final class Comparison {
    private Comparison() {}

    /// An event with who is behind it.
    ///
    /// @param event  what
    /// @param origin who
    public record Moved(Event event, Origin origin) {
        /// Neither may be null.
        public Moved {
            requireNonNull(event, "event is null");
            requireNonNull(origin, "origin is null");
        }

        /// {@return whether somebody changed elsewhere what we look after}
        public boolean isDrift() {
            return origin instanceof Origin.Elsewhere
                    && switch (event) {
                        case Event.RRsetMoved _ -> true;
                        case Event.FactMoved(Fact fact, var _, var _) -> fact.isSetting();
                        case Event.Appeared _, Event.Vanished _, Event.Returned _, Event.ZoneSeen _ -> false;
                    };
        }
    }

    /// {@return what moved in a zone}
    ///
    /// @param known   what it held when it was last read; empty if it never was
    /// @param seen    what it holds
    /// @param written what we wrote to it since then, in the order of sending
    public static List<Moved> zone(Optional<Zone> known, Zone seen, List<Written> written) {
        if (known.isEmpty()) {
            return List.of(new Moved(new Event.ZoneSeen(seen.rrsets().size()), new Origin.FirstSight()));
        }
        List<Moved> moved = new ArrayList<>();
        for (Change change : changes(known.get(), seen)) {
            moved.add(new Moved(new Event.RRsetMoved(change), origin(change, written)));
        }
        return moved;
    }

    /// {@return what changed from `before` to `after`, in the order of the zone}
    static List<Change> changes(Zone before, Zone after) {
        List<Change> changes = new ArrayList<>();
        for (RRset was : before.rrsets()) {
            Optional<RRset> is = after.rrset(was.key());
            if (is.isEmpty()) {
                changes.add(new Change.Remove(was));
            } else if (!is.get().equals(was)) {
                changes.add(new Change.Replace(was, is.get()));
            }
        }
        for (RRset is : after.rrsets()) {
            if (before.rrset(is.key()).isEmpty()) {
                changes.add(new Change.Add(is));
            }
        }
        return changes;
    }

    private static Origin origin(Change change, List<Written> written) {
        for (Written one : written.reversed()) {
            if (one instanceof Written.ToZone write && write.explains(change)) {
                return one.origin();
            }
        }
        return new Origin.Elsewhere();
    }

    /// {@return what moved in the facts of a registration; what was not known before has not moved}
    ///
    /// @param written what we sent to its registrar since it was last looked at
    public static List<Moved> facts(Facts known, Facts seen, List<Written> written) {
        List<Moved> moved = new ArrayList<>();
        for (Fact fact : Fact.values()) {
            Optional<String> before = fact.of(known);
            Optional<String> after = fact.of(seen);
            if (before.isPresent() && !after.equals(before) && !(fact == Fact.NAME_SERVERS && after.isEmpty())) {
                Event event = new Event.FactMoved(fact, before.get(), after);
                moved.add(new Moved(event, origin(fact, after, written)));
            }
        }
        return moved;
    }

    private static Origin origin(Fact fact, Optional<String> after, List<Written> written) {
        for (Written one : written.reversed()) {
            if (one instanceof Written.ToRegistrar sent && isExplained(fact, after, sent)) {
                return one.origin();
            }
        }
        return new Origin.Elsewhere();
    }

    private static boolean isExplained(Fact fact, Optional<String> after, Written.ToRegistrar sent) {
        return switch (fact) {
            case NAME_SERVERS -> after.filter(sent::explains).isPresent();
            // Whoever sends another delegation leaves or enters LiveDNS by that.
            case SERVED_BY -> true;
            case EXPIRY, AUTO_RENEWAL, STATUS, TAGS, ORGANIZATION, REGISTRANT -> false;
        };
    }
}
