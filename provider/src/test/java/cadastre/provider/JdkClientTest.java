package cadastre.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JdkClientTest {
    @Test
    void whoeverIsFirstSettlesWhatIsReadOnce() {
        assertThat(JdkClient.builder()).isNotNull();

        assertThat(System.getProperty("jdk.httpclient.redirects.retrylimit")).isEqualTo("1");
        assertThat(System.getProperty("jdk.http.auth.tunneling.disabledSchemes"))
                .isEmpty();
    }
}
