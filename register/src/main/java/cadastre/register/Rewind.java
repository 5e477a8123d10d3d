package cadastre.register;

import cadastre.dns.RRset;
import cadastre.dns.Zone;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns a zone back to what it was when it was last seen at or before an instant. Pure.
public final class Rewind {
    private Rewind() {}

    /// {@return the zone as it was known at `instant`; empty if it was not known yet}
    ///
    /// @param now         the zone as it is known now
    /// @param newestFirst its history, at least back to `instant`
    public static Optional<Zone> to(Instant instant, Zone now, List<HistoryEntry> newestFirst) {
        Map<RRset.Key, RRset> rrsets = new LinkedHashMap<>();
        now.rrsets().forEach(rrset -> rrsets.put(rrset.key(), rrset));
        for (HistoryEntry entry : newestFirst) {
            if (!entry.at().isAfter(instant)) {
                break;
            }
            switch (entry.moved().event()) {
                case Event.RRsetMoved(var change) ->
                    change.before()
                            .ifPresentOrElse(
                                    rrset -> rrsets.put(rrset.key(), rrset), () -> rrsets.remove(change.key()));
                case Event.ZoneSeen _ -> {
                    return Optional.empty();
                }
                case Event.Appeared _, Event.Vanished _, Event.Returned _, Event.FactMoved _ -> {}
            }
        }
        return Optional.of(Zone.of(now.apex(), rrsets.values()));
    }
}
