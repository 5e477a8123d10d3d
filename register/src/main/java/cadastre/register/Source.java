package cadastre.register;

import static java.util.Objects.requireNonNull;

import cadastre.provider.DnsProvider;
import cadastre.provider.Portfolio;
import cadastre.provider.Snapshots;

/// The provider behind one integration, in the roles that a pass asks.
///
/// @param portfolio what is held there
/// @param zones     what its zones hold
/// @param snapshots what it keeps of them
/// @param effort    what asking costs
public record Source(Portfolio portfolio, DnsProvider zones, Snapshots snapshots, Effort effort) {
    /// None may be null.
    public Source {
        requireNonNull(portfolio, "portfolio is null");
        requireNonNull(zones, "zones is null");
        requireNonNull(snapshots, "snapshots is null");
        requireNonNull(effort, "effort is null");
    }
}
