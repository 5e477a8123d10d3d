package cadastre.store;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.RdataTypes;
import cadastre.dns.Zone;
import cadastre.plan.Plan;
import cadastre.plan.Write;
import cadastre.register.Origin;
import cadastre.register.Written;
import cadastre.registration.Delegation;
import cadastre.rollout.Intention;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// Intentions as rows of `journal`.
final class JournalRows {
    private static final String PUT = "put";
    private static final String PUT_NAME = "put name";
    private static final String PUT_ZONE = "put zone";
    private static final String REMOVE = "remove";
    private static final String DELEGATE = "delegate";

    private JournalRows() {}

    /// {@return what we wrote to a zone or registration, or were about to, at an instant or later}
    static List<Written> written(Handle handle, String workspace, Name target, long since) {
        return handle.createQuery("""
                        select j.plan, j.target, j.kind, j.subject, j.rrsets, r.author
                        from journal j join rollouts r on r.number = j.rollout and r.workspace_id = j.workspace_id
                        where j.workspace_id = :workspace and j.target = :target
                          and (j.ended_at is null or j.ended_at >= :since)
                        order by j.number
                        """)
                .bind("workspace", workspace)
                .bind("target", DomainRows.key(target))
                .bind("since", since)
                .map((row, _) -> written(row))
                .list();
    }

    private static Written written(ResultSet row) throws SQLException {
        Origin.Ours origin = new Origin.Ours(row.getString("plan"), row.getString("author"));
        return switch (intention(row)) {
            case Intention.OfZone(var _, var _, Write write) -> new Written.ToZone(origin, write);
            case Intention.OfRegistration(var _, var _, var change) -> new Written.ToRegistrar(origin, change.to());
        };
    }

    /// Binds an intention as columns.
    static <T extends SqlStatement<T>> T bind(T update, Intention intention) {
        update.bind("target", DomainRows.key(intention.target()));
        return switch (intention) {
            case Intention.OfZone(String plan, var _, Write write) -> bind(update.bind("plan", plan), write);
            case Intention.OfRegistration(String plan, var _, Plan.DelegationChange change) ->
                update.bind("plan", plan)
                        .bind("kind", DELEGATE)
                        .bind("subject", names(change.from()))
                        .bind("rrsets", names(change.to()));
        };
    }

    private static <T extends SqlStatement<T>> T bind(T update, Write write) {
        return switch (write) {
            case Write.Put(RRset rrset) ->
                update.bind("kind", PUT).bind("subject", rrset.key().toString()).bind("rrsets", RRsetText.of(rrset));
            case Write.PutName(Name owner, List<RRset> rrsets) ->
                update.bind("kind", PUT_NAME).bind("subject", owner.toString()).bind("rrsets", RRsetText.of(rrsets));
            case Write.PutZone(Zone zone) ->
                update.bind("kind", PUT_ZONE)
                        .bind("subject", zone.apex().toString())
                        .bind("rrsets", RRsetText.of(List.copyOf(zone.rrsets())));
            case Write.Remove(RRset.Key key) ->
                update.bind("kind", REMOVE).bind("subject", key.toString()).bind("rrsets", "");
        };
    }

    private static String names(Delegation delegation) {
        return Json.of(delegation.nameServers().stream().map(Name::toString).toList());
    }

    private static Delegation delegation(String text) {
        return new Delegation(Json.list(text).stream().map(Name::of).toList());
    }

    /// {@return the intention of a row}
    static Intention intention(ResultSet row) throws SQLException {
        String plan = row.getString("plan");
        Name target = Name.of(row.getString("target"));
        String subject = row.getString("subject");
        String rrsets = row.getString("rrsets");
        String kind = row.getString("kind");
        return switch (kind) {
            case PUT -> new Intention.OfZone(plan, target, new Write.Put(RRsetText.parseOne(rrsets)));
            case PUT_NAME ->
                new Intention.OfZone(plan, target, new Write.PutName(Name.of(subject), RRsetText.parse(rrsets)));
            case PUT_ZONE ->
                new Intention.OfZone(
                        plan, target, new Write.PutZone(Zone.of(Name.of(subject), RRsetText.parse(rrsets))));
            case REMOVE -> new Intention.OfZone(plan, target, new Write.Remove(key(subject)));
            case DELEGATE ->
                new Intention.OfRegistration(
                        plan, target, new Plan.DelegationChange(delegation(subject), delegation(rrsets)));
            default -> throw new IllegalStateException("the database holds an intention of another version: " + kind);
        };
    }

    private static RRset.Key key(String text) {
        int blank = text.lastIndexOf(' ');
        return new RRset.Key(Name.of(text.substring(0, blank)), RdataTypes.of(text.substring(blank + 1)));
    }
}
