var REG = NewRegistrar("none");
var DNS = NewDnsProvider("gandi");
D("empty-zone.tld", REG, DnsProvider(DNS), NO_PURGE,
    A("app", "192.0.2.4"), CNAME("web", "app"), A("@", "192.0.2.9"),
    TXT("k8s-a-app", "heritage=external-dns,external-dns/owner=k8s"),
    TXT("k8s-web", "heritage=external-dns,external-dns/owner=k8s"),
    TXT("k8s-a", "heritage=external-dns,external-dns/owner=k8s"),
    TXT("app", "ours"), A("old", "192.0.2.5")
);
