package cadastre.emulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// An emulator for one test, with a clock that stands still, and a small portfolio.
final class Gandi implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-04T09:08:07Z");
    static final String FIRST = "00000000-0000-4000-8000-00000000000a";
    static final String SECOND = "00000000-0000-4000-8000-00000000000b";
    static final String KEY = "Apikey demokeydemokeydemokey001";
    static final String ALL = "Bearer token-all-000000000000000000000000000000";
    static final String VIEW = "Bearer token-view-00000000000000000000000000000";
    static final String EXPIRED = "Bearer token-expired-00000000000000000000000000";
    static final String SOME = "Bearer token-some-00000000000000000000000000000";
    static final String OTHER = "Bearer token-other-0000000000000000000000000000";

    private static final String PORTFOLIO = """
            {
              "organizations": [
                {"id": "00000000-0000-4000-8000-00000000000a", "name": "first-org", "orgname": "First Ltd"},
                {"id": "00000000-0000-4000-8000-00000000000b", "name": "second-org", "type": "individual"}
              ],
              "credentials": [
                {"kind": "apikey", "secret": "demokeydemokeydemokey001", "organizations": ["first-org", "second-org"]},
                {"kind": "pat", "secret": "token-all-000000000000000000000000000000", "name": "all",
                  "organization": "first-org",
                  "permissions": ["domain:view", "domain:renew", "domain:tech"], "expires_at": "+30d"},
                {"kind": "pat", "secret": "token-view-00000000000000000000000000000", "name": "view",
                  "organization": "first-org",
                  "permissions": ["domain:view"], "expires_at": "+30d"},
                {"kind": "pat", "secret": "token-expired-00000000000000000000000000", "name": "old",
                  "organization": "first-org",
                  "permissions": ["domain:view", "domain:tech"], "expires_at": "-1s"},
                {"kind": "pat", "secret": "token-some-00000000000000000000000000000", "name": "some",
                  "organization": "first-org",
                  "permissions": ["domain:view", "domain:tech"], "expires_at": "+30d", "domains": ["example.com"]},
                {"kind": "pat", "secret": "token-other-0000000000000000000000000000", "name": "other",
                  "organization": "second-org",
                  "permissions": ["domain:view", "domain:tech"], "expires_at": "+30d"}
              ],
              "domains": [
                {"fqdn": "example.com", "organization": "first-org", "id": "5f4b1a2c-0000-4000-8000-0000000000aa",
                  "created_at": "2021-02-21T10:39:00Z", "registry_created_at": "2013-03-12T12:02:11Z",
                  "ends_at": "2027-03-12T12:02:11Z", "updated_at": "2026-01-25T17:06:34Z", "tags": ["prod"],
                  "authinfo": "Xy9-example", "services": ["mailboxv2"],
                  "records": [
                    {"rrset_name": "@", "rrset_type": "A", "rrset_values": ["192.0.2.1"]},
                    {"rrset_name": "www", "rrset_type": "A", "rrset_ttl": 300, "rrset_values": ["192.0.2.2"]}
                  ]},
                {"fqdn": "example.org", "organization": "first-org", "records": []},
                {"fqdn": "elsewhere.example",
                  "organization": "first-org", "nameservers": ["ns1.example.net", "ns2.example.net"]},
                {"fqdn": "signed.example", "organization": "first-org", "records": [],
                  "keys": [
                    {"flags": 257, "algorithm": 15, "public_key": "l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4="}]},
                {"fqdn": "second.example", "organization": "second-org", "records": []}
              ]
            }
            """;

    private final MovableClock clock = new MovableClock(START);
    private final Emulator emulator;

    private Gandi(UnaryOperator<EmulatorOptions> options) throws IOException, PortfolioException {
        EmulatorOptions set = options.apply(EmulatorOptions.standard().withClock(new ShiftedClock(clock)));
        Optional<Registry> kept = StateFile.load(set);
        emulator = Emulator.start(set, kept.isPresent() ? kept.get() : Portfolio.parse("test.json", PORTFOLIO, set));
    }

    static Gandi start() throws IOException, PortfolioException {
        return new Gandi(UnaryOperator.identity());
    }

    static Gandi start(UnaryOperator<EmulatorOptions> options) throws IOException, PortfolioException {
        return new Gandi(options);
    }

    Emulator emulator() {
        return emulator;
    }

    void advance(Duration by) {
        clock.advance(by);
    }

    String host() {
        return "127.0.0.1:" + emulator.port();
    }

    /// {@return the absolute URL of a path below `/v5`}
    String url(String path) {
        return "http://" + host() + "/v5" + path;
    }

    RawConnection connect() throws IOException {
        return new RawConnection(emulator.port());
    }

    /// {@return the answer to a request with the API key and no body}
    RawConnection.Reply call(String method, String path) throws IOException {
        return callAs(KEY, method, path);
    }

    /// {@return the answer to a request with the API key and a JSON body}
    RawConnection.Reply call(String method, String path, String json) throws IOException {
        return exchange(request(method, "/v5" + path, json, "Authorization: " + KEY, "Content-Type: application/json"));
    }

    /// {@return the answer to a request with other credentials and no body}
    RawConnection.Reply callAs(String authorization, String method, String path) throws IOException {
        return exchange(request(method, "/v5" + path, "", "Authorization: " + authorization));
    }

    RawConnection.Reply exchange(String request) throws IOException {
        try (RawConnection connection = connect()) {
            return connection.send(request).reply();
        }
    }

    /// {@return a whole request; its body may be empty}
    String request(String method, String target, String body, String... headers) {
        StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: " + host() + "\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        if (!body.isEmpty()) {
            request.append("Content-Length: ")
                    .append(body.getBytes(StandardCharsets.UTF_8).length)
                    .append("\r\n");
        }
        return request + "\r\n" + body;
    }

    @Override
    public void close() {
        emulator.close();
    }
}
