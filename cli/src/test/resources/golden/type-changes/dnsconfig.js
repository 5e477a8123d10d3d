var to = to || "a";
var REG = NewRegistrar("none");
var DNS = NewDnsProvider("gandi");
D("empty-zone.tld", REG, DnsProvider(DNS), 
    to == "cname" ? CNAME("changing", "elsewhere.example.net.") : A("changing", "192.0.2.1")
);
