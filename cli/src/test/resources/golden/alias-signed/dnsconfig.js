var REG = NewRegistrar("none");
var DNS = NewDnsProvider("gandi");
D("signed.tld", REG, DnsProvider(DNS), ALIAS("@", "elsewhere.example.net."));
