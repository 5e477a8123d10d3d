package cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.testkit.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What users of their own name servers see.
class SelfHostedPushTest {
    private static final String ZONE = """
            $TTL 300
            @ SOA ns1.example.net. host 1 3600 600 86400 300
            @ NS ns1.example.net.
            old A 192.0.2.9
            """;
    private static final String RECORDS = """
            D("example.com", REG, DnsProvider(DNS), A("www", "192.0.2.1", TTL(600)), CNAME("old", "www"),
                MX("@", 10, "mail.example.net."), TXT("@", "v=spf1 -all"));
            """;

    @TempDir
    private Path folder;

    private Caller.Outcome run(String... words) {
        return new Caller(folder).run(words);
    }

    private void configure(String creds, String config) throws IOException {
        Files.writeString(folder.resolve("creds.json"), creds);
        Files.writeString(folder.resolve("dnsconfig.js"), config);
    }

    private static String axfrDdns(RunningServer server, String more) {
        String key = "hmac-sha256:" + RunningServer.KEY_NAME + ":" + RunningServer.KEY_SECRET;
        return """
                {"own": {"TYPE": "AXFRDDNS", "master": "127.0.0.1:%d", "nameservers": "ns1.example.net",
                    "transfer-key": "%s", "update-key": "%s"%s}}
                """.formatted(server.address().getPort(), key, key, more);
    }

    private void pushesAndHasNothingToDoThen(RunningServer server) throws IOException {
        configure(
                axfrDdns(server, ""),
                "var REG = NewRegistrar(\"none\"); var DNS = NewDnsProvider(\"own\");\n" + RECORDS);

        Caller.Outcome preview = run("preview");
        Caller.Outcome push = run("push");
        Caller.Outcome again = run("preview");

        assertThat(preview.status()).as(preview.err()).isZero();
        assertThat(preview.out())
                .contains("+ CREATE www.example.com A 192.0.2.1 ttl=600")
                .doesNotContain("SUCCESS!");
        assertThat(push.status()).as(push.out()).isZero();
        assertThat(push.out()).contains("SUCCESS!").doesNotContain("FAILURE!");
        assertThat(push.err()).isEmpty();
        assertThat(again.out()).endsWith("Done. 0 corrections.\n");
        assertThat(again.err()).isEmpty();
    }

    @Test
    void aZoneOfBindIsPushedAndReadBack() throws IOException {
        try (RunningServer server = RunningServer.named(Map.of("example.com", ZONE))) {
            pushesAndHasNothingToDoThen(server);

            Caller.Outcome zone = run("get-zones", "own", "-", "example.com");

            assertThat(zone.err()).isEmpty();
            assertThat(zone.out())
                    .contains(
                            "IN SOA   ns1.example.net. host.example.com.", "IN CNAME www", "www", "IN A     192.0.2.1");
        }
    }

    @Test
    void aZoneOfBindIsPushedOverTls() throws IOException {
        try (RunningServer server = RunningServer.named(Map.of("example.com", ZONE))) {
            String creds = axfrDdns(server, ", \"update-mode\": \"tcp-tls\", \"transfer-mode\": \"tcp-tls\"");
            configure(
                    creds.replace(
                            ":" + server.address().getPort(),
                            ":" + server.tlsAddress().getPort()),
                    "var REG = NewRegistrar(\"none\"); var DNS = NewDnsProvider(\"own\");\n" + RECORDS);

            Caller.Outcome untrusted = run("push");
            Caller.Outcome trusted = new Caller(folder)
                    .with("SSL_CERT_FILE", server.certificate().toString())
                    .run("push");

            assertThat(untrusted.status()).isEqualTo(1);
            assertThat(untrusted.out()).contains("tls: ").doesNotContain("SUCCESS!");
            assertThat(trusted.status()).as(trusted.out()).isZero();
            assertThat(trusted.out()).contains("SUCCESS!").doesNotContain("FAILURE!");
        }
    }

    @Test
    void aZoneOfKnotIsPushedAndReadBack() throws IOException {
        try (RunningServer server = RunningServer.knotd(Map.of("example.com", ZONE))) {
            pushesAndHasNothingToDoThen(server);
        }
    }

    @Test
    void aWrongKeyIsSaidAndNotShown() throws IOException {
        try (RunningServer server = RunningServer.named(Map.of("example.com", ZONE))) {
            configure(
                    axfrDdns(server, "").replace(RunningServer.KEY_SECRET, "d3Jvbmcgc2VjcmV0"),
                    "var REG = NewRegistrar(\"none\"); var DNS = NewDnsProvider(\"own\");\n" + RECORDS);

            Caller.Outcome push = run("push");

            assertThat(push.status()).isEqualTo(1);
            assertThat(push.out()).contains("[Error] AXFRDDNS: nameserver refused to transfer the zone example.com");
            assertThat(push.out() + push.err()).doesNotContain("d3Jvbmcgc2VjcmV0");
        }
    }

    @Test
    void zonesThatCannotBeListedHaveToBeNamed() throws IOException {
        configure("{\"own\": {\"TYPE\": \"AXFRDDNS\", \"master\": \"127.0.0.1\", \"colour\": \"red\"}}", "");

        Caller.Outcome all = run("get-zones", "own", "-", "all");

        assertThat(all.status()).isEqualTo(1);
        assertThat(all.err())
                .contains("provider type own:AXFRDDNS cannot list zones to use the 'all' feature")
                .contains("WARNING: AXFRDDNS: unknown key in `creds.json` (colour)");
    }

    @Test
    void aZoneOfPowerDnsIsMadePushedAndReadBack() throws IOException {
        try (RunningServer server = RunningServer.powerDns()) {
            configure(
                    """
                    {"own": {"TYPE": "POWERDNS", "apiKey": "%s", "apiUrl": "%s", "serverName": "localhost"}}
                    """.formatted(RunningServer.API_KEY, server.api()),
                    "var REG = NewRegistrar(\"none\");\n"
                            + "var DNS = NewDnsProvider(\"own\", {default_ns: [\"ns1.example.net.\"]});\n" + RECORDS);

            Caller.Outcome push = run("push");
            Caller.Outcome again = run("preview");

            assertThat(push.status()).as(push.out() + push.err()).isZero();
            assertThat(push.out())
                    .contains("Ensuring zone \"example.com\" exists in \"own\"", "SUCCESS!")
                    .doesNotContain("FAILURE!");
            assertThat(again.out()).endsWith("Done. 0 corrections.\n");
            assertThat(run("get-zones", "--format", "nameonly", "own", "-", "all")
                            .out())
                    .isEqualTo("example.com\n");
            assertThat(run("check-creds", "own").status()).isZero();
        }
    }

    @Test
    void aWrongApiKeyIsSaidAndNotShown() throws IOException {
        try (RunningServer server = RunningServer.powerDns()) {
            configure("""
                    {"own": {"TYPE": "POWERDNS", "apiKey": "wrong-canary", "apiUrl": "%s", "serverName": "localhost"}}
                    """.formatted(server.api()), "");

            Caller.Outcome check = run("check-creds", "own");

            assertThat(check.status()).isEqualTo(1);
            assertThat(check.err()).contains("(status 401)").doesNotContain("wrong-canary");
        }
    }
}
