var REG = NewRegistrar("gandi");
var DNS = NewDnsProvider("gandi");
D("nobody-here.example", REG, DnsProvider(DNS), A("test", "1.2.3.4"));
D("example.tld", REG, DnsProvider(DNS), NO_PURGE, A("test", "1.2.3.4"));
