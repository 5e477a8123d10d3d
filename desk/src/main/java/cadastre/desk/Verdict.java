package cadastre.desk;

/// What came of giving the word for a plan.
public enum Verdict {
    /// It is being applied.
    STARTED,
    /// There is no such rollout in the workspace.
    NOT_THERE,
    /// The plan is not the one that was shown.
    OTHER_PLAN,
    /// It does not wait for a word: it was applied or discarded already.
    NOT_WAITING,
    /// The zone moved since it was read for this plan.
    STALE,
    /// An objection stands that nobody can overrule.
    BLOCKED,
    /// An objection stands, and no reason was given to overrule it.
    REASON_MISSING,
    /// Another rollout of the same zone is being applied.
    BUSY
}
