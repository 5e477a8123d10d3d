package cadastre.console;

import cadastre.desk.Desk;
import cadastre.dns.Name;
import cadastre.plan.Change;
import cadastre.register.Event;
import cadastre.register.HistoryEntry;
import cadastre.register.Origin;
import cadastre.rollout.Rollout;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A line of a domain's history as a page shows it.
///
/// @param at     when it was seen
/// @param domain whose it is
/// @param title  what
/// @param before what was; perhaps none
/// @param after  what is; perhaps none
/// @param by     who is behind it
/// @param change the address of the rollout; empty if it was not ours
/// @param tone   how it is marked
public record HistoryLine(
        When at,
        String domain,
        String title,
        List<String> before,
        List<String> after,
        String by,
        String change,
        Frame.Tone tone) {
    private static final int LATEST = 200;

    /// The lists are copied.
    public HistoryLine {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    static List<HistoryLine> all(List<HistoryEntry> entries, Desk desk, Instant now) {
        Map<String, Long> rollouts = new HashMap<>();
        boolean ours = entries.stream().anyMatch(one -> one.moved().origin() instanceof Origin.Ours);
        if (ours) {
            for (Rollout rollout : desk.rollouts(Optional.empty(), OptionalLong.empty(), LATEST)) {
                rollouts.putIfAbsent(rollout.plan().hash(), rollout.number());
            }
        }
        return entries.stream().map(one -> of(one, rollouts, now)).toList();
    }

    private static HistoryLine of(HistoryEntry entry, Map<String, Long> rollouts, Instant now) {
        Origin origin = entry.moved().origin();
        Long rollout = origin instanceof Origin.Ours(String plan, var _) ? rollouts.get(plan) : null;
        String change = rollout == null ? "" : "/changes/" + rollout;
        Frame.Tone tone = entry.moved().isDrift() ? Frame.Tone.WARN : Frame.Tone.PLAIN;
        Parts parts = parts(entry.moved().event(), entry.name());
        return new HistoryLine(
                When.ago(entry.at(), now),
                entry.name().unicode(),
                parts.title(),
                parts.before(),
                parts.after(),
                DomainRow.by(origin),
                change,
                tone);
    }

    private record Parts(String title, List<String> before, List<String> after) {
        static Parts title(String title) {
            return new Parts(title, List.of(), List.of());
        }
    }

    private static Parts parts(Event event, Name apex) {
        return switch (event) {
            case Event.Appeared _ -> Parts.title("The domain was seen for the first time");
            case Event.Vanished _ -> Parts.title("The domain is no longer there; it is archived");
            case Event.Returned _ -> Parts.title("The domain is there again");
            case Event.ZoneSeen(int rrsets) ->
                Parts.title("The zone was read for the first time: " + Say.count(rrsets, "RRset", "RRsets"));
            case Event.FactMoved(var fact, String before, Optional<String> after) ->
                new Parts(
                        fact.label(),
                        before.isEmpty() ? List.of() : List.of(before),
                        after.filter(text -> !text.isEmpty()).stream().toList());
            case Event.RRsetMoved(Change change) ->
                new Parts(
                        verb(change) + " " + RecordRow.owner(change.key().owner(), apex) + " "
                                + change.key().type(),
                        change.before().map(RecordRow::texts).orElse(List.of()),
                        change.after().map(RecordRow::texts).orElse(List.of()));
        };
    }

    private static String verb(Change change) {
        return switch (change) {
            case Change.Add _ -> "Added";
            case Change.Replace _ -> "Changed";
            case Change.Remove _ -> "Removed";
        };
    }
}
