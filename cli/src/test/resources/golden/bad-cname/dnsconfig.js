var REG = NewRegistrar("none");
var DNS = NewDnsProvider("gandi");
D("example.tld", REG, DnsProvider(DNS),
    CNAME("both", "a.example.net."),
    A("both", "192.0.2.1"),
    A("under_score", "192.0.2.1"),
    CNAME("dot", "a.b")
);
