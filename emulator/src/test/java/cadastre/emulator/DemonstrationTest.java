package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The demonstration portfolio: what other documents and tests say about it.
class DemonstrationTest {
    private static final String KEY = "Apikey demoapikey00000000000000";
    private static final String FIRST = "00000000-0000-4000-8000-000000000001";
    private static final String SECOND = "00000000-0000-4000-8000-000000000002";

    private static Emulator emulator;

    @BeforeAll
    static void start() throws Exception {
        emulator = Emulator.start(EmulatorOptions.standard());
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    private static RawConnection.Reply get(String authorization, String target) throws Exception {
        try (RawConnection connection = new RawConnection(emulator.port())) {
            return connection
                    .send("GET " + target + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + authorization + "\r\n\r\n")
                    .reply();
        }
    }

    private static String token(String name) {
        return "Bearer " + name + "0".repeat(40 - name.length());
    }

    @Test
    void theSecretsAreTheDocumentedOnes() throws Exception {
        assertThat(token("pat_demo_all")).isEqualTo("Bearer pat_demo_all0000000000000000000000000000");
        assertThat(get(KEY, "/v5/livedns/domains/example.tld").status()).isEqualTo(200);
        assertThat(get(token("pat_demo_all"), "/v5/livedns/domains/example.tld").status())
                .isEqualTo(200);
        assertThat(get(token("pat_demo_view"), "/v5/livedns/domains/example.tld")
                        .status())
                .isEqualTo(403);
        assertThat(get(token("pat_demo_view"), "/v5/domain/domains/example.tld").status())
                .isEqualTo(200);
        assertThat(get(token("pat_demo_expiring"), "/tokeninfo").body()).contains("\"expires_in\":5183");
        assertThat(get(token("pat_demo_expired"), "/v5/domain/domains").status())
                .isEqualTo(403);
        assertThat(get(token("pat_demo_two"), "/v5/domain/domains/example.tld").status())
                .isEqualTo(404);
        assertThat(get(token("pat_demo_two"), "/v5/domain/domains?sharing_id=" + SECOND)
                        .status())
                .isEqualTo(200);
        assertThat(get(token("pat_demo_two"), "/v5/domain/domains?sharing_id=" + FIRST)
                        .status())
                .isEqualTo(403);
        assertThat(get(KEY, "/v5/livedns/domains?sharing_id=" + FIRST).body())
                .isEqualTo(get(KEY, "/v5/livedns/domains").body())
                .contains("\"example.tld\"");
    }

    @Test
    void thereAreAboutFortyDomainsInTwoOrganizations() throws Exception {
        int first = Integer.parseInt(
                get(KEY, "/v5/domain/domains").header("total-count").orElseThrow());
        int second = Integer.parseInt(get(KEY, "/v5/domain/domains?sharing_id=" + SECOND)
                .header("total-count")
                .orElseThrow());
        assertThat(first + second).isBetween(38, 45);
        assertThat(second).isBetween(5, 10);
    }

    @Test
    void everyTypeThatCanBeHeldIsHeldSomewhere() throws Exception {
        Registry registry = Portfolio.load(EmulatorOptions.standard());
        Set<String> types = new HashSet<>();
        registry.domains().stream()
                .flatMap(domain -> domain.zone(Instant.now()).stream())
                .map(LiveZone::list)
                .flatMap(Collection::stream)
                .forEach(rrset -> types.add(rrset.type()));
        Set<String> expected = new HashSet<>(RrTypes.ACCEPTED);
        expected.remove("SOA");
        assertThat(types).isEqualTo(expected);
    }

    @Test
    void someZonesHaveSnapshots() throws Exception {
        String list = get(KEY, "/v5/livedns/domains/example.tld/snapshots").body();
        assertThat(list).contains("Before the new mail servers", "\"automatic\":true");
        assertThat(get(KEY, "/v5/livedns/domains/mail-setup.tld/snapshots").body())
                .contains("2026 key published");
        assertThat(get(token("pat_demo_some"), "/v5/domain/domains").header("total-count"))
                .hasValue("2");
    }

    @Test
    void theOddOnesAreThere() throws Exception {
        assertThat(emulator.rrsets("example.tld")).hasSize(9);
        assertThat(emulator.rrsets("large-zone.tld")).hasSize(137);
        assertThat(get(KEY, "/v5/livedns/domains/large-zone.tld/records").header("link"))
                .isPresent();
        assertThat(emulator.rrsets("empty-zone.tld")).isEmpty();
        assertThat(emulator.rrsets("xn--bcher-kva.tld")).isNotEmpty();
        assertThat(get(KEY, "/v5/domain/domains/xn--bcher-kva.tld").body())
                .contains("\"fqdn_unicode\":\"bücher.tld\"", "\"family\":\"Weiß\"");
        assertThat(emulator.rrsets("acme-leftover.tld"))
                .contains(new StoredRrset("_acme-challenge", "TXT", 300, List.of()));
        assertThat(emulator.rrsets("upper-case.tld").stream().map(StoredRrset::name))
                .contains("WWW");
        assertThat(get(KEY, "/v5/livedns/domains/apex-ns.tld/nameservers").body())
                .isEqualTo("[\"ns1.example.net.\",\"ns2.example.net.\"]");
        assertThat(get(KEY, "/v5/livedns/domains/custom-dns.tld").body()).contains("Unknown domain");
        assertThat(get(KEY, "/v5/domain/domains/unlocked.tld").body()).contains("\"status\":[]");
        assertThat(get(KEY, "/v5/livedns/domains/signed.tld/keys").body()).contains("ECDSAP256SHA256");
        assertThat(get(KEY, "/v5/domain/domains/signed-elsewhere.tld/dnskeys").body())
                .startsWith("[{\"id\":1,\"href\":");
        assertThat(get(KEY, "/v5/domain/domains?nameserver=abc").body()).contains("classic-dns.tld");
        assertThat(get(KEY, "/v5/domain/domains/expires-soon.tld").body()).contains("\"autorenew\":{\"enabled\":false");
    }
}
