package cadastre.rollout;

import cadastre.provider.ProviderException;

/// How a step of a plan ended.
public sealed interface StepResult {
    /// All its writes were carried out.
    record Done() implements StepResult {}

    /// A write was not carried out, or nobody knows; the writes after it were not sent.
    ///
    /// @param reason what the provider said
    record Failed(ProviderException reason) implements StepResult {}

    /// Somebody said no; nothing was sent.
    record Declined() implements StepResult {}
}
