package cadastre.provider;

/// Whose name servers a registration refers to, as the registrar sees it.
public enum ServedBy {
    /// Gandi's LiveDNS: its zone is read and changed there.
    LIVEDNS,
    /// Gandi's former name servers, whose zones nobody but Gandi's own page changes.
    CLASSIC,
    /// Others.
    CUSTOM,
    /// It is not said.
    UNKNOWN
}
