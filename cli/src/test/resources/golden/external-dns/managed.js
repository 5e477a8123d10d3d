var REG = NewRegistrar("none");
var DNS = NewDnsProvider("gandi");
D("empty-zone.tld", REG, DnsProvider(DNS), IGNORE_EXTERNAL_DNS("k8s-"),
    A("app", "192.0.2.40"), A("new", "192.0.2.6")
);
