package cadastre.cli;

import cadastre.plan.Plan;
import cadastre.plan.ZonePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one provider has to say about one zone, and to do.
///
/// @param account   whose section it is
/// @param reports   `INFO` items before the changes
/// @param zone      the zone's plan, if its records were read
/// @param notes     `INFO` items of the registrar
/// @param registrar the registrar's change, if there is one
/// @param failed    whether one of the items says that something failed
record Section(
        Account account,
        List<List<String>> reports,
        Optional<ZonePlan> zone,
        List<List<String>> notes,
        Optional<Redelegation> registrar,
        boolean failed) {
    /// A change of the delegation.
    ///
    /// @param text        what is shown
    /// @param fingerprint of the registration that was read
    /// @param change      what is sent
    record Redelegation(Account account, String text, String fingerprint, Plan.DelegationChange change) {}

    static Section empty(Account account) {
        return new Section(account, List.of(), Optional.empty(), List.of(), Optional.empty(), false);
    }

    Section withReport(List<String> lines, boolean failure) {
        List<List<String>> all = new ArrayList<>(reports);
        all.add(lines);
        return new Section(account, all, zone, notes, registrar, failed || failure);
    }

    Section withNote(String line, boolean failure) {
        List<List<String>> all = new ArrayList<>(notes);
        all.add(List.of(line));
        return new Section(account, reports, zone, all, registrar, failed || failure);
    }

    Section withZone(ZonePlan plan) {
        return new Section(account, reports, Optional.of(plan), notes, registrar, failed);
    }

    Section withRegistrar(Redelegation change) {
        return new Section(account, reports, zone, notes, Optional.of(change), failed);
    }
}
