package cadastre.store;

import cadastre.dns.Name;
import cadastre.register.Holding;
import cadastre.register.Integration;
import cadastre.register.PassState;
import cadastre.register.Scope;
import cadastre.register.Trouble;
import cadastre.register.Walk;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/// Passes as rows of `passes`.
final class PassRows {
    /// What [#state] reads.
    static final String COLUMNS = """
            p.number, p.integration_id, p.scope, p.phase, p.walk_number, p.walk_next_page, p.walk_items, p.walk_total,
            p.walk_moved, p.walk_page_length, p.domains, p.zones, p.zones_failed, p.details, p.requests, p.started_at,
            p.stopped, p.trouble
            """;

    private static final String EVERYTHING = "everything";
    private static final String DETAILS = "details";
    private static final String DOMAIN = "domain ";

    private PassRows() {}

    static String text(Scope scope) {
        return switch (scope) {
            case Scope.Everything _ -> EVERYTHING;
            case Scope.Details _ -> DETAILS;
            case Scope.OneDomain(Holding.Id holding, Name name) -> DOMAIN + holding + " " + name;
        };
    }

    private static Scope scope(String text) {
        if (text.equals(EVERYTHING)) {
            return new Scope.Everything();
        }
        if (text.equals(DETAILS)) {
            return new Scope.Details();
        }
        String rest = text.substring(DOMAIN.length());
        int blank = rest.indexOf(' ');
        return new Scope.OneDomain(
                new Holding.Id(Long.parseLong(rest.substring(0, blank))), Name.of(rest.substring(blank + 1)));
    }

    /// {@return the pass of a row; its trouble and its integration's have columns of one name, so the pass's is
    /// given}
    static PassState state(ResultSet row, Optional<Trouble> trouble) throws SQLException {
        return new PassState(
                row.getLong("number"),
                new Integration.Id(row.getString("integration_id")),
                scope(row.getString("scope")),
                Scope.Phase.valueOf(row.getString("phase")),
                new Walk(
                        row.getInt("walk_number"),
                        row.getInt("walk_next_page"),
                        row.getInt("walk_items"),
                        Columns.maybeInt(row, "walk_total"),
                        row.getInt("walk_moved") != 0,
                        row.getInt("walk_page_length")),
                new PassState.Tally(
                        row.getInt("domains"),
                        row.getInt("zones"),
                        row.getInt("zones_failed"),
                        row.getInt("details"),
                        row.getLong("requests")),
                Columns.instant(row, "started_at"),
                row.getInt("stopped") != 0,
                trouble);
    }

    static PassState state(ResultSet row) throws SQLException {
        return state(row, TroubleText.parse(Columns.maybeText(row, "trouble")));
    }

    private static <T extends SqlStatement<T>> T bind(T statement, PassState state) {
        Walk walk = state.walk();
        PassState.Tally tally = state.tally();
        return statement
                .bind("integration", state.integration().text())
                .bind("scope", text(state.scope()))
                .bind("phase", state.phase().name())
                .bind("walk_number", walk.number())
                .bind("walk_next_page", walk.nextPage())
                .bind("walk_items", walk.items())
                .bind("walk_total", walk.total().isPresent() ? walk.total().getAsInt() : null)
                .bind("walk_moved", Columns.flag(walk.moved()))
                .bind("walk_page_length", walk.pageLength())
                .bind("domains", tally.domains())
                .bind("zones", tally.zones())
                .bind("zones_failed", tally.zonesFailed())
                .bind("details", tally.details())
                .bind("requests", tally.requests())
                .bind("stopped", Columns.flag(state.stopped()))
                .bind("trouble", TroubleText.of(state.trouble()));
    }

    /// Adds a pass.
    ///
    /// @return it with its number
    static PassState add(Handle handle, String workspace, PassState state) {
        long number = bind(handle.createQuery("""
                                insert into passes (workspace_id, integration_id, scope, phase, walk_number,
                                  walk_next_page, walk_items, walk_total, walk_moved, walk_page_length, domains, zones,
                                  zones_failed, details, requests, started_at, changed_at, stopped, trouble)
                                values (:workspace, :integration, :scope, :phase, :walk_number,
                                  :walk_next_page, :walk_items, :walk_total, :walk_moved, :walk_page_length, :domains,
                                  :zones, :zones_failed, :details, :requests, :at, :at, :stopped, :trouble)
                                returning number
                                """), state)
                .bind("workspace", workspace)
                .bind("at", Columns.micros(state.startedAt()))
                .mapTo(Long.class)
                .one();
        return PassState.start(number, state.integration(), state.scope(), state.startedAt());
    }

    /// Keeps the state of a pass, and makes the card of its integration true.
    ///
    /// @throws IllegalArgumentException if there is no such pass in the workspace
    static void keep(Handle handle, String workspace, PassState state, Instant at) {
        int kept = bind(handle.createUpdate("""
                                update passes
                                set phase = :phase, walk_number = :walk_number, walk_next_page = :walk_next_page,
                                  walk_items = :walk_items, walk_total = :walk_total, walk_moved = :walk_moved,
                                  walk_page_length = :walk_page_length, domains = :domains, zones = :zones,
                                  zones_failed = :zones_failed, details = :details, requests = :requests,
                                  changed_at = :at, stopped = :stopped, trouble = :trouble
                                where number = :number and workspace_id = :workspace
                                  and integration_id = :integration and scope = :scope
                                """), state)
                .bind("number", state.number())
                .bind("workspace", workspace)
                .bind("at", Columns.micros(at))
                .execute();
        if (kept != 1) {
            throw new IllegalArgumentException("there is no pass " + state.number());
        }
        if (state.tellsTrouble().isPresent() || state.isSuccess()) {
            card(handle, workspace, state, at);
        }
    }

    private static void card(Handle handle, String workspace, PassState state, Instant at) {
        boolean success = state.isSuccess();
        handle.createUpdate("""
                        update integrations
                        set trouble = :trouble,
                          last_success = case when :success = 1 then :at else last_success end,
                          secret_worked_at = case when :success = 1 then :at else secret_worked_at end
                        where id = :id and workspace_id = :workspace
                        """)
                .bind("trouble", TroubleText.of(state.tellsTrouble().orElse(Optional.empty())))
                .bind("success", Columns.flag(success))
                .bind("at", Columns.micros(at))
                .bind("id", state.integration().text())
                .bind("workspace", workspace)
                .execute();
    }
}
