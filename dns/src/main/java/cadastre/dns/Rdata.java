package cadastre.dns;

/// The data of a record, by type.
///
/// @rfc 1035 section 3.2.1
public sealed interface Rdata permits Unknown {
    /// {@return its type}
    RdataType type();

    /// {@return its presentation format, with absolute names spelled as they were written}
    String presentation();

    /// {@return its presentation format with names in lower case: the same text for equal data}
    String canonical();
}
