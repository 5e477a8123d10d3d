package cadastre.plan;

/// What of a zone is shown, declined and written as one.
public enum Granularity {
    /// The changes of an owner name, or of one type at a name that is new.
    NAME,
    /// All changes of the zone: its provider replaces it as a whole.
    ZONE
}
