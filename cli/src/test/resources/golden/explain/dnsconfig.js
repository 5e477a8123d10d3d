var REG = NewRegistrar("none");
var DNS = NewDnsProvider("gandi");
var shared = require("./shared.js");
D("example.tld", REG, DnsProvider(DNS), NO_PURGE, IGNORE("_acme*", "TXT"), NAMESERVER("ns.example.net."),
    A("WWW", "192.0.2.1", {note: "the web site"}),
    TXT("www", "x", TTL("1h")),
    A("www", "192.0.2.9", ENSURE_ABSENT_REC()),
    CNAME("blog", "www"), ALIAS("cdn", "cdn.example.net.", TTL(60))
);
D_EXTEND("lab.example.tld", MX("@", 10, "mail"));
addShared();
