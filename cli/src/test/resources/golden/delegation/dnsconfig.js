var REG = NewRegistrar("gandi");
var DNS = NewDnsProvider("gandi");
D("example.tld", REG, DnsProvider(DNS, 0), NO_PURGE, NAMESERVER("ns1.example.net."), NAMESERVER("NS2.example.net."));
