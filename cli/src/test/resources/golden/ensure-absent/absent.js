var REG = NewRegistrar("none");
var DNS = NewDnsProvider("gandi");
D("empty-zone.tld", REG, DnsProvider(DNS), NO_PURGE,
    A("Two", "192.0.2.5", ENSURE_ABSENT_REC()),
    MX("@", 20, "other", ENSURE_ABSENT_REC()),
    TXT("gone", "x", ENSURE_ABSENT_REC()),
    TXT("stays", "y", ENSURE_ABSENT_REC()),
    A("new", "192.0.2.6")
);
