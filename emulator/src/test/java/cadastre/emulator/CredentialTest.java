package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What happens to credentials while the emulator runs.
class CredentialTest {
    private static final String SECRET = Gandi.ALL.substring("Bearer ".length());
    private static final String KEY = Gandi.KEY.substring("Apikey ".length());
    private static final String LIST = "/domain/domains";
    private static final String DETAIL = "/domain/domains/example.com";
    private static final String ZONE = "/livedns/domains/example.com";

    private Gandi gandi;

    @BeforeEach
    void start() throws Exception {
        gandi = Gandi.start();
    }

    @AfterEach
    void stop() {
        gandi.close();
    }

    private int status(String path) throws Exception {
        return gandi.callAs(Gandi.ALL, "GET", path).status();
    }

    private RawConnection.Reply tokenInfo() throws Exception {
        return gandi.exchange(gandi.request("GET", "/tokeninfo", "", "Authorization: " + Gandi.ALL));
    }

    @Test
    void aTokenEndsWhenItIsMadeTo() throws Exception {
        gandi.emulator().setTokenExpiry(SECRET, Gandi.START.plusSeconds(9));
        assertThat(tokenInfo().body()).endsWith("\"expires_in\":9}");
        gandi.advance(java.time.Duration.ofSeconds(9));
        assertThat(status(LIST)).isEqualTo(403);
        assertThat(tokenInfo().status()).isEqualTo(401);
        gandi.emulator().setTokenExpiry(SECRET, Gandi.START.plusSeconds(99));
        assertThat(status(LIST)).isEqualTo(200);
    }

    @Test
    void aRevokedCredentialIsOneThatNeverWas() throws Exception {
        gandi.emulator().revoke(SECRET);
        assertThat(gandi.callAs(Gandi.ALL, "GET", LIST).body())
                .isEqualTo(gandi.callAs("Bearer never-seen-00000000000000000000000000000", "GET", LIST)
                        .body());
        assertThat(tokenInfo().status()).isEqualTo(401);
        gandi.emulator().revoke(KEY);
        assertThat(gandi.call("GET", LIST).status()).isEqualTo(401);
        assertThatThrownBy(() -> gandi.emulator().revoke(KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(KEY);
    }

    @Test
    void aTokenLosesAndGainsPermissions() throws Exception {
        gandi.emulator().setTokenPermissions(SECRET, List.of("domain:view"));
        assertThat(tokenInfo().body()).contains("\"scope\":[\"domain:view\"]");
        assertThat(status(DETAIL)).isEqualTo(200);
        assertThat(status(ZONE)).isEqualTo(403);
        gandi.emulator().setTokenPermissions(SECRET, List.of());
        assertThat(status(DETAIL)).isEqualTo(403);
        assertThat(gandi.callAs(Gandi.ALL, "GET", LIST).body()).isEqualTo("[]");
        gandi.emulator().setTokenPermissions(SECRET, List.of("domain:tech"));
        assertThat(status(ZONE)).isEqualTo(200);
        assertThatThrownBy(() -> gandi.emulator().setTokenPermissions(KEY, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTokenIsRestrictedToSomeDomains() throws Exception {
        gandi.emulator().setTokenReach(SECRET, Set.of("example.org"));
        assertThat(status(DETAIL)).isEqualTo(404);
        assertThat(gandi.callAs(Gandi.ALL, "GET", LIST).header("total-count")).hasValue("1");
        assertThat(tokenInfo().body()).contains("\"type\":\"domain\",\"name\":\"example.org\"");
        gandi.emulator().setTokenReach(SECRET, Set.of());
        assertThat(status(DETAIL)).isEqualTo(200);
        assertThatThrownBy(() -> gandi.emulator().setTokenReach(SECRET, Set.of("nobody.example")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
