package cadastre.store;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import cadastre.provider.ListedRegistration;
import cadastre.provider.Reading;
import cadastre.provider.RegistrationDetail;
import cadastre.provider.Snapshot;
import cadastre.register.Acquaintance;
import cadastre.register.Comparison;
import cadastre.register.Event;
import cadastre.register.Fact;
import cadastre.register.Facts;
import cadastre.register.Holding;
import cadastre.register.Integration;
import cadastre.register.Origin;
import cadastre.register.PassState;
import cadastre.register.Passes;
import cadastre.register.Scope;
import cadastre.register.Trouble;
import cadastre.register.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/// Passes in a database: each step is one transaction.
final class SqlPasses implements Passes {
    private static final Duration DETAILS_AGE = Duration.ofDays(7);
    private static final Duration ENDING_SOON = Duration.ofDays(60);

    private final Jdbi jdbi;
    private final String workspace;

    SqlPasses(Jdbi jdbi, String workspace) {
        this.jdbi = jdbi;
        this.workspace = workspace;
    }

    @Override
    public PassState begin(Integration.Id integration, Scope scope, Instant at) {
        return jdbi.inTransaction(handle -> {
            if (!IntegrationRows.exists(handle, workspace, integration)) {
                throw new IllegalArgumentException("there is no integration " + integration);
            }
            Optional<PassState> latest = latest(handle, integration, scope);
            if (latest.isPresent() && !latest.get().isFinished()) {
                PassState resumed = latest.get().resumed();
                PassRows.keep(handle, workspace, resumed, at);
                return resumed;
            }
            return PassRows.add(handle, workspace, PassState.start(0, integration, scope, at));
        });
    }

    @Override
    public Optional<PassState> latest(Integration.Id integration, Scope scope) {
        return jdbi.withHandle(handle -> latest(handle, integration, scope));
    }

    private Optional<PassState> latest(Handle handle, Integration.Id integration, Scope scope) {
        return handle.createQuery("select " + PassRows.COLUMNS + """
                        from passes p
                        where p.workspace_id = :workspace and p.integration_id = :integration and p.scope = :scope
                        order by p.number desc limit 1
                        """)
                .bind("workspace", workspace)
                .bind("integration", integration.text())
                .bind("scope", PassRows.text(scope))
                .map((row, _) -> PassRows.state(row))
                .findOne();
    }

    @Override
    public List<PassState> unfinished() {
        return jdbi.withHandle(handle -> handle.createQuery("select " + PassRows.COLUMNS + """
                        from passes p where p.workspace_id = :workspace and p.phase <> 'FINISHED' order by p.number
                        """)
                .bind("workspace", workspace)
                .map((row, _) -> PassRows.state(row))
                .list());
    }

    @Override
    public void advance(PassState next, Instant at) {
        jdbi.useTransaction(handle -> PassRows.keep(handle, workspace, next, at));
    }

    @Override
    public void introduced(PassState next, Acquaintance acquaintance) {
        jdbi.useTransaction(handle -> {
            IntegrationRows.acquaint(handle, workspace, next.integration(), acquaintance);
            PassRows.keep(handle, workspace, next, acquaintance.at());
        });
    }

    @Override
    public PassState listed(PassState state, List<ListedRegistration> page, Instant at, IntFunction<PassState> next) {
        return jdbi.inTransaction(handle -> {
            List<Sighting> sightings = sightings(handle, state, page);
            Map<String, Long> ids = upsert(handle, state, sightings, at);
            Map<Long, Facts> marks = new HashMap<>();
            List<HistoryRows.Noted> events = new ArrayList<>();
            for (Sighting one : sightings) {
                long id = requireNonNull(ids.get(one.key()), "what was just stored has an id");
                if (one.before().isEmpty()
                        || !sameMarks(one.before().get().holding().facts(), one.after())) {
                    marks.put(id, one.after());
                }
                moved(handle, one).forEach(moved -> events.add(new HistoryRows.Noted(id, moved)));
            }
            DomainRows.mark(handle, workspace, marks);
            HistoryRows.note(handle, workspace, events, at);
            int fresh = (int) sightings.stream()
                    .filter(one -> one.before()
                            .filter(seen -> seen.pass() >= state.number())
                            .isEmpty())
                    .count();
            PassState kept = next.apply(fresh);
            PassRows.keep(handle, workspace, kept, at);
            return kept;
        });
    }

