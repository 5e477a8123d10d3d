package cadastre.rollout;

import cadastre.dns.Name;
import cadastre.plan.Plan;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import cadastre.provider.Registrar;
import java.util.List;

/// The rollout of a registration's changes.
public final class RegistrationRollout {
    private RegistrationRollout() {}

    /// Sends another delegation. The registry takes it up when it likes, so there is nothing to read back at once.
    ///
    /// @param fingerprint of the registration that was read
    /// @throws JournalException if it could not be noted; then it was not sent, or its outcome is not known
    public static StepResult apply(
            Name name, String fingerprint, Plan.DelegationChange change, Registrar registrar, Journal journal)
            throws JournalException {
        Plan plan = new Plan(List.of(new Plan.Target.OfRegistration(name, fingerprint, change)));
        Journal.Entry entry = journal.intend(new Intention.OfRegistration(plan.hash(), name, change));
        try {
            registrar.delegate(
                    name,
                    change.to().nameServers().stream().map(Name::withoutDot).toList());
        } catch (ProviderException e) {
            boolean unknown = e.reason() instanceof Reason.UnknownOutcome;
            entry.end(unknown ? Journal.Outcome.UNKNOWN : Journal.Outcome.FAILED, e.getMessage());
            return new StepResult.Failed(e);
        }
        entry.end(Journal.Outcome.DONE, "");
        return new StepResult.Done();
    }
}
