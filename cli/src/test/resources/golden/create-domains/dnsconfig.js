var REG = NewRegistrar("gandi");
var DNS = NewDnsProvider("gandi");
D("example.tld", REG, DnsProvider(DNS), NO_PURGE,
    A("test", "1.2.3.4"),
    A("test", "1.2.3.5"),
    TXT("test", "hello \"world\""),
    CNAME("alias", "test"),
    TXT("short", "t", TTL(60))
);
