package cadastre.gandi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiAddressTest {
    @ParameterizedTest
    @CsvSource({
        "'', https://api.gandi.net/v5/x, https://id.gandi.net/tokeninfo",
        "https://api.gandi.net, https://api.gandi.net/v5/x, https://id.gandi.net/tokeninfo",
        "https://api.gandi.net/, https://api.gandi.net/v5/x, https://id.gandi.net/tokeninfo",
        "https://api.gandi.net/v5, https://api.gandi.net/v5/x, https://id.gandi.net/tokeninfo",
        "https://api.gandi.net/v5/, https://api.gandi.net/v5/x, https://id.gandi.net/tokeninfo",
        "HTTPS://API.gandi.net/v5/, https://API.gandi.net/v5/x, https://id.gandi.net/tokeninfo",
        "https://api.sandbox.gandi.net, https://api.sandbox.gandi.net/v5/x, https://id.sandbox.gandi.net/tokeninfo",
        "http://127.0.0.1:8080/, http://127.0.0.1:8080/v5/x, http://127.0.0.1:8080/tokeninfo",
        "http://[::1]:8080, http://[::1]:8080/v5/x, http://[::1]:8080/tokeninfo",
        "https://api.gandi.net.example, https://api.gandi.net.example/v5/x, https://api.gandi.net.example/tokeninfo"
    })
    void whatAnAddressLeadsTo(String apiurl, String resource, String tokenInfo) throws Exception {
        ApiAddress address = ApiAddress.parse("gandi", apiurl, "");
        assertThat(address.resource("x", "")).hasToString(resource);
        assertThat(address.resource("x", "page=1")).hasToString(resource + "?page=1");
        assertThat(address.tokenInfo()).hasToString(tokenInfo);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://id.example", "https://id.example/", "https://id.example/tokeninfo"})
    void whereTokensAreIntrospectedMayBeSaid(String idurl) throws Exception {
        assertThat(ApiAddress.parse("gandi", "", idurl).tokenInfo()).hasToString("https://id.example/tokeninfo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.gandi.net/v6",
                "https://api.gandi.net/v5/livedns",
                "https://api.gandi.net//",
                "https://api.gandi.net/v5?x=1",
                "https://api.gandi.net#x",
                "api.gandi.net",
                "localhost:8080",
                "ftp://api.gandi.net",
                "https://",
                "https:///v5",
                "https://user:canary@api.gandi.net",
                "https://bad host"
            })
    void anotherAddressIsRefusedWithAdvice(String apiurl) {
        ProviderException e = catchThrowableOfType(ProviderException.class, () -> ApiAddress.parse("main", apiurl, ""));
        assertThat(e.reason()).isEqualTo(new Reason.Misconfigured("apiurl"));
        assertThat(e.getMessage()).startsWith("credential \"main\": apiurl ").doesNotContain("canary");
        assertThat(e.advice().orElse("")).contains("https://api.gandi.net");
    }

    @ParameterizedTest
    @CsvSource({"@, @", "*, *", "*.dev, *.dev", "_dmarc, _dmarc", "0/25, 0%2F25", "a b, a%20b", "A~b, A~b", "é, %C3%A9"
    })
    void aSegmentIsEncoded(String text, String segment) {
        assertThat(ApiAddress.segment(text)).isEqualTo(segment);
    }
}
