var REG = NewRegistrar("gandi");
var DNS = NewDnsProvider("gandi");

D("example.tld", REG, DnsProvider(DNS), DefaultTTL("1h"),
    A("@", "192.0.2.10"),
    AAAA("@", "2001:db8::10"),
    CNAME("www", "@"),

    // New names.
    A("test", "1.2.3.4"),
    CAA("@", "issue", "letsencrypt.org"),

    // A CNAME until now: the name goes over in one write, so that it always answers.
    A("blog", "192.0.2.80"),
    AAAA("blog", "2001:db8::80"),

    // The second mail server moves; mx2, which is not declared any more, goes.
    MX("@", 10, "mx1", TTL("3h")),
    MX("@", 20, "mail.example.net.", TTL("3h")),
    A("mx1", "192.0.2.25", TTL("3h")),
    TXT("@", "v=spf1 mx -all", TTL("3h")),
    TXT("_dmarc", "v=DMARC1; p=reject; rua=mailto:dmarc@example.tld", TTL("3h"))
);
