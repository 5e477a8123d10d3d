package cadastre.emulator;

import java.util.List;
import java.util.Set;

/// The types of records that LiveDNS takes.
final class RrTypes {
    /// All of them, as `GET /livedns/dns/rrtypes` lists them.
    static final List<String> ACCEPTED = List.of(
            "A",
            "AAAA",
            "ALIAS",
            "CAA",
            "CDS",
            "CNAME",
            "DNAME",
            "DS",
            "HTTPS",
            "KEY",
            "LOC",
            "MX",
            "NAPTR",
            "NS",
            "OPENPGPKEY",
            "PTR",
            "RP",
            "SOA",
            "SPF",
            "SRV",
            "SSHFP",
            "SVCB",
            "TLSA",
            "TXT",
            "WKS");

    /// Types whose data are texts that come back in quotes.
    static final Set<String> TEXTS = Set.of("TXT", "SPF");

    private RrTypes() {}
}