    /// A holding with the last pass that saw it.
    private record Seen(Holding holding, long pass) {}

    /// A registration of a page.
    ///
    /// @param key    its name in the database
    /// @param before what was known of it, if anything
    /// @param after  what is known of it now
    private record Sighting(String key, Optional<Seen> before, Facts after) {}

    private List<Sighting> sightings(Handle handle, PassState state, List<ListedRegistration> page) {
        Map<String, ListedRegistration> byKey = new LinkedHashMap<>();
        page.forEach(one -> byKey.put(DomainRows.key(one.name()), one));
        Map<String, Seen> known = seen(handle, state, byKey.keySet());
        List<Sighting> sightings = new ArrayList<>();
        byKey.forEach((key, listed) -> {
            Optional<Seen> before = Optional.ofNullable(known.get(key));
            Facts after =
                    before.map(seen -> seen.holding().facts().with(listed)).orElseGet(() -> Facts.of(listed));
            sightings.add(new Sighting(key, before, after));
        });
        return sightings;
    }

    private List<Comparison.Moved> moved(Handle handle, Sighting sighting) {
        return sighting.before()
                .map(seen -> moved(handle, seen.holding(), sighting.after()))
                .orElseGet(() -> List.of(new Comparison.Moved(new Event.Appeared(), new Origin.FirstSight())));
    }

    private static boolean sameMarks(Facts before, Facts after) {
        return before.status().equals(after.status()) && before.tags().equals(after.tags());
    }

    private Map<String, Seen> seen(Handle handle, PassState state, Iterable<String> keys) {
        Map<String, Seen> known = new HashMap<>();
        if (!keys.iterator().hasNext()) {
            return known;
        }
        handle.createQuery("select " + DomainRows.COLUMNS + """
                        , d.seen_pass from domains d
                        where d.workspace_id = :workspace and d.integration_id = :integration and d.name in (<names>)
                        """)
                .bind("workspace", workspace)
                .bind("integration", state.integration().text())
                .bindList("names", keys)
                .map((row, _) -> new Seen(DomainRows.holding(row), row.getLong("seen_pass")))
                .forEach(one -> known.put(DomainRows.key(one.holding().name()), one));
        return known;
    }

    /// What moved in a holding that is seen, and perhaps that it is there again.
    private List<Comparison.Moved> moved(Handle handle, Holding before, Facts after) {
        List<Comparison.Moved> moved = new ArrayList<>();
        if (before.isArchived()) {
            moved.add(new Comparison.Moved(new Event.Returned(), new Origin.Elsewhere()));
        }
        List<Comparison.Moved> facts = Comparison.facts(before.facts(), after, List.of());
        // Only a delegation can be ours: only for it is it worth asking the journal.
        if (facts.stream().anyMatch(SqlPasses::isDelegation)) {
            List<Written> written =
                    JournalRows.written(handle, workspace, before.name(), Columns.micros(before.seenAt()));
            facts = Comparison.facts(before.facts(), after, written);
        }
        moved.addAll(facts);
        return moved;
    }

    private static boolean isDelegation(Comparison.Moved moved) {
        return moved.event() instanceof Event.FactMoved(Fact fact, var _, var _)
                && (fact == Fact.NAME_SERVERS || fact == Fact.SERVED_BY);
    }

