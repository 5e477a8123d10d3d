var REG = NewRegistrar("none");
var DNS = NewDnsProvider("gandi");
D("example.tld", REG, DnsProvider(DNS),
    IGNORE("mx*"), IGNORE("@", "MX,TXT"), IGNORE("_dmarc"),
    A("@", "192.0.2.10", TTL(3600)),
    A("mx1", "192.0.2.1")
);
D("empty-zone.tld", REG, DnsProvider(DNS), IGNORE("other"), A("a", "192.0.2.1"));
