var NONE = NewRegistrar("none");
var NAMES = NewRegistrar("names");
var GANDI = NewDnsProvider("gandi");
var CLOUD = NewDnsProvider("cloud");
D("proxied.example", NAMES, DnsProvider(CLOUD), A("@", "192.0.2.1", CF_PROXY_ON), CF_WORKER_ROUTE("a/*", "w"));
D("empty-zone.tld", NAMES, DnsProvider(GANDI), A("a", "192.0.2.1"));
D("example.tld", NONE, DnsProvider(GANDI), DnsProvider(CLOUD), A("a", "192.0.2.1"));
