var to = to || "a";
var REG = NewRegistrar("none");
var DNS = NewDnsProvider("gandi");
D("empty-zone.tld", REG, DnsProvider(DNS),
    to == "alias" ? ALIAS("@", "elsewhere.example.net.") : A("@", "192.0.2.1"),
    MX("@", 10, "mail.example.net."),
    ALIAS("below", "elsewhere.example.net.")
);
