var REG = NewRegistrar("gandi");
var DNS = NewDnsProvider("gandi");
D("empty-zone.tld", REG, DnsProvider(DNS), NAMESERVER("ns.example.net."), A("a", "192.0.2.9"), CNAME("b", "a"));
