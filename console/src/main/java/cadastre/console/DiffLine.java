package cadastre.console;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Zone;
import cadastre.plan.Change;
import cadastre.plan.Planner;
import cadastre.plan.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A line of a difference: one record, or two that stand in each other's place.
///
/// @param kind  `a` added, `c` changed, `d` removed
/// @param sign  the same as a sign
/// @param word  the same as a word, for those who do not see the sign
/// @param key   of its RRset, in one word
/// @param owner relative to the apex; empty if it is that of the line before
/// @param ttl   in seconds, or `a → b`; empty if it is that of the line before
/// @param type  its mnemonic; empty if it is that of the line before
/// @param from  what goes; empty if nothing
/// @param to    what comes; empty if nothing
public record DiffLine(
        String kind,
        String sign,
        String word,
        String key,
        String owner,
        String ttl,
        String type,
        String from,
        String to) {
    /// {@return what makes one zone as the other}
    static List<DiffLine> between(Zone now, Zone then) {
        return of(Planner.plan(then, now, Policy.FREE).changes(), now.apex());
    }

    /// {@return the lines of changes}
    static List<DiffLine> of(List<Change> changes, Name apex) {
        List<DiffLine> lines = new ArrayList<>();
        for (Change change : changes) {
            lines.addAll(of(change, apex));
        }
        return lines;
    }

    private static List<DiffLine> of(Change change, Name apex) {
        List<String> before =
                new ArrayList<>(change.before().map(RecordRow::texts).orElse(List.of()));
        List<String> after =
                new ArrayList<>(change.after().map(RecordRow::texts).orElse(List.of()));
        List<String> same = new ArrayList<>(before);
        same.retainAll(after);
        before.removeAll(same);
        after.removeAll(same);
        String kind = switch (change) {
            case Change.Add _ -> "a";
            case Change.Replace _ -> "c";
            case Change.Remove _ -> "d";
        };
        List<DiffLine> lines = new ArrayList<>();
        int rows = Math.max(Math.max(before.size(), after.size()), 1);
        for (int i = 0; i < rows; i++) {
            boolean first = i == 0;
            RecordRow.Key key = RecordRow.Key.of(change.key(), apex);
            boolean onlyTtl = before.isEmpty() && after.isEmpty();
            lines.add(new DiffLine(
                    kind,
                    kind.equals("a") ? "+" : kind.equals("d") ? "−" : "±",
                    kind.equals("a") ? "added" : kind.equals("d") ? "removed" : "changed",
                    key.word(),
                    first ? RecordRow.owner(change.key().owner(), apex) : "",
                    first ? ttl(change) : "",
                    first ? key.type() : "",
                    i < before.size() ? before.get(i) : "",
                    i < after.size() ? after.get(i) : onlyTtl ? String.join(", ", same) : ""));
        }
        return lines;
    }

    private static String ttl(Change change) {
        Optional<Integer> before = change.before().map(DiffLine::seconds);
        Optional<Integer> after = change.after().map(DiffLine::seconds);
        if (before.isPresent() && after.isPresent() && !before.equals(after)) {
            return before.get() + " → " + after.get();
        }
        return String.valueOf(after.or(() -> before).orElseThrow());
    }

    private static int seconds(RRset rrset) {
        return rrset.ttl().seconds();
    }
}
