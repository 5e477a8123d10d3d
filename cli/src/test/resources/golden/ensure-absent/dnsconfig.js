var REG = NewRegistrar("none");
var DNS = NewDnsProvider("gandi");
D("empty-zone.tld", REG, DnsProvider(DNS),
    A("two", "192.0.2.4"), A("two", "192.0.2.5"), MX("@", 10, "two"), MX("@", 20, "other"), TXT("gone", "x"), TXT("stays", "x")
);
