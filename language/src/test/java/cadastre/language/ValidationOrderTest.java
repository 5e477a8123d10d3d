package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Several faults at once show in the order users know, whatever the order of our classes.
class ValidationOrderTest {
    private static RecordConfig record(String place, String type, String name, String target) {
        return RecordConfig.of(type, name, target).withFilepos("[line:" + place + "]", Optional.empty());
    }

    @Test
    void recordsComeDomainByDomainBeforeWhatTheyAreTogether() {
        DomainConfig one = Configs.domain(
                "one.example",
                record("2:23", "A", "@", "x"),
                record("2:36", "CNAME", "c", "no.dot"),
                record("2:58", "A", "u_s", "192.0.2.1"),
                record("2:81", "A", "d", "192.0.2.1"),
                record("2:102", "A", "d", "192.0.2.1"));
        DomainConfig two = Configs.domain(
                "two.example",
                record("3:23", "MX", "@", "no.dot.either"),
                record("3:52", "CAA", "@", "x").withField("caatag", "bogus"),
                record("3:77", "CNAME", "w", "@"),
                record("3:94", "TXT", "w", "x"));
        String dot = " must end with a (.) [https://docs.dnscontrol.org/language-reference/why-the-dot]";
        assertThat(Validation.validate(Configs.config("-", one, two)).lines())
                .containsExactly(
                        "7 Validation errors:",
                        "ERROR: [line:2:23]: A @.one.example: WARNING: target (x) is not an IPv4 address",
                        "ERROR: [line:2:36]: CNAME c.one.example: target (no.dot)" + dot,
                        "WARNING: label u_s.one.example contains \"_\" (can't be used in a URL)",
                        "ERROR: [line:3:23]: MX @.two.example: target (no.dot.either)" + dot,
                        "ERROR: CAA tag bogus is invalid",
                        "ERROR: exact duplicate record found: d.one.example A 192.0.2.1",
                        "ERROR: [line:3:94]: cannot have CNAME and TXT record with same name: w.two.example");
    }

    @Test
    void capabilitiesComeDomainByDomain() {
        assertThat(Validation.validate(Configs.config(
                                "BIND",
                                Configs.domain("a.example", record("1:1", "R53_ALIAS", "a", "x.example.net.")),
                                Configs.domain("b.example", record("1:1", "ALIAS", "@", "x.example.net.")),
                                Configs.domain("c.example", record("1:1", "URL301", "u", "http://x.example.net")),
                                Configs.domain("d.example", record("1:1", "AKAMAICDN", "@", "x.example.net."))))
                        .lines())
                .containsExactly(
                        "3 Validation errors:",
                        "ERROR: domain a.example uses R53_ALIAS records, but DNS provider type BIND does not support them",
                        "ERROR: domain b.example uses ALIAS records, but DNS provider type BIND does not support them",
                        "ERROR: domain d.example uses AKAMAICDN records, but DNS provider type BIND does not support them");
    }

    @Test
    void reverseNamesOutsideTheZoneAreNamed() {
        assertThat(Validation.validate(Configs.config(
                                "-",
                                Configs.domain(
                                        "128-26.2.0.192.in-addr.arpa",
                                        record("1:1", "PTR", "192.0.2.1", "a.example.com."))))
                        .lines())
                .containsExactly(
                        "1 Validation errors:",
                        "ERROR: PTR record 192.0.2.1 in wrong IPv4 domain (128-26.2.0.192.in-addr.arpa)");
        assertThat(Validation.validate(Configs.config(
                                "-",
                                Configs.domain(
                                        "2.0.192.in-addr.arpa",
                                        record("1:1", "PTR", "1.100.51.198.in-addr.arpa.", "a.example.com."))))
                        .lines())
                .containsExactly(
                        "1 Validation errors:",
                        "ERROR: label \"1.100.51.198.in-addr.arpa.\" does not match D(\"2.0.192.in-addr.arpa\")");
        RecordConfig inside = Validation.validate(Configs.config(
                        "-",
                        Configs.domain(
                                "2.0.192.in-addr.arpa",
                                record("1:1", "PTR", "1.2.0.192.in-addr.arpa", "a.example.com."),
                                record("1:1", "PTR", "192.0.2.7", "b.example.com."))))
                .config()
                .domains()
                .getFirst()
                .records()
                .getFirst();
        assertThat(inside.name()).isEqualTo("1");
    }
}
