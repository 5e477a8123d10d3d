// One zone of the emulator's demonstration portfolio, so that the class data cache holds what an ordinary `push` uses.
var REG = NewRegistrar("gandi");
var DNS = NewDnsProvider("gandi");

D("example.tld", REG, DnsProvider(DNS), NO_PURGE,
    A("training", "192.0.2.1", TTL(600)),
    TXT("training-text", "hello"),
    CNAME("training-alias", "training")
);
