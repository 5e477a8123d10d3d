var to = to || "a";
var REG = NewRegistrar("none");
var DNS = NewDnsProvider("gandi");
D("example.tld", REG, DnsProvider(DNS), NO_PURGE,
    to == "cname" ? CNAME("changing", "elsewhere.example.net.") : A("changing", "192.0.2.1")
);
