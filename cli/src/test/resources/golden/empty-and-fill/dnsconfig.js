var fill = fill || "";
var REG = NewRegistrar("none");
var DNS = NewDnsProvider("gandi");
D("empty-zone.tld", REG, DnsProvider(DNS),
    fill == "yes" ? [A("a", "192.0.2.1"), MX("@", 10, "a")] : []
);
