package cadastre.store;

import cadastre.register.Integration;
import cadastre.register.RequestLog;
import cadastre.register.SentRequest;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The log of requests in a database.
final class SqlRequestLog implements RequestLog {
    private final Jdbi jdbi;
    private final String workspace;

    SqlRequestLog(Jdbi jdbi, String workspace) {
        this.jdbi = jdbi;
        this.workspace = workspace;
    }

    @Override
    public void note(Integration.Id integration, List<SentRequest> requests) {
        if (requests.isEmpty()) {
            return;
        }
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    insert into requests (workspace_id, integration_id, at, call, status, request_id)
                    select i.workspace_id, i.id, :at, :call, :status, :request_id from integrations i
                    where i.id = :integration and i.workspace_id = :workspace
                    """);
            for (SentRequest one : requests) {
                batch.bind("at", Columns.micros(one.at()))
                        .bind("call", one.call())
                        .bind("status", one.status().isPresent() ? one.status().getAsInt() : null)
                        .bind("request_id", one.requestId().orElse(null))
                        .bind("integration", integration.text())
                        .bind("workspace", workspace)
                        .add();
            }
            batch.execute();
        });
    }

    @Override
    public List<SentRequest> latest(Integration.Id integration, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select at, call, status, request_id from requests
                        where workspace_id = :workspace and integration_id = :integration
                        order by at desc, number desc limit :limit
                        """)
                .bind("workspace", workspace)
                .bind("integration", integration.text())
                .bind("limit", limit)
                .map((row, _) -> new SentRequest(
                        Columns.instant(row, "at"),
                        row.getString("call"),
                        Columns.maybeInt(row, "status"),
                        Columns.maybeText(row, "request_id")))
                .list());
    }

    @Override
    public void forget(Instant before) {
        jdbi.useTransaction(handle -> handle.createUpdate("""
                        delete from requests where workspace_id = :workspace and at < :before
                        """)
                .bind("workspace", workspace)
                .bind("before", Columns.micros(before))
                .execute());
    }
}
