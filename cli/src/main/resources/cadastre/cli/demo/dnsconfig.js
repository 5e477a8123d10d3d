var REG = NewRegistrar("gandi");
var DNS = NewDnsProvider("gandi");

D("example.tld", REG, DnsProvider(DNS), NO_PURGE,
    A("@", "192.0.2.10"),
    A("test", "1.2.3.4"),
    AAAA("test", "2001:db8::4", TTL("1h")),
    MX("@", 10, "mail.example.net."),
    TXT("_dmarc", "v=DMARC1; p=quarantine; rua=mailto:postmaster@example.net"),
    CAA("@", "issue", "letsencrypt.org"),
    // An A record until now: the name goes over in one write and always answers.
    CNAME("shop", "shops.example.net.")
);
