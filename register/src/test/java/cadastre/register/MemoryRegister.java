package cadastre.register;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import cadastre.dns.Zone;
import cadastre.provider.Introspection;
import cadastre.provider.ListedRegistration;
import cadastre.provider.Reading;
import cadastre.provider.RegistrationDetail;
import cadastre.provider.ServedBy;
import cadastre.provider.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;

/// The ports of one workspace in memory. Not thread-safe; what is not needed by the contracts is left out.
final class MemoryRegister implements Integrations, Passes, Inventory, History {
    /// A holding, and which pass looked at what of it.
    private static final class Row {
        Holding holding;
        long seen;
        long zone;
        long detail;
        Optional<Zone> kept = Optional.empty();
        List<Snapshot> snapshots = List.of();

        Row(Holding holding) {
            this.holding = holding;
        }
    }

    private final Map<Integration.Id, Integration> integrations = new HashMap<>();
    private final Map<Long, PassState> passes = new TreeMap<>();
    private final Map<Long, Row> rows = new TreeMap<>();
    private final List<HistoryEntry> history = new ArrayList<>();

    private Row row(Holding.Id id) {
        return requireNonNull(rows.get(id.number()), "there is no such holding");
    }

    @Override
    public void add(Integration integration) {
        if (integrations.putIfAbsent(integration.id(), integration) != null) {
            throw new IllegalArgumentException("there is an integration " + integration.id() + " already");
        }
    }

    @Override
    public Optional<Integration> find(Integration.Id id) {
        return Optional.ofNullable(integrations.get(id));
    }

    @Override
    public List<Card> cards(Instant now) {
        return integrations.keySet().stream()
                .map(id -> card(id, now).orElseThrow())
                .toList();
    }

    @Override
    public Optional<Card> card(Integration.Id id, Instant now) {
        List<Row> own = rows.values().stream()
                .filter(row -> row.holding.integration().equals(id) && !row.holding.isArchived())
                .toList();
        return find(id).map(one -> new Card(
                one,
                own.size(),
                (int) own.stream().filter(row -> row.kept.isPresent()).count(),
                latest(id, new Scope.Everything()).filter(pass -> !pass.isFinished()),
                0));
    }

