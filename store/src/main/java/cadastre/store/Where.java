package cadastre.store;

import cadastre.register.HoldingFilter;
import cadastre.register.HoldingFilter.Condition;
import cadastre.register.Inventory.Order;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;

/// The conditions of a filter as SQL. Every value is bound, none is written into the text.
final class Where {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Where() {}

    static Where of(String workspace, HoldingFilter filter) {
        Where where = new Where();
        where.and("d.workspace_id = :workspace");
        where.values.put("workspace", workspace);
        where.and(filter.archived() ? "d.archived_at is not null" : "d.archived_at is null");
        filter.conditions().forEach(where::and);
        return where;
    }

    private void and(String condition) {
        conditions.add(condition);
    }

    private String value(Object value) {
        String name = "v" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    private void and(Condition condition) {
        switch (condition) {
            case Condition.Named(String text) -> {
                String value = value(text.strip().toLowerCase(Locale.ROOT));
                and("(instr(d.name, " + value + ") > 0 or instr(d.unicode, " + value + ") > 0)");
            }
            case Condition.SeenThrough(var integration) -> and("d.integration_id = " + value(integration.text()));
            case Condition.HeldBy(String organization) -> and("d.organization = " + value(organization));
            case Condition.EndsBefore(var instant) -> and("d.ends_at < " + value(Columns.micros(instant)));
            case Condition.AutoRenewed(boolean on) -> and("d.auto_renew = " + value(Columns.flag(on)));
            case Condition.Served(var servedBy) -> and("d.served_by = " + value(servedBy.name()));
            case Condition.Locked(String status) -> marked("status", status);
            case Condition.Tagged(String tag) -> marked("tag", tag);
            case Condition.DriftedSince(var instant) -> and("d.drifted_at >= " + value(Columns.micros(instant)));
            case Condition.Unread _ -> and("d.zone_unread = 1");
        }
    }

    private void marked(String kind, String text) {
        and("exists (select 1 from marks m where m.workspace_id = d.workspace_id and m.kind = " + value(kind)
                + " and m.value = " + value(text) + " and m.domain_id = d.id)");
    }

    /// Only what comes after a cursor.
    void after(Order order, Cursor cursor) {
        String id = value(cursor.id());
        switch (order) {
            case NAME -> and("(d.name, d.id) > (" + value(cursor.key()) + ", " + id + ")");
            case EXPIRY ->
                and("(coalesce(d.ends_at, 9223372036854775807), d.id) > (" + value(Long.parseLong(cursor.key())) + ", "
                        + id + ")");
            case CHANGE ->
                and("(coalesce(d.changed_at, 0), d.id) < (" + value(Long.parseLong(cursor.key())) + ", " + id + ")");
        }
    }

    static String order(Order order) {
        return switch (order) {
            case NAME -> "d.name, d.id";
            case EXPIRY -> "coalesce(d.ends_at, 9223372036854775807), d.id";
            case CHANGE -> "coalesce(d.changed_at, 0) desc, d.id desc";
        };
    }

    String text() {
        return String.join(" and ", conditions);
    }

    Query bind(Query query) {
        values.forEach(query::bind);
        return query;
    }
}
