package cadastre.emulator;

import java.time.InstantSource;

/// How a zone of a domain is made.
///
/// @param fqdn          the domain
/// @param rules         what may stand together in it
/// @param keptSnapshots how many snapshots that nobody asked for it keeps
/// @param clock         of which serials are made
/// @param snapshotting  whether it takes snapshots before changes, at first
/// @param versions      whether it keeps what it was, for name servers that lag behind
record NewZone(
        String fqdn, ZoneRules rules, int keptSnapshots, InstantSource clock, boolean snapshotting, boolean versions) {
    /// {@return a zone without records that takes no snapshots yet}
    LiveZone empty() {
        LiveZone zone = new LiveZone(rules, new SnapshotChain(fqdn, keptSnapshots), clock);
        if (versions) {
            zone.keepVersions();
        }
        return zone;
    }

    /// {@return a zone with what Gandi puts into new ones}
    LiveZone standard() {
        LiveZone zone = DefaultZone.fill(empty());
        zone.setSnapshotting(snapshotting);
        return zone;
    }

    /// {@return a zone as it was kept}
    LiveZone restored(LiveZone.Held held) {
        LiveZone zone = empty();
        zone.restore(held);
        return zone;
    }
}
