package cadastre.selfhosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cadastre.dns.A;
import cadastre.dns.Name;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Ttl;
import org.junit.jupiter.api.Test;

class PowerDnsZoneTest {
    private static final Name APEX = Name.of("example.com.");

    private static String zone(String rrsets) {
        return "{\"dnssec\": true, \"id\": \"x\", \"masters\": [], \"rrsets\": [" + rrsets + "]}";
    }

    @Test
    void recordsThatAreServedAreRead() throws Exception {
        PowerDnsZone zone = PowerDnsZone.parse(zone("""
                {"name": "www.example.com.", "type": "A", "ttl": 300, "comments": [{"content": "x"}],
                 "records": [{"content": "192.0.2.1", "disabled": false}, {"content": "192.0.2.2", "disabled": true}]}
                """), APEX);

        assertThat(zone.signed()).isTrue();
        assertThat(zone.records())
                .containsExactly(new ResourceRecord(Name.of("www.example.com."), new Ttl(300), new A(0xC0000201)));
        assertThat(zone.warnings())
                .containsExactly(
                        "PowerDNS holds disabled records of www.example.com. A; they go if that RRset is changed");
    }

    @Test
    void aTypeOfPowerDnsAloneIsLeftAlone() throws Exception {
        PowerDnsZone zone = PowerDnsZone.parse(zone("""
                {"name": "lua.example.com.", "type": "LUA", "ttl": 300, "records": [{"content": "A \\"x\\""}]}
                """), APEX);

        assertThat(zone.records()).isEmpty();
        assertThat(zone.warnings())
                .containsExactly(
                        "PowerDNS holds LUA at lua.example.com., which is of its own making; it is left alone");
    }

    @Test
    void anAnswerThatIsNotAZoneIsNoEmptyOne() {
        for (String body : new String[] {
            "",
            "{}",
            "[]",
            "null",
            "{\"rrsets\": [{\"name\"",
            "{\"error\": \"x\"}",
            zone("{\"name\": \"www.example.com.\", \"type\": \"A\", \"ttl\": 1, \"records\": [{\"content\": \"x\"}]}")
        }) {
            assertThatExceptionOfType(PowerDnsZone.UnreadableException.class)
                    .as(body)
                    .isThrownBy(() -> PowerDnsZone.parse(body, APEX));
        }
    }
}
