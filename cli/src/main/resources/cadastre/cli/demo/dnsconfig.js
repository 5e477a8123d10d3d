var REG = NewRegistrar("gandi");
var DNS = NewDnsProvider("gandi");

D("example.tld", REG, DnsProvider(DNS), NO_PURGE,
    A("test", "1.2.3.4"),
    AAAA("test", "2001:db8::4", TTL("1h")),
    MX("@", 10, "mx1"),
    MX("@", 20, "mail.example.net."),
    TXT("_dmarc", "v=DMARC1; p=reject; rua=mailto:dmarc@example.tld"),
    CAA("@", "issue", "letsencrypt.org"),
    // A CNAME until now: the name goes over in one write, so that it always answers.
    A("blog", "192.0.2.80"),
    AAAA("blog", "2001:db8::80")
);
