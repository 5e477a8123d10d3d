var REG = NewRegistrar("none");
var DNS = NewDnsProvider("gandi");
D("example.tld", REG, DnsProvider(DNS), NO_PURGE, Cname("www", "@"));
