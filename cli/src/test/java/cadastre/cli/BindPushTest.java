package cadastre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BindPushTest {
    private static final String PROVIDERS = """
            var REG = NewRegistrar("none");
            var DNS = NewDnsProvider("bind", {default_ns: ["ns1.example.net."],
                default_soa: {master: "ns1.example.net.", mbox: "h.example.net."}});
            """;
    private static final String OLD = """
            $TTL 300
            @ IN SOA ns1.example.net. h.example.net. 2099010101 3600 600 604800 1440
            @ IN NS ns1.example.net.
            old IN A 192.0.2.9
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        Files.writeString(folder.resolve("creds.json"), "{}");
        Files.createDirectory(folder.resolve("zones"));
    }

    private void config(String domains) throws IOException {
        Files.writeString(folder.resolve("dnsconfig.js"), PROVIDERS + domains);
    }

    private void zone(String name, String text) throws IOException {
        Files.writeString(folder.resolve("zones/" + name + ".zone"), text);
    }

    private String zone(String name) throws IOException {
        return Files.readString(folder.resolve("zones/" + name + ".zone"));
    }

    private Caller.Outcome run(String... words) {
        return new Caller(folder).run(words);
    }

    @Test
    void aZoneIsOneItemAndReadsBack() throws IOException {
        config("D(\"example.com\", REG, DnsProvider(DNS), NO_PURGE, A(\"@\", \"192.0.2.1\"), TXT(\"t\", \"x\"));");
        zone("example.com", OLD);

        Caller.Outcome push = run("push");

        assertThat(push.status()).isZero();
        assertThat(push.out()).endsWith("""
                ******************** Domain: example.com
                2 corrections (bind)
                #1: 1 records not being deleted because of NO_PURGE:
                    A("old.example.com.", "192.0.2.9"),
                + CREATE example.com A 192.0.2.1 ttl=300
                + CREATE t.example.com TXT "x" ttl=300
                WRITING ZONEFILE: zones/example.com.zone
                SUCCESS!
                Done. 2 corrections.
                """);
        assertThat(zone("example.com"))
                .contains(" 2099010102 3600 600 604800 1440\n", "\nold              IN A     192.0.2.9\n");
        assertThat(run("preview").out())
                .endsWith("******************** Domain: example.com\nDone. 0 corrections.\n")
                .doesNotContain("NO_PURGE");
    }

    @Test
    void aZoneWithoutFileIsAnnouncedOnceAndMade() throws IOException {
        config("D(\"example.com!in\", REG, DnsProvider(DNS), A(\"@\", \"192.0.2.1\"));");

        Caller.Outcome push = run("push");

        assertThat(push.out())
                .contains("1 correction (bind)\n#1: Ensuring zone \"example.com\" exists in \"bind\"\nSUCCESS!\n")
                .contains("+ CREATE example.com SOA ns1.example.net. h.example.net. 3600 600 604800 1440 ttl=300\n")
                .endsWith("Done. 4 corrections.\n");
        assertThat(push.err()).isEqualTo("INFO: File does not (yet) exist: \"zones/example.com!in.zone\"\n");
        assertThat(run("preview").out()).doesNotContain("Ensuring").endsWith("Done. 0 corrections.\n");
    }

    @Test
    void aZoneThatCannotBeReadIsAnErrorAndStaysAsItIs() throws IOException {
        config("D(\"example.com\", REG, DnsProvider(DNS), A(\"@\", \"192.0.2.1\"));");
        zone("example.com", "what is this\n");

        Caller.Outcome push = run("push");

        assertThat(push.status()).isEqualTo(1);
        assertThat(push.out())
                .contains("INFO#1: Domain \"example.com\" provider bind Error: error while parsing"
                        + " 'zones/example.com.zone': zones/example.com.zone:1:6: ");
        assertThat(zone("example.com")).isEqualTo("what is this\n");
    }

    @Test
    void onlyWhatIsAnsweredWithYesIsWritten() throws IOException {
        config("""
                D("a.example", REG, DnsProvider(DNS), A("@", "192.0.2.1"));
                D("b.example", REG, DnsProvider(DNS), A("@", "192.0.2.1"));
                """);
        zone("a.example", OLD);
        zone("b.example", OLD);

        Caller.Outcome push = new Caller(folder).typing("yes\n Y \n").run("push", "-i");

        assertThat(push.out())
                .contains("ttl=300\nRun? (y/N): Skipping\n")
                .contains("ttl=300\nRun? (y/N): WRITING ZONEFILE: zones/b.example.zone\nSUCCESS!\n")
                .endsWith("Done. 4 corrections.\n");
        assertThat(zone("a.example")).isEqualTo(OLD);
        assertThat(new Caller(folder).typing("y").run("push", "-i").out())
                .as("an answer that does not end")
                .contains("Skipping");
    }

    @Test
    void zonesAreLookedAtOneAfterTheOtherIfWanted() throws IOException {
        config("D(\"example.com\", REG, DnsProvider(DNS));");
        zone("example.com", OLD);

        assertThat(run("preview", "--cmode", "none").out()).startsWith("""
                CONCURRENTLY checking for 0 zone(s)
                SERIALLY checking for 1 zone(s)
                Serially checking for zone: "example.com"
                CONCURRENTLY gathering records of 0 zone(s)
                SERIALLY gathering records of 1 zone(s)
                Serially Gathering: "example.com"
                """);
        assertThat(run("--debug", "preview").out())
                .containsPattern("to complete\\.\\.\\.\n\\.\\.\\.DONE: \"example.com\" \\([0-9.]+s\\)\nDONE\n");
    }

    @Test
    void theSerialMayBeFixed() throws IOException {
        config("D(\"example.com\", REG, DnsProvider(DNS), AUTODNSSEC_ON);");
        zone("example.com", OLD);

        assertThat(run("push", "--bindserial", "70000").status()).isZero();

        assertThat(zone("example.com"))
                .contains(" 70000 3600 600 604800 1440\n")
                .contains("\n; Automatic DNSSEC signing requested\n");
        assertThat(run("push", "--bindserial", "-1").err()).startsWith("--bindserial -1 is no serial");
    }

    @Test
    void theOrderOfChangesMayBeThatOfNames() throws IOException {
        config("D(\"example.com\", REG, DnsProvider(DNS), NO_PURGE, CNAME(\"a\", \"b\"), A(\"b\", \"192.0.2.1\"));");
        zone("example.com", OLD);

        assertThat(run("preview").out()).containsPattern("CREATE b[^\n]*\n[^\n]*CREATE a");
        Caller.Outcome unordered = run("preview", "--disableordering");
        assertThat(unordered.out()).containsPattern("CREATE a[^\n]*\n[^\n]*CREATE b");
        assertThat(unordered.err())
                .containsPattern("^[0-9/]+ [0-9:]+ \\[Info: ordering of the changes has been disabled");
    }

    @Test
    void theReportIsLaidOutForPeople() throws IOException {
        config("D(\"example.com\", REG, DnsProvider(DNS), NO_PURGE, TXT(\"a\", \"<&>\"));");
        zone("example.com", OLD);

        assertThat(run("preview", "--report", "r.json").status()).isZero();

        assertThat(Files.readString(folder.resolve("r.json"))).isEqualTo("""
                [
                  {
                    "domain": "example.com",
                    "corrections": 3,
                    "correction_details": [
                      "1 records not being deleted because of NO_PURGE:",
                      "A(\\"old.example.com.\\", \\"192.0.2.9\\"),",
                      "+ CREATE a.example.com TXT \\"<&>\\" ttl=300"
                    ],
                    "provider": "bind"
                  },
                  {
                    "domain": "example.com",
                    "corrections": 0,
                    "registrar": "none"
                  }
                ]
                """);
    }

    @Test
    void settingsThatCannotBeEndTheRun() throws IOException {
        Files.writeString(folder.resolve("dnsconfig.js"), """
                D("example.com", NewRegistrar("none"), DnsProvider(NewDnsProvider("bind", {default_ns: ["x.y"]})));
                """);

        assertThat(run("preview").err())
                .isEqualTo("default_ns (x.y) must end with a (.)"
                        + " [https://docs.dnscontrol.org/language-reference/why-the-dot]\n");
    }
}
