package cadastre.rollout;

import cadastre.plan.Step;

/// Who watches a plan being applied and may decline single steps.
public interface Audience {
    /// Says that a step is next.
    ///
    /// @return whether it shall be sent
    boolean next(Step step);

    /// Says how a step ended.
    void ended(Step step, StepResult result);
}
