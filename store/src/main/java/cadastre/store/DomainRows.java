package cadastre.store;

import cadastre.dns.Name;
import cadastre.provider.Milestone;
import cadastre.provider.Privacy;
import cadastre.provider.ServedBy;
import cadastre.register.Facts;
import cadastre.register.Holding;
import cadastre.register.Integration;
import cadastre.register.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/// Holdings as rows of `domains`.
final class DomainRows {
    /// What [#holding] reads.
    static final String COLUMNS = """
            d.id, d.integration_id, d.name, d.served_by, d.name_servers, d.auto_renew, d.status, d.tags, d.services,
            d.dates, d.account, d.organization, d.organization_id, d.registrant, d.lockable, d.hides_address,
            d.hides_mail, d.first_seen_at, d.seen_at, d.detailed_at, d.archived_at, d.changed_at, d.changed_plan,
            d.changed_by, d.drifted_at, d.zone_asked_at, d.zone_rrsets, d.zone_trouble, d.zone_warnings
            """;

    private DomainRows() {}

    /// {@return how a name stands in the database}
    static String key(Name name) {
        return name.lowerCase().withoutDot();
    }

    static Holding holding(ResultSet row) throws SQLException {
        Holding.ZoneKnowledge zone = new Holding.ZoneKnowledge(
                Columns.maybeInstant(row, "zone_asked_at"),
                row.getInt("zone_rrsets"),
                TroubleText.parse(Columns.maybeText(row, "zone_trouble")),
                Json.list(row.getString("zone_warnings")));
        Optional<Instant> changedAt = Columns.maybeInstant(row, "changed_at");
        Optional<String> plan = Columns.maybeText(row, "changed_plan");
        String author = Columns.maybeText(row, "changed_by").orElse("");
        Origin origin = plan.<Origin>map(hash -> new Origin.Ours(hash, author)).orElseGet(Origin.Elsewhere::new);
        return new Holding(
                new Holding.Id(row.getLong("id")),
                new Integration.Id(row.getString("integration_id")),
                Name.of(row.getString("name")),
                facts(row),
                zone,
                Columns.instant(row, "first_seen_at"),
                Columns.instant(row, "seen_at"),
                Columns.maybeInstant(row, "detailed_at"),
                Columns.maybeInstant(row, "archived_at"),
                changedAt.map(at -> new Holding.LastChange(at, origin)),
                Columns.maybeInstant(row, "drifted_at"));
    }

    private static Facts facts(ResultSet row) throws SQLException {
        return new Facts(
                ServedBy.valueOf(row.getString("served_by")),
                Json.list(row.getString("name_servers")),
                row.getInt("auto_renew") != 0,
                Json.list(row.getString("status")),
                Json.list(row.getString("tags")),
                Json.list(row.getString("services")),
                dates(row.getString("dates")),
                row.getString("account"),
                row.getString("organization"),
                Columns.maybeText(row, "organization_id"),
                row.getString("registrant"),
                Columns.maybeBoolean(row, "lockable"),
                new Privacy(Columns.maybeBoolean(row, "hides_address"), Columns.maybeBoolean(row, "hides_mail")));
    }

    private static Map<Milestone, Instant> dates(String text) {
        Map<Milestone, Instant> dates = new EnumMap<>(Milestone.class);
        Json.map(text).forEach((key, at) -> dates.put(Milestone.valueOf(key), Instant.parse(at)));
        return dates;
    }

    /// Binds the columns of facts, and those derived from them.
    static <T extends SqlStatement<T>> T bind(T statement, Facts facts) {
        Map<String, String> dates = new LinkedHashMap<>();
        for (Milestone one : Milestone.values()) {
            Instant at = facts.dates().get(one);
            if (at != null) {
                dates.put(one.name(), at.toString());
            }
        }
        return statement
                .bind("served_by", facts.servedBy().name())
                .bind("name_servers", Json.of(facts.nameServers()))
                .bind("auto_renew", Columns.flag(facts.autoRenew()))
                .bind("status", Json.of(facts.status()))
                .bind("tags", Json.of(facts.tags()))
                .bind("services", Json.of(facts.services()))
                .bind("dates", Json.of(dates))
                .bind(
                        "ends_at",
                        Columns.micros(Optional.ofNullable(facts.dates().get(Milestone.ENDS))))
                .bind("account", facts.account())
                .bind("organization", facts.organization())
                .bind("organization_id", facts.organizationId().orElse(null))
                .bind("registrant", facts.registrant())
                .bind("lockable", Columns.flag(facts.lockable()))
                .bind("hides_address", Columns.flag(facts.privacy().hidesAddress()))
                .bind("hides_mail", Columns.flag(facts.privacy().hidesMail()));
    }

    /// Writes what a holding is filtered by.
    static void mark(Handle handle, String workspace, Map<Long, Facts> facts) {
        if (facts.isEmpty()) {
            return;
        }
        PreparedBatch forget = handle.prepareBatch("""
                delete from marks where domain_id = :domain and workspace_id = :workspace
                """);
        PreparedBatch note = handle.prepareBatch("""
                insert into marks (workspace_id, kind, value, domain_id) values (:workspace, :kind, :value, :domain)
                on conflict do nothing
                """);
        facts.forEach((domain, one) -> {
            forget.bind("domain", domain).bind("workspace", workspace).add();
            add(note, workspace, domain, "status", one.status());
            add(note, workspace, domain, "tag", one.tags());
        });
        forget.execute();
        if (note.size() > 0) {
            note.execute();
        }
    }

    private static void add(PreparedBatch batch, String workspace, long domain, String kind, List<String> values) {
        for (String value : values) {
            batch.bind("workspace", workspace)
                    .bind("kind", kind)
                    .bind("value", value)
                    .bind("domain", domain)
                    .add();
        }
    }
}
