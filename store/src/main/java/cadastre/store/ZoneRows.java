package cadastre.store;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Zone;
import cadastre.provider.Reading;
import cadastre.register.Comparison;
import cadastre.register.Holding;
import cadastre.register.Written;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Zones as rows of `rrsets`, and what is known of them beside.
final class ZoneRows {
    private ZoneRows() {}

    /// What is known of a zone before it is read again.
    ///
    /// @param name    of the registration
    /// @param askedAt when the question was sent whose answer is kept, if there was one
    /// @param digest  of that answer
    private record Known(Name name, OptionalLong askedAt, Optional<String> digest) {}

    /// {@return the zone as it was last read; empty if it never was, or is not of the workspace}
    static Optional<Zone> zone(Handle handle, String workspace, long domain) {
        Optional<Known> known = known(handle, workspace, domain);
        if (known.isEmpty() || known.get().askedAt().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Zone.of(known.get().name(), rrsets(handle, workspace, domain)));
    }

    private static List<RRset> rrsets(Handle handle, String workspace, long domain) {
        return handle.createQuery("""
                        select owner, type, ttl, rdata from rrsets
                        where domain_id = :domain and workspace_id = :workspace
                        order by owner_key, type
                        """)
                .bind("domain", domain)
                .bind("workspace", workspace)
                .map((row, _) -> RRsetText.rrset(
                        row.getString("owner"), row.getString("type"), row.getInt("ttl"), row.getString("rdata")))
                .list();
    }

    private static Optional<Known> known(Handle handle, String workspace, long domain) {
        return handle.createQuery("""
                        select name, zone_asked_at, zone_digest from domains
                        where id = :domain and workspace_id = :workspace
                        """)
                .bind("domain", domain)
                .bind("workspace", workspace)
                .map((row, _) -> new Known(
                        Name.of(row.getString("name")),
                        Columns.maybeLong(row, "zone_asked_at"),
                        Columns.maybeText(row, "zone_digest")))
                .findOne();
    }

    /// Keeps what a zone holds, unless something that was asked for later is kept already.
    ///
    /// @throws IllegalArgumentException if there is no such holding in the workspace, or it is of another name
    static void keep(Handle handle, String workspace, Holding.Id id, Reading reading, Instant asked, Instant at) {
        long domain = id.number();
        Zone seen = reading.zone();
        Known known = known(handle, workspace, domain)
                .orElseThrow(() -> new IllegalArgumentException("there is no holding " + id));
        if (!known.name().equals(seen.apex())) {
            throw new IllegalArgumentException(seen.apex() + " is not " + known.name());
        }
        long askedAt = Columns.micros(asked);
        if (known.askedAt().isPresent() && known.askedAt().getAsLong() > askedAt) {
            return;
        }
        String digest = RRsetText.digest(seen);
        if (!known.digest().equals(Optional.of(digest))) {
            Optional<Zone> before = known.askedAt().isPresent()
                    ? Optional.of(Zone.of(known.name(), rrsets(handle, workspace, domain)))
                    : Optional.empty();
            List<Written> written = before.isPresent()
                    ? JournalRows.written(
                            handle, workspace, known.name(), known.askedAt().getAsLong())
                    : List.of();
            replace(handle, workspace, domain, before.orElseGet(() -> Zone.empty(known.name())), seen);
            List<HistoryRows.Noted> events = Comparison.zone(before, seen, written).stream()
                    .map(moved -> new HistoryRows.Noted(domain, moved))
                    .toList();
            HistoryRows.note(handle, workspace, events, at);
        }
        handle.createUpdate("""
                        update domains
                        set zone_asked_at = :asked, zone_digest = :digest, zone_rrsets = :rrsets, zone_unread = 0,
                            zone_trouble = null, zone_warnings = :warnings
                        where id = :domain and workspace_id = :workspace
                        """)
                .bind("asked", askedAt)
                .bind("digest", digest)
                .bind("rrsets", seen.rrsets().size())
                .bind("warnings", Json.of(reading.warnings()))
                .bind("domain", domain)
                .bind("workspace", workspace)
                .execute();
    }

    /// Writes only the rows that differ.
    private static void replace(Handle handle, String workspace, long domain, Zone before, Zone after) {
        PreparedBatch gone = handle.prepareBatch("""
                delete from rrsets
                where domain_id = :domain and owner_key = :owner_key and type = :type and workspace_id = :workspace
                """);
        for (RRset rrset : before.rrsets()) {
            if (after.rrset(rrset.key()).isEmpty()) {
                key(gone, workspace, domain, rrset).add();
            }
        }
        PreparedBatch there = handle.prepareBatch("""
                insert into rrsets (workspace_id, domain_id, owner_key, type, owner, ttl, rdata)
                values (:workspace, :domain, :owner_key, :type, :owner, :ttl, :rdata)
                on conflict (domain_id, owner_key, type) do update
                set owner = excluded.owner, ttl = excluded.ttl, rdata = excluded.rdata
                """);
        for (RRset rrset : after.rrsets()) {
            boolean same = before.rrset(rrset.key())
                    .filter(was -> RRsetText.of(was).equals(RRsetText.of(rrset)))
                    .isPresent();
            if (!same) {
                key(there, workspace, domain, rrset)
                        .bind("owner", rrset.owner().toString())
                        .bind("ttl", rrset.ttl().seconds())
                        .bind("rdata", RRsetText.rdata(rrset))
                        .add();
            }
        }
        if (gone.size() > 0) {
            gone.execute();
        }
        if (there.size() > 0) {
            there.execute();
        }
    }

    private static PreparedBatch key(PreparedBatch batch, String workspace, long domain, RRset rrset) {
        return batch.bind("workspace", workspace)
                .bind("domain", domain)
                .bind("owner_key", rrset.owner().lowerCase().toString())
                .bind("type", rrset.type().mnemonic());
    }
}