    @Override
    public boolean rename(Integration.Id id, String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean configure(Integration.Id id, Map<String, String> settings, boolean readOnly) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean updateCredential(Integration.Id id, Credential credential, Acquaintance acquaintance) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PassState begin(Integration.Id integration, Scope scope, Instant at) {
        Optional<PassState> latest = latest(integration, scope).filter(pass -> !pass.isFinished());
        PassState state = latest.map(PassState::resumed)
                .orElseGet(() -> PassState.start(passes.size() + 1, integration, scope, at));
        passes.put(state.number(), state);
        return state;
    }

    @Override
    public List<PassState> unfinished() {
        return passes.values().stream().filter(pass -> !pass.isFinished()).toList();
    }

    @Override
    public Optional<PassState> latest(Integration.Id integration, Scope scope) {
        return passes.values().stream()
                .filter(pass ->
                        pass.integration().equals(integration) && pass.scope().equals(scope))
                .reduce((_, later) -> later);
    }

    @Override
    public void advance(PassState next, Instant at) {
        passes.put(next.number(), next);
        Integration one = find(next.integration()).orElseThrow();
        Credential credential = one.credential();
        integrations.put(
                one.id(),
                new Integration(
                        one.id(),
                        one.name(),
                        one.provider(),
                        one.settings(),
                        next.isSuccess() ? credential.worked(at, Optional.empty()) : credential,
                        one.organization(),
                        one.capabilities(),
                        next.isSuccess() ? Optional.of(at) : one.lastSuccess(),
                        next.tellsTrouble().orElse(one.trouble()),
                        one.readOnly(),
                        one.addedAt()));
    }

    @Override
    public void introduced(PassState next, Acquaintance made) {
        Integration one = find(next.integration()).orElseThrow();
        Credential credential = one.credential();
        integrations.put(
                one.id(),
                new Integration(
                        one.id(),
                        one.name(),
                        one.provider(),
                        one.settings(),
                        made.introspection().isPresent() ? credential.worked(made.at(), made.endsAt()) : credential,
                        made.organization(Optional.ofNullable(one.settings().get("sharing_id"))),
                        made.introspection().map(Introspection::capabilities),
                        one.lastSuccess(),
                        one.trouble(),
                        one.readOnly(),
                        one.addedAt()));
        advance(next, made.at());
    }

    @Override
    public PassState listed(PassState state, List<ListedRegistration> page, Instant at, IntFunction<PassState> next) {
        int fresh = 0;
        for (ListedRegistration listed : page) {
            Optional<Row> known = rows.values().stream()
                    .filter(row -> row.holding.integration().equals(state.integration())
                            && row.holding.name().equals(listed.name()))
                    .findFirst();
            Row row = known.orElseGet(() -> first(state, listed, at));
            known.ifPresent(one -> see(one, one.holding.facts().with(listed), at));
            fresh += row.seen < state.number() ? 1 : 0;
            row.seen = state.number();
        }
        PassState kept = next.apply(fresh);
        advance(kept, at);
        return kept;
    }

    private Row first(PassState state, ListedRegistration listed, Instant at) {
        Row row = new Row(new Holding(
                new Holding.Id(rows.size() + 1),
                state.integration(),
                listed.name(),
                Facts.of(listed),
                Holding.ZoneKnowledge.NONE,
                at,
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        rows.put(row.holding.id().number(), row);
        note(row, at, new Comparison.Moved(new Event.Appeared(), new Origin.FirstSight()));
        return row;
    }

    private void see(Row row, Facts facts, Instant at) {
        Holding was = row.holding;
        row.holding = with(was, facts, was.zone(), at, was.detailedAt(), Optional.empty());
        if (was.isArchived()) {
            note(row, at, new Comparison.Moved(new Event.Returned(), new Origin.Elsewhere()));
        }
        Comparison.facts(was.facts(), facts, List.of()).forEach(moved -> note(row, at, moved));
    }

    private static Holding with(
            Holding was,
            Facts facts,
            Holding.ZoneKnowledge zone,
            Instant seenAt,
            Optional<Instant> detailedAt,
            Optional<Instant> archivedAt) {
        return new Holding(
                was.id(),
                was.integration(),
                was.name(),
                facts,
                zone,
                was.firstSeenAt(),
                seenAt,
                detailedAt,
                archivedAt,
                was.lastChange(),
                was.driftedAt());
    }

    private void note(Row row, Instant at, Comparison.Moved moved) {
        history.add(new HistoryEntry(history.size() + 1, row.holding.id(), row.holding.name(), at, moved));
    }

    @Override
    public List<Due> due(PassState state, int limit) {
        return rows.values().stream()
                .filter(row -> row.holding.integration().equals(state.integration()) && !row.holding.isArchived())
                .filter(row -> isDue(row, state))
                .sorted(Comparator.comparingLong(row -> row.holding.id().number()))
                .limit(limit)
                .map(row -> new Due(row.holding.id(), row.holding.name()))
                .toList();
    }

    private static boolean isDue(Row row, PassState state) {
        boolean one = state.scope() instanceof Scope.OneDomain;
        boolean this_ = one && ((Scope.OneDomain) state.scope()).holding().equals(row.holding.id());
        return switch (state.phase()) {
            case CONFIRMING -> row.seen < state.number();
            case ZONES ->
                row.zone < state.number() && (one ? this_ : row.holding.facts().servedBy() == ServedBy.LIVEDNS);
            case DETAILS -> row.detail < state.number() && (one ? this_ : isStale(row, state));
            case INTRODUCTION, LISTING, SNAPSHOTS, FINISHED -> false;
        };
    }

    private static boolean isStale(Row row, PassState state) {
        Instant limit = state.startedAt().minus(Duration.ofDays(7));
        return row.holding.detailedAt().filter(at -> !at.isBefore(limit)).isEmpty();
    }

    @Override
    public Left left(PassState state) {
        List<Row> own = rows.values().stream()
                .filter(row -> row.holding.integration().equals(state.integration()) && !row.holding.isArchived())
                .toList();
        int zones = (int) own.stream()
                .filter(row -> isDue(row, state.at(Scope.Phase.ZONES)))
                .count();
        int details = (int) own.stream()
                .filter(row -> isDue(row, state.at(Scope.Phase.DETAILS)))
                .count();
        return new Left(own.size(), zones, zones, details);
    }

    @Override
    public void detailed(PassState next, Holding.Id id, RegistrationDetail detail, Instant at) {
        Row row = row(id);
        see(row, row.holding.facts().with(detail), at);
        row.holding = with(row.holding, row.holding.facts(), row.holding.zone(), at, Optional.of(at), Optional.empty());
        row.seen = next.number();
        row.detail = next.number();
        advance(next, at);
    }

    @Override
    public void vanished(PassState next, Holding.Id id, Instant at) {
        Row row = row(id);
        Holding was = row.holding;
        row.holding = with(was, was.facts(), was.zone(), was.seenAt(), was.detailedAt(), Optional.of(at));
        row.seen = next.number();
        note(row, at, new Comparison.Moved(new Event.Vanished(), new Origin.Elsewhere()));
        advance(next, at);
    }

    @Override
    public void zoneRead(PassState next, Holding.Id id, Reading reading, Instant asked, Instant at) {
        observe(id, reading, asked, at);
        row(id).zone = next.number();
        advance(next, at);
    }

    @Override
    public void observe(Holding.Id id, Reading reading, Instant asked, Instant at) {
        Row row = row(id);
        if (row.holding.zone().readAt().filter(kept -> kept.isAfter(asked)).isPresent()) {
            return;
        }
        Comparison.zone(row.kept, reading.zone(), List.of()).forEach(moved -> note(row, at, moved));
        row.kept = Optional.of(reading.zone());
        Holding was = row.holding;
        Holding.ZoneKnowledge zone = new Holding.ZoneKnowledge(
                Optional.of(asked), reading.zone().rrsets().size(), Optional.empty(), reading.warnings());
        row.holding = with(was, was.facts(), zone, was.seenAt(), was.detailedAt(), was.archivedAt());
    }

    @Override
    public void skipped(Scope.Phase phase, PassState next, Holding.Id id, Trouble trouble, Instant at) {
        Row row = row(id);
        switch (phase) {
            case CONFIRMING -> row.seen = next.number();
            case DETAILS -> row.detail = next.number();
            case ZONES -> {
                row.zone = next.number();
                Holding was = row.holding;
                Holding.ZoneKnowledge zone = new Holding.ZoneKnowledge(
                        was.zone().readAt(),
                        was.zone().rrsets(),
                        Optional.of(trouble),
                        was.zone().warnings());
                row.holding = with(was, was.facts(), zone, was.seenAt(), was.detailedAt(), was.archivedAt());
            }
            case INTRODUCTION, LISTING, SNAPSHOTS, FINISHED -> throw new IllegalArgumentException();
        }
        advance(next, at);
    }

    @Override
    public void snapshotsRead(PassState next, Holding.Id id, List<Snapshot> snapshots, Instant at) {
        row(id).snapshots = snapshots;
        advance(next, at);
    }

    @Override
    public Slice<Holding> holdings(HoldingFilter filter, Order order, Optional<String> cursor, int limit) {
        List<Holding> all = rows.values().stream()
                .map(row -> row.holding)
                .filter(one -> one.isArchived() == filter.archived())
                .sorted(Comparator.comparing(Holding::name))
                .toList();
        return new Slice<>(all.subList(0, Math.min(limit, all.size())), Optional.empty());
    }

    @Override
    public int count(HoldingFilter filter) {
        return holdings(filter, Order.NAME, Optional.empty(), Integer.MAX_VALUE)
                .items()
                .size();
    }

    @Override
    public Facets facets(Instant endsBefore, Instant driftedSince) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Holding> holding(Holding.Id id) {
        return Optional.ofNullable(rows.get(id.number())).map(row -> row.holding);
    }

    @Override
    public List<Holding> holdings(Name name) {
        return rows.values().stream()
                .map(row -> row.holding)
                .filter(one -> one.name().equals(name) && !one.isArchived())
                .toList();
    }

    @Override
    public Optional<Zone> zone(Holding.Id id) {
        return Optional.ofNullable(rows.get(id.number())).flatMap(row -> row.kept);
    }

    @Override
    public List<Snapshot> snapshots(Holding.Id id) {
        return row(id).snapshots;
    }

    @Override
    public Slice<HistoryEntry> of(Holding.Id holding, Optional<String> cursor, int limit) {
        return new Slice<>(
                history.reversed().stream()
                        .filter(entry -> entry.holding().equals(holding))
                        .limit(limit)
                        .toList(),
                Optional.empty());
    }

    @Override
    public Slice<HistoryEntry> all(boolean driftOnly, Optional<String> cursor, int limit) {
        return new Slice<>(
                history.reversed().stream()
                        .filter(entry -> !driftOnly || entry.moved().isDrift())
                        .limit(limit)
                        .toList(),
                Optional.empty());
    }

    @Override
    public Optional<Zone> zoneAt(Holding.Id holding, Instant instant) {
        return zone(holding)
                .flatMap(now -> Rewind.to(
                        instant,
                        now,
                        of(holding, Optional.empty(), Integer.MAX_VALUE).items()));
    }
}
