package cadastre.dns;

/// The data of a record, by type.
///
/// Equal data have the same canonical text and no others do. All are immutable and thread-safe. What the types
/// have in common comes from their rows in [RdataTypes].
///
/// @rfc 1035 section 3.2.1
public sealed interface Rdata
        permits A,
                Aaaa,
                Alias,
                Caa,
                Cdnskey,
                Cds,
                Cname,
                Dhcid,
                Dname,
                Dnskey,
                Ds,
                Https,
                Key,
                Loc,
                Mx,
                Naptr,
                Ns,
                Openpgpkey,
                Ptr,
                Rp,
                Smimea,
                Soa,
                Spf,
                Srv,
                Sshfp,
                Svcb,
                Tlsa,
                Txt,
                Unknown,
                Uri,
                Wks {
    /// {@return its type}
    default RdataType type() {
        return RdataTypes.rowOf(this).type();
    }

    /// {@return its presentation format on one line, with absolute names spelled as they were written}
    default String presentation() {
        return RdataTypes.rowOf(this).presentation(this);
    }

    /// {@return its presentation format with names in lower case: the same text for equal data}
    default String canonical() {
        return RdataTypes.rowOf(this).canonical(this);
    }
}
