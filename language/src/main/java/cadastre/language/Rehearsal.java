package cadastre.language;

/// Reads and validates a small config while the engine starts, so that the classes for it are there when
/// the program has run: at a prompt people wait for the loading of classes more than for anything else.
final class Rehearsal {
    private static final String CONF = """
            {"registrars": [{"name": "r", "type": "-"}], "dns_providers": [{"name": "d", "type": "-"}],
             "domains": [{"name": "a.example", "registrar": "r", "dnsProviders": {"d": -1}, "meta": {},
               "nameservers": [], "unmanaged": [], "recordsabsent": [], "rawrecords": [], "defaultTTL": 0,
               "records": [
                 {"type": "A", "meta": {}, "ttl": 0, "filepos": 0, "name": "@", "target": "192.0.2.1"},
                 {"type": "CNAME", "meta": {}, "ttl": 0, "filepos": 0, "name": "www", "target": "@"},
                 {"type": "MX", "meta": {}, "ttl": 0, "filepos": 0, "name": "@", "mxpreference": 1, "target": "mx"},
                 {"type": "TXT", "meta": {}, "ttl": 0, "filepos": 0, "name": "@", "target": "text"}]}]}""";

    private Rehearsal() {}

    static void run() {
        try {
            Validation.validate(PostProcess.config(ConfReader.read(CONF, new Sites())));
        } catch (ConfReader.Unusable e) {
            throw new IllegalStateException("the rehearsal is wrong", e);
        }
    }
}
