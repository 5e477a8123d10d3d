package cadastre.register;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import java.util.List;

/// How much a pass looks at.
public sealed interface Scope {
    /// The list of registrations and every zone that the provider serves.
    record Everything() implements Scope {}

    /// The own page of every registration whose page was not read for a while. The portfolio is usable without.
    record Details() implements Scope {}

    /// One registration: its own page, its zone, its snapshots.
    ///
    /// @param holding which
    /// @param name    what is registered
    record OneDomain(Holding.Id holding, Name name) implements Scope {
        /// Neither may be null.
        public OneDomain {
            requireNonNull(holding, "holding is null");
            requireNonNull(name, "name is null");
        }
    }

    /// {@return the phases of such a pass, in order, without [Phase#FINISHED]}
    default List<Phase> phases() {
        return switch (this) {
            case Everything _ -> List.of(Phase.INTRODUCTION, Phase.LISTING, Phase.CONFIRMING, Phase.ZONES);
            case Details _ -> List.of(Phase.DETAILS);
            case OneDomain _ -> List.of(Phase.DETAILS, Phase.ZONES, Phase.SNAPSHOTS);
        };
    }

    /// What a pass is at.
    enum Phase {
        /// The credential is asked about itself and its organizations.
        INTRODUCTION,
        /// The list of registrations is turned page by page.
        LISTING,
        /// Registrations that were not in the list are asked for one by one.
        CONFIRMING,
        /// Own pages are read.
        DETAILS,
        /// Zones are read.
        ZONES,
        /// Lists of snapshots are read.
        SNAPSHOTS,
        /// There is nothing left to do.
        FINISHED
    }
}
