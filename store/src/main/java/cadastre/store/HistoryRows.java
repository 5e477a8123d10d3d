package cadastre.store;

import cadastre.dns.Name;
import cadastre.plan.Change;
import cadastre.register.Comparison.Moved;
import cadastre.register.Event;
import cadastre.register.Fact;
import cadastre.register.HistoryEntry;
import cadastre.register.Holding;
import cadastre.register.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Events as rows of `history`.
final class HistoryRows {
    private static final String ELSEWHERE = "elsewhere";
    private static final String OURS = "ours";
    private static final String FIRST_SIGHT = "first sight";

    private HistoryRows() {}

    /// Notes events in the order of their happening, and on the holding its last change.
    ///
    /// @param events by holding
    static void note(Handle handle, String workspace, List<Noted> events, Instant at) {
        if (events.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into history (workspace_id, domain_id, at, kind, subject, was, became, origin, plan, author,
                  drift)
                values (:workspace, :domain, :at, :kind, :subject, :was, :became, :origin, :plan, :author, :drift)
                """);
        for (Noted one : events) {
            Origin origin = one.moved().origin();
            batch.bind("workspace", workspace)
                    .bind("domain", one.domain())
                    .bind("at", Columns.micros(at))
                    .bind("origin", origin(origin))
                    .bind("plan", origin instanceof Origin.Ours ours ? ours.plan() : null)
                    .bind("author", origin instanceof Origin.Ours ours ? ours.by() : null)
                    .bind("drift", Columns.flag(one.moved().isDrift()));
            bind(batch, one.moved().event());
            batch.add();
        }
        batch.execute();
        touch(handle, workspace, events, at);
    }

    /// An event of a holding.
    ///
    /// @param domain the holding
    /// @param moved  the event
    record Noted(long domain, Moved moved) {}

    private static void bind(PreparedBatch batch, Event event) {
        switch (event) {
            case Event.Appeared _ -> bind(batch, "appeared", null, null, null);
            case Event.Vanished _ -> bind(batch, "vanished", null, null, null);
            case Event.Returned _ -> bind(batch, "returned", null, null, null);
            case Event.FactMoved(Fact fact, String before, Optional<String> after) ->
                bind(batch, "fact", fact.name(), before, after.orElse(null));
            case Event.ZoneSeen(int rrsets) -> bind(batch, "zone seen", Integer.toString(rrsets), null, null);
            case Event.RRsetMoved(Change change) ->
                bind(
                        batch,
                        "rrset",
                        change.key().owner().lowerCase() + " " + change.key().type(),
                        change.before().map(RRsetText::of).orElse(null),
                        change.after().map(RRsetText::of).orElse(null));
        }
    }

    private static void bind(
            PreparedBatch batch, String kind, @Nullable String subject, @Nullable String was, @Nullable String became) {
        batch.bind("kind", kind).bind("subject", subject).bind("was", was).bind("became", became);
    }

    private static void touch(Handle handle, String workspace, List<Noted> events, Instant at) {
        PreparedBatch changed = handle.prepareBatch("""
                update domains
                set changed_at = :at, changed_plan = :plan, changed_by = :author,
                    drifted_at = case when :drift = 1 then :at else drifted_at end
                where id = :domain and workspace_id = :workspace
                """);
        for (Noted one : events) {
            if (isChange(one.moved())) {
                Origin origin = one.moved().origin();
                changed.bind("at", Columns.micros(at))
                        .bind("plan", origin instanceof Origin.Ours ours ? ours.plan() : null)
                        .bind("author", origin instanceof Origin.Ours ours ? ours.by() : null)
                        .bind("drift", Columns.flag(one.moved().isDrift()))
                        .bind("domain", one.domain())
                        .bind("workspace", workspace)
                        .add();
            }
        }
        if (changed.size() > 0) {
            changed.execute();
        }
    }

    private static boolean isChange(Moved moved) {
        return switch (moved.event()) {
            case Event.RRsetMoved _, Event.FactMoved _ -> true;
            case Event.Appeared _, Event.Vanished _, Event.Returned _, Event.ZoneSeen _ -> false;
        };
    }

    private static String origin(Origin origin) {
        return switch (origin) {
            case Origin.FirstSight _ -> FIRST_SIGHT;
            case Origin.Elsewhere _ -> ELSEWHERE;
            case Origin.Ours _ -> OURS;
        };
    }

    /// {@return the line of a row of `history` with the name of its domain}
    static HistoryEntry entry(ResultSet row) throws SQLException {
        String text = row.getString("origin");
        Origin origin = switch (text) {
            case FIRST_SIGHT -> new Origin.FirstSight();
            case ELSEWHERE -> new Origin.Elsewhere();
            case OURS -> new Origin.Ours(row.getString("plan"), row.getString("author"));
            default -> throw unknown("an origin", text);
        };
        return new HistoryEntry(
                row.getLong("number"),
                new Holding.Id(row.getLong("domain_id")),
                Name.of(row.getString("name")),
                Columns.instant(row, "at"),
                new Moved(event(row), origin));
    }

    private static Event event(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return switch (kind) {
            case "appeared" -> new Event.Appeared();
            case "vanished" -> new Event.Vanished();
            case "returned" -> new Event.Returned();
            case "fact" ->
                new Event.FactMoved(
                        Fact.valueOf(row.getString("subject")), row.getString("was"), Columns.maybeText(row, "became"));
            case "zone seen" -> new Event.ZoneSeen(Integer.parseInt(row.getString("subject")));
            case "rrset" -> new Event.RRsetMoved(change(row));
            default -> throw unknown("an event", kind);
        };
    }

    private static Change change(ResultSet row) throws SQLException {
        Optional<String> was = Columns.maybeText(row, "was");
        Optional<String> became = Columns.maybeText(row, "became");
        if (was.isEmpty()) {
            return new Change.Add(RRsetText.parseOne(became.orElseThrow()));
        }
        if (became.isEmpty()) {
            return new Change.Remove(RRsetText.parseOne(was.get()));
        }
        return new Change.Replace(RRsetText.parseOne(was.get()), RRsetText.parseOne(became.get()));
    }

    private static IllegalStateException unknown(String what, String text) {
        return new IllegalStateException("the database holds " + what + " of another version: " + text);
    }
}
