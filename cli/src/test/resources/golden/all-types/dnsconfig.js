var REG = NewRegistrar("none");
var DNS = NewDnsProvider(USE);
D("empty-zone.tld", REG, DnsProvider(DNS),
    HTTPS("@", 1, ".", "alpn=h2,h3"), SVCB("_dns", 1, "dns.example.net.", "port=853"),
    NAPTR("@", 10, 20, "U", "E2U+sip", "!^.*$!sip:info@example.com!", "."),
    LOC("@", 52, 22, 23, "N", 4, 53, 32, "E", -2, 0, 10000, 10),
    DNAME("old", "new.example.net."), OPENPGPKEY("key", "aGVsbG8=")
);
