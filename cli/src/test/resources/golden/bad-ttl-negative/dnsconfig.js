D("example.tld", NewRegistrar("none"), DnsProvider(NewDnsProvider("gandi")), A("a", "192.0.2.1", TTL(-1)));
