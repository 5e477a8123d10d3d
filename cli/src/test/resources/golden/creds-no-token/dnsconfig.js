var REG = NewRegistrar("none");
var DNS = NewDnsProvider("gandi");
D("example.tld", REG, DnsProvider(DNS), A("test", "1.2.3.4"));