    private Map<String, Long> upsert(Handle handle, PassState state, List<Sighting> sightings, Instant at) {
        Map<String, Long> ids = new LinkedHashMap<>();
        if (sightings.isEmpty()) {
            return ids;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into domains (workspace_id, integration_id, name, unicode, served_by, name_servers, auto_renew,
                  status, tags, services, dates, ends_at, account, organization, organization_id, registrant, lockable,
                  hides_address, hides_mail, first_seen_at, seen_at, seen_pass)
                values (:workspace, :integration, :name, :unicode, :served_by, :name_servers, :auto_renew,
                  :status, :tags, :services, :dates, :ends_at, :account, :organization, :organization_id, :registrant,
                  :lockable, :hides_address, :hides_mail, :at, :at, :pass)
                on conflict (integration_id, name) do update
                set served_by = excluded.served_by, name_servers = excluded.name_servers,
                  auto_renew = excluded.auto_renew, status = excluded.status, tags = excluded.tags,
                  dates = excluded.dates, ends_at = excluded.ends_at, account = excluded.account,
                  organization = excluded.organization, registrant = excluded.registrant, seen_at = excluded.seen_at,
                  seen_pass = excluded.seen_pass, archived_at = null
                """);
        for (Sighting one : sightings) {
            DomainRows.bind(batch, one.after())
                    .bind("workspace", workspace)
                    .bind("integration", state.integration().text())
                    .bind("name", one.key())
                    .bind("unicode", Name.of(one.key()).unicode())
                    .bind("at", Columns.micros(at))
                    .bind("pass", state.number())
                    .add();
        }
        batch.execute();
        handle.createQuery("""
                        select id, name from domains
                        where workspace_id = :workspace and integration_id = :integration and name in (<names>)
                        """)
                .bind("workspace", workspace)
                .bind("integration", state.integration().text())
                .bindList("names", sightings.stream().map(Sighting::key).toList())
                .map((row, _) -> Map.entry(row.getString("name"), row.getLong("id")))
                .forEach(one -> ids.put(one.getKey(), one.getValue()));
        return ids;
    }

    @Override
    public List<Due> due(PassState state, int limit) {
        Optional<String> condition = condition(state);
        if (condition.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> bind(handle.createQuery("""
                                select d.id, d.name from domains d
                                where d.workspace_id = :workspace and d.integration_id = :integration
                                  and d.archived_at is null and
                                """ + condition.get() + """
                                order by case when d.ends_at < :soon then d.ends_at else 9223372036854775807 end,
                                  coalesce(d.changed_at, 0) desc, d.id
                                limit :limit
                                """), state)
                .bind("soon", Columns.micros(state.startedAt().plus(ENDING_SOON)))
                .bind("limit", limit)
                .map((row, _) -> new Due(new Holding.Id(row.getLong("id")), Name.of(row.getString("name"))))
                .list());
    }

    private static Optional<String> condition(PassState state) {
        Optional<String> due = switch (state.phase()) {
            case CONFIRMING -> Optional.of(" d.seen_pass < :number ");
            case ZONES -> Optional.of(ZONE_DUE);
            case DETAILS -> Optional.of(DETAIL_DUE);
            case INTRODUCTION, LISTING, SNAPSHOTS, FINISHED -> Optional.empty();
        };
        return due;
    }

    private static final String ZONE_DUE =
            " (d.zone_pass < :number and (d.served_by = 'LIVEDNS' and :one is null or d.id = :one)) ";
    private static final String DETAIL_DUE =
            " (d.detail_pass < :number and (:one is null and (d.detailed_at is null or d.detailed_at < :stale)"
                    + " or d.id = :one)) ";

    private Query bind(Query query, PassState state) {
        return query.bind("workspace", workspace)
                .bind("integration", state.integration().text())
                .bind("number", state.number())
                .bind("stale", Columns.micros(state.startedAt().minus(DETAILS_AGE)))
                .bind("one", state.scope() instanceof Scope.OneDomain(var id, var _) ? id.number() : null);
    }

    @Override
    public Left left(PassState state) {
        return jdbi.withHandle(handle -> bind(
                        handle.createQuery("select count(*) as holdings, coalesce(sum(case when " + ZONE_DUE
                                + " then 1 else 0 end), 0) as zones, coalesce(sum(case when " + ZONE_DUE
                                + " then case when d.zone_rrsets > 500 then (d.zone_rrsets + 499) / 500 else 1 end"
                                + " else 0 end), 0) as zone_requests, coalesce(sum(case when " + DETAIL_DUE
                                + """
                                 then 1 else 0 end), 0) as details
                                from domains d
                                where d.workspace_id = :workspace and d.integration_id = :integration
                                  and d.archived_at is null
                                """),
                        state)
                .map((row, _) -> new Left(
                        row.getInt("holdings"),
                        row.getInt("zones"),
                        row.getInt("zone_requests"),
                        row.getInt("details")))
                .one());
    }

    @Override
    public void detailed(PassState next, Holding.Id id, RegistrationDetail detail, Instant at) {
        jdbi.useTransaction(handle -> {
            Holding before = SqlInventory.holding(handle, workspace, id)
                    .orElseThrow(() -> new IllegalArgumentException("there is no holding " + id));
            Facts after = before.facts().with(detail);
            List<HistoryRows.Noted> events = moved(handle, before, after).stream()
                    .map(moved -> new HistoryRows.Noted(id.number(), moved))
                    .toList();
            DomainRows.bind(handle.createUpdate("""
                                    update domains
                                    set served_by = :served_by, name_servers = :name_servers,
                                      auto_renew = :auto_renew, status = :status, tags = :tags, services = :services,
                                      dates = :dates, ends_at = :ends_at, account = :account,
                                      organization = :organization, organization_id = :organization_id,
                                      registrant = :registrant, lockable = :lockable,
                                      hides_address = :hides_address, hides_mail = :hides_mail, seen_at = :at,
                                      detailed_at = :at, archived_at = null, seen_pass = :pass, detail_pass = :pass
                                    where id = :id and workspace_id = :workspace
                                    """), after)
                    .bind("at", Columns.micros(at))
                    .bind("pass", next.number())
                    .bind("id", id.number())
                    .bind("workspace", workspace)
                    .execute();
            if (!sameMarks(before.facts(), after)) {
                DomainRows.mark(handle, workspace, Map.of(id.number(), after));
            }
            HistoryRows.note(handle, workspace, events, at);
            PassRows.keep(handle, workspace, next, at);
        });
    }

    @Override
    public void vanished(PassState next, Holding.Id id, Instant at) {
        jdbi.useTransaction(handle -> {
            int archived = handle.createUpdate("""
                            update domains set archived_at = :at, seen_pass = :pass
                            where id = :id and workspace_id = :workspace and archived_at is null
                            """)
                    .bind("at", Columns.micros(at))
                    .bind("pass", next.number())
                    .bind("id", id.number())
                    .bind("workspace", workspace)
                    .execute();
            if (archived == 1) {
                Comparison.Moved moved = new Comparison.Moved(new Event.Vanished(), new Origin.Elsewhere());
                HistoryRows.note(handle, workspace, List.of(new HistoryRows.Noted(id.number(), moved)), at);
            }
            PassRows.keep(handle, workspace, next, at);
        });
    }

    @Override
    public void zoneRead(PassState next, Holding.Id id, Reading reading, Instant asked, Instant at) {
        jdbi.useTransaction(handle -> {
            ZoneRows.keep(handle, workspace, id, reading, asked, at);
            pass(handle, "zone_pass", next, id);
            PassRows.keep(handle, workspace, next, at);
        });
    }

    private void pass(Handle handle, String column, PassState next, Holding.Id id) {
        handle.createUpdate("update domains set " + column + """
                         = :pass where id = :id and workspace_id = :workspace
                        """)
                .bind("pass", next.number())
                .bind("id", id.number())
                .bind("workspace", workspace)
                .execute();
    }

    @Override
    public void skipped(Scope.Phase phase, PassState next, Holding.Id id, Trouble trouble, Instant at) {
        jdbi.useTransaction(handle -> {
            switch (phase) {
                case CONFIRMING -> pass(handle, "seen_pass", next, id);
                case DETAILS -> pass(handle, "detail_pass", next, id);
                case ZONES -> {
                    pass(handle, "zone_pass", next, id);
                    handle.createUpdate("""
                                    update domains set zone_unread = 1, zone_trouble = :trouble
                                    where id = :id and workspace_id = :workspace
                                    """)
                            .bind("trouble", TroubleText.of(trouble))
                            .bind("id", id.number())
                            .bind("workspace", workspace)
                            .execute();
                }
                case INTRODUCTION, LISTING, SNAPSHOTS, FINISHED ->
                    throw new IllegalArgumentException("nothing is skipped in " + phase);
            }
            PassRows.keep(handle, workspace, next, at);
        });
    }

    @Override
    public void snapshotsRead(PassState next, Holding.Id id, List<Snapshot> snapshots, Instant at) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("""
                            delete from snapshots where domain_id = :id and workspace_id = :workspace
                            """)
                    .bind("id", id.number())
                    .bind("workspace", workspace)
                    .execute();
            PreparedBatch batch = handle.prepareBatch("""
                    insert into snapshots (workspace_id, domain_id, id, name, taken_at, automatic)
                    values (:workspace, :domain, :id, :name, :taken_at, :automatic)
                    """);
            for (Snapshot one : snapshots) {
                batch.bind("workspace", workspace)
                        .bind("domain", id.number())
                        .bind("id", one.id())
                        .bind("name", one.name())
                        .bind("taken_at", Columns.micros(one.takenAt()))
                        .bind("automatic", Columns.flag(one.automatic()))
                        .add();
            }
            if (batch.size() > 0) {
                batch.execute();
            }
            PassRows.keep(handle, workspace, next, at);
        });
    }
}
