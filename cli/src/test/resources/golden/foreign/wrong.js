var W = NewDnsProvider("wrong"), N = NewRegistrar("none");
D("empty-zone.tld", N, DnsProvider(W), A("a", "192.0.2.1"));
