package cadastre.store;

import cadastre.provider.Capability;
import cadastre.provider.Organization;
import cadastre.register.Acquaintance;
import cadastre.register.Credential;
import cadastre.register.Integration;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// Integrations as rows of `integrations`.
final class IntegrationRows {
    /// What [#integration] reads.
    static final String COLUMNS = """
            i.id, i.name, i.provider, i.settings, i.secret_address, i.secret_masked, i.secret_since, i.secret_ends_at,
            i.secret_worked_at, i.organization_id, i.organization_name, i.organization_type, i.capabilities,
            i.last_success, i.trouble, i.read_only, i.added_at
            """;

    private IntegrationRows() {}

    static Integration integration(ResultSet row) throws SQLException {
        return new Integration(
                new Integration.Id(row.getString("id")),
                row.getString("name"),
                row.getString("provider"),
                Json.map(row.getString("settings")),
                new Credential(
                        row.getString("secret_address"),
                        row.getString("secret_masked"),
                        Columns.instant(row, "secret_since"),
                        Columns.maybeInstant(row, "secret_ends_at"),
                        Columns.maybeInstant(row, "secret_worked_at")),
                organization(row),
                Columns.maybeText(row, "capabilities").map(TroubleText::capabilities),
                Columns.maybeInstant(row, "last_success"),
                TroubleText.parse(Columns.maybeText(row, "trouble")),
                row.getInt("read_only") != 0,
                Columns.instant(row, "added_at"));
    }

    private static Optional<Organization> organization(ResultSet row) throws SQLException {
        String name = row.getString("organization_name");
        String type = row.getString("organization_type");
        return Columns.maybeText(row, "organization_id").map(id -> new Organization(id, name, type));
    }

    static <T extends SqlStatement<T>> T bind(T statement, Optional<Organization> organization) {
        return statement
                .bind("organization_id", organization.map(Organization::id).orElse(null))
                .bind("organization_name", organization.map(Organization::name).orElse(null))
                .bind("organization_type", organization.map(Organization::type).orElse(null));
    }

    static @Nullable String words(Optional<Set<Capability>> capabilities) {
        return capabilities
                .map(all -> all.stream().sorted().map(Capability::word).collect(Collectors.joining(" ")))
                .orElse(null);
    }

    static boolean exists(Handle handle, String workspace, Integration.Id id) {
        return settings(handle, workspace, id).isPresent();
    }

    static Optional<Map<String, String>> settings(Handle handle, String workspace, Integration.Id id) {
        return handle.createQuery("""
                        select settings from integrations where id = :id and workspace_id = :workspace
                        """)
                .bind("id", id.text())
                .bind("workspace", workspace)
                .mapTo(String.class)
                .findOne()
                .map(Json::map);
    }

    /// Keeps what a credential showed: it works. What it did not say stays as it was known.
    static void acquaint(Handle handle, String workspace, Integration.Id id, Acquaintance acquaintance) {
        Optional<String> chosen = settings(handle, workspace, id).map(settings -> settings.get("sharing_id"));
        bind(handle.createUpdate("""
                                update integrations
                                set organization_id = coalesce(:organization_id, organization_id),
                                  organization_name = coalesce(:organization_name, organization_name),
                                  organization_type = coalesce(:organization_type, organization_type),
                                  capabilities = coalesce(:capabilities, capabilities),
                                  secret_ends_at = coalesce(:ends_at, secret_ends_at),
                                  secret_worked_at = case when :alive = 1 then :at else secret_worked_at end
                                where id = :id and workspace_id = :workspace
                                """), acquaintance.organization(chosen))
                .bind("capabilities", words(acquaintance.introspection().map(one -> one.capabilities())))
                .bind("ends_at", Columns.micros(acquaintance.endsAt()))
                .bind("alive", Columns.flag(acquaintance.introspection().isPresent()))
                .bind("at", Columns.micros(acquaintance.at()))
                .bind("id", id.text())
                .bind("workspace", workspace)
                .execute();
    }
}
