// Twenty small zones, so that the class data cache holds what an ordinary `check` uses.
var REG = NewRegistrar("none");
var DNS = NewDnsProvider("gandi");

for (var i = 0; i < 20; i++) {
    D("zone" + i + ".example", REG, DnsProvider(DNS),
        A("@", "192.0.2.1"),
        A("www", "192.0.2.2", TTL(600)),
        AAAA("www", "2001:db8::2"),
        CNAME("shop", "www"),
        MX("@", 10, "mail"),
        TXT("@", "v=spf1 -all"),
        CAA("@", "issue", "ca.example"),
        SRV("_sip._tcp", 10, 20, 5060, "sip.example."),
        NS("child", "ns1.example.net.")
    );
}
