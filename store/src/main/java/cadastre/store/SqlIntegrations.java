package cadastre.store;

import cadastre.register.Acquaintance;
import cadastre.register.Card;
import cadastre.register.Credential;
import cadastre.register.Integration;
import cadastre.register.Integrations;
import cadastre.register.PassState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// Integrations in a database.
final class SqlIntegrations implements Integrations {
    private final Jdbi jdbi;
    private final String workspace;

    SqlIntegrations(Jdbi jdbi, String workspace) {
        this.jdbi = jdbi;
        this.workspace = workspace;
    }

    @Override
    public void add(Integration integration) {
        Credential credential = integration.credential();
        int added =
                jdbi.inTransaction(handle -> IntegrationRows.bind(handle.createUpdate("""
                                insert into integrations (id, workspace_id, name, provider, settings, secret_address,
                                  secret_masked, secret_since, secret_ends_at, secret_worked_at, organization_id,
                                  organization_name, organization_type, capabilities, last_success, trouble, read_only,
                                  added_at)
                                values (:id, :workspace, :name, :provider, :settings, :secret_address,
                                  :secret_masked, :secret_since, :secret_ends_at, :secret_worked_at, :organization_id,
                                  :organization_name, :organization_type, :capabilities, :last_success, :trouble,
                                  :read_only, :added_at)
                                on conflict (id) do nothing
                                """), integration.organization())
                        .bind("id", integration.id().text())
                        .bind("workspace", workspace)
                        .bind("name", integration.name())
                        .bind("provider", integration.provider())
                        .bind("settings", Json.of(integration.settings()))
                        .bind("secret_address", credential.address())
                        .bind("secret_masked", credential.masked())
                        .bind("secret_since", Columns.micros(credential.since()))
                        .bind("secret_ends_at", Columns.micros(credential.endsAt()))
                        .bind("secret_worked_at", Columns.micros(credential.workedAt()))
                        .bind("capabilities", IntegrationRows.words(integration.capabilities()))
                        .bind("last_success", Columns.micros(integration.lastSuccess()))
                        .bind("trouble", TroubleText.of(integration.trouble()))
                        .bind("read_only", Columns.flag(integration.readOnly()))
                        .bind("added_at", Columns.micros(integration.addedAt()))
                        .execute());
        if (added == 0) {
            throw new IllegalArgumentException("there is an integration " + integration.id() + " already");
        }
    }

    @Override
    public Optional<Integration> find(Integration.Id id) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + IntegrationRows.COLUMNS + """
                        from integrations i where i.id = :id and i.workspace_id = :workspace
                        """)
                .bind("id", id.text())
                .bind("workspace", workspace)
                .map((row, _) -> IntegrationRows.integration(row))
                .findOne());
    }

    private static final String CARD = "select " + IntegrationRows.COLUMNS + ", p.trouble as pass_trouble, "
            + PassRows.COLUMNS.replace("p.trouble", "p.integration_id as pass_of")
            + """
            , (select count(*) from domains d
               where d.workspace_id = i.workspace_id and d.integration_id = i.id and d.archived_at is null
              ) as domains_now,
              (select count(*) from domains d
               where d.workspace_id = i.workspace_id and d.integration_id = i.id and d.archived_at is null
                 and d.zone_asked_at is not null
              ) as zones_now,
              (select count(*) from requests q
               where q.workspace_id = i.workspace_id and q.integration_id = i.id and q.at > :hour_ago
              ) as last_hour
            from integrations i
            left join passes p
              on p.integration_id = i.id and p.workspace_id = i.workspace_id and p.scope = 'everything'
                and p.phase <> 'FINISHED'
            where i.workspace_id = :workspace
            """;

    private static Card card(ResultSet row) throws SQLException {
        Optional<PassState> pass = Columns.maybeLong(row, "number").isPresent()
                ? Optional.of(PassRows.state(row, TroubleText.parse(Columns.maybeText(row, "pass_trouble"))))
                : Optional.empty();
        return new Card(
                IntegrationRows.integration(row),
                row.getInt("domains_now"),
                row.getInt("zones_now"),
                pass,
                row.getInt("last_hour"));
    }

    private static long hourBefore(Instant now) {
        return Columns.micros(now.minus(Duration.ofHours(1)));
    }

    @Override
    public List<Card> cards(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(CARD + " order by i.name, i.id")
                .bind("workspace", workspace)
                .bind("hour_ago", hourBefore(now))
                .map((row, _) -> card(row))
                .list());
    }

    @Override
    public Optional<Card> card(Integration.Id id, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(CARD + " and i.id = :id")
                .bind("workspace", workspace)
                .bind("hour_ago", hourBefore(now))
                .bind("id", id.text())
                .map((row, _) -> card(row))
                .findOne());
    }

    @Override
    public boolean rename(Integration.Id id, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an integration has a name");
        }
        return jdbi.inTransaction(handle -> handle.createUpdate("""
                                update integrations set name = :name where id = :id and workspace_id = :workspace
                                """)
                        .bind("name", name)
                        .bind("id", id.text())
                        .bind("workspace", workspace)
                        .execute())
                == 1;
    }

    @Override
    public boolean configure(Integration.Id id, Map<String, String> settings, boolean readOnly) {
        return jdbi.inTransaction(handle -> handle.createUpdate("""
                                update integrations set settings = :settings, read_only = :read_only
                                where id = :id and workspace_id = :workspace
                                """)
                        .bind("settings", Json.of(settings))
                        .bind("read_only", Columns.flag(readOnly))
                        .bind("id", id.text())
                        .bind("workspace", workspace)
                        .execute())
                == 1;
    }

    @Override
    public boolean updateCredential(Integration.Id id, Credential credential, Acquaintance acquaintance) {
        return jdbi.inTransaction(handle -> {
            int updated = handle.createUpdate("""
                            update integrations
                            set secret_address = :address, secret_masked = :masked, secret_since = :since,
                              secret_ends_at = :ends_at, secret_worked_at = :worked_at, capabilities = null,
                              organization_id = null, organization_name = null, organization_type = null,
                              trouble = null
                            where id = :id and workspace_id = :workspace
                            """)
                    .bind("address", credential.address())
                    .bind("masked", credential.masked())
                    .bind("since", Columns.micros(credential.since()))
                    .bind("ends_at", Columns.micros(credential.endsAt()))
                    .bind("worked_at", Columns.micros(credential.workedAt()))
                    .bind("id", id.text())
                    .bind("workspace", workspace)
                    .execute();
            IntegrationRows.acquaint(handle, workspace, id, acquaintance);
            return updated == 1;
        });
    }
}
