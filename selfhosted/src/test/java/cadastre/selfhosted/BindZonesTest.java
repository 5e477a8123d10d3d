package cadastre.selfhosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.RdataTypes;
import cadastre.dns.Zone;
import cadastre.provider.DnsProvider;
import cadastre.provider.ProviderException;
import cadastre.provider.Reading;
import cadastre.provider.Reason;
import cadastre.testkit.ProviderContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BindZonesTest implements ProviderContract {
    private static final Name APEX = Name.of("example.com.");
    private static final RRset.Key SOA = new RRset.Key(APEX, RdataTypes.SOA);
    private static final Instant NOW = Instant.parse("2026-09-22T23:30:00Z");

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void makeTheContractsZone() throws IOException {
        Files.createDirectory(folder.resolve("zones"));
        write("zones/example.com.zone", "$TTL 300\n");
    }

    private Path write(String file, String text) throws IOException {
        return Files.writeString(folder.resolve(file), text);
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private Bind bind(Map<String, String> entry, String settings, OptionalLong serial) throws ProviderException {
        Notices notices = new Notices() {
            @Override
            public void fileMissing(String file) {
                told.add("no file " + file);
            }

            @Override
            public void directoryMissing(String directory) {
                told.add("no directory " + directory);
            }

            @Override
            public void writing(String file) {
                told.add("writing " + file);
            }
        };
        return Bind.open(
                entry,
                settings.isEmpty() ? Optional.empty() : Optional.of(settings),
                new Bind.Desk(folder, InstantSource.fixed(NOW), "cadastre", serial, notices));
    }

    private BindZones zones(String settings) throws ProviderException {
        return bind(Map.of(), settings, OptionalLong.empty()).zone(ZoneLabel.of(APEX), false);
    }

    @Override
    public DnsProvider provider() {
        try {
            return zones("");
        } catch (ProviderException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Name apex() {
        return APEX;
    }

    @Override
    public Name missing() {
        return Name.of("missing.example.");
    }

    @Override
    public Zone holdable(Zone zone) {
        return Zone.of(
                zone.apex(),
                zone.rrsets().stream()
                        .filter(rrset -> !rrset.type().equals(RdataTypes.ALIAS))
                        .toList());
    }

    @Test
    void theSerialIsNotPartOfTheZoneThatIsCompared() throws Exception {
        write("zones/example.com.zone", "$TTL 300\n@ IN SOA ns1.example.net. h.example.net. 2024010101 1 2 3 4\n");

        Reading reading = zones("").read(APEX);

        assertThat(reading.zone().rrset(SOA).orElseThrow().rdata().getFirst().presentation())
                .isEqualTo("ns1.example.net. h.example.net. 0 1 2 3 4");
        assertThat(reading.records().getFirst().rdata().presentation()).contains("2024010101");
    }

    @Test
    void aTextInSeveralStringsReadsAsOne() throws Exception {
        write("zones/example.com.zone", "d 300 IN TXT \"one\" \"two\"\n");

        assertThat(zones("").read(APEX).records().getFirst().rdata().presentation())
                .isEqualTo("\"onetwo\"");
    }

    @Test
    void writingCountsTheSerialOfTheFileOn() throws Exception {
        write("zones/example.com.zone", "$TTL 300\n@ IN SOA ns1.example.net. h.example.net. 2026092205 1 2 3 4\n");
        BindZones zones = zones("");

        zones.replaceZone(zones.read(APEX).zone());

        assertThat(text("zones/example.com.zone")).isEqualTo("""
                        $TTL 300
                        ; generated with cadastre 2026-09-22T23:30:00Z
                        @                IN SOA   ns1.example.net. h.example.net. 2026092206 1 2 3 4
                        """);
        assertThat(told).containsExactly("writing zones/example.com.zone");
    }

    @Test
    void aFixedSerialIsWrittenAsItIs() throws Exception {
        Bind bind = bind(Map.of(), "", OptionalLong.of(4_000_000_000L));
        BindZones zones = bind.zone(ZoneLabel.of(APEX), true);

        zones.replaceZone(zones.completed(Zone.empty(APEX), Zone.empty(APEX)));

        assertThat(text("zones/example.com.zone"))
                .contains("; Automatic DNSSEC signing requested\n")
                .contains("DEFAULT_NOT_SET. DEFAULT_NOT_SET. 4000000000 3600 600 604800 1440");
    }

    @Test
    void theSoaIsComposedOfDeclaredExistingAndDefault() throws Exception {
        BindZones zones = zones("""
                        {"default_soa": {"master": "ns9.example.net.", "Mbox": "first.last@example.net.",
                         "refresh": 9, "minttl": 9, "ttl": 99}}""");
        write("zones/example.com.zone", "@ 600 IN SOA ns1.example.net. . 7 8 0 0 0\n");

        Zone completed = zones.completed(Zone.empty(APEX), zones.read(APEX).zone());

        assertThat(completed.rrset(SOA).orElseThrow().ttl().seconds()).isEqualTo(99);
        assertThat(completed.rrset(SOA).orElseThrow().rdata().getFirst().presentation())
                .isEqualTo("ns1.example.net. first\\.last.example.net. 0 8 600 604800 9");
    }

    @Test
    void completingTwiceIsAsCompletingOnce() throws Exception {
        BindZones zones = zones("{\"default_soa\": {\"ttl\": 60}}");
        Zone once = zones.completed(Zone.empty(APEX), Zone.empty(APEX));

        assertThat(zones.completed(once, once)).isEqualTo(once);
    }

    @Test
    void foldersThatAreMissingAreMade() throws Exception {
        Bind bind = bind(Map.of("directory", "a/b", "filenameformat", "%T/%a.db"), "", OptionalLong.empty());
        BindZones zones = bind.zone(ZoneLabel.of(APEX, "in"), false);
        assertThat(zones.exists()).isFalse();

        zones.replaceZone(Zone.empty(APEX));

        assertThat(text("a/b/in/example.com.db")).startsWith("$TTL 300\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a/b/in"))))
                .isEqualTo("rwxr-x---");
        assertThat(zones.exists()).isTrue();
    }

    @Test
    void aFileKeepsItsPermissionsAndALinkStaysALink() throws Exception {
        Path real = write("real.db", "$TTL 300\n");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-rw----"));
        Files.delete(folder.resolve("zones/example.com.zone"));
        Files.createSymbolicLink(folder.resolve("zones/example.com.zone"), real);

        zones("").replaceZone(Zone.empty(APEX));

        assertThat(folder.resolve("zones/example.com.zone")).isSymbolicLink();
        assertThat(text("real.db")).contains("generated with");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-rw----");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("zones", "real.db");
        }
    }

    @Test
    void whatIsMissingIsTold() throws Exception {
        BindZones zones = bind(Map.of("directory", "./elsewhere"), "", OptionalLong.empty())
                .zone(ZoneLabel.of(APEX), false);

        assertThatThrownBy(() -> zones.read(APEX)).isInstanceOf(ProviderException.class);
        assertThat(told).containsExactly("no directory ./elsewhere", "no file elsewhere/example.com.zone");
        assertThatThrownBy(zones::zones).hasMessage("directory \"./elsewhere\" does not exist");
    }

    @Test
    void aFileThatIsWrongIsAnErrorWithItsPlace() throws Exception {
        write("zones/example.com.zone", "$TTL 300\n\na IN A v\n");

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> zones("").read(APEX))
                .withMessageStartingWith("error while parsing 'zones/example.com.zone': zones/example.com.zone:3:8: ")
                .matches(e -> e.reason() instanceof Reason.NotUnderstood);
    }

    @Test
    void aRecordOfAnotherZoneIsAnError() throws Exception {
        write("zones/example.com.zone", "a.example.net. 300 IN A 192.0.2.1\n");

        assertThatThrownBy(() -> zones("").read(APEX)).hasMessageContaining("a.example.net. is not in the zone");
    }

    @Test
    void zonesAreToldByTheirFileNames() throws Exception {
        write("zones/example.com!inside.zone", "");
        write("zones/2.0.192.in-addr.arpa.zone", "");
        write("zones/readme.txt", "");

        Bind bind = bind(Map.of(), "", OptionalLong.empty());

        assertThat(bind.labels().stream().map(ZoneLabel::unique))
                .containsExactly("2.0.192.in-addr.arpa", "example.com", "example.com!inside");
        assertThat(zones("").zones()).containsExactly(Name.of("2.0.192.in-addr.arpa."), APEX);
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> zones("{\"default_ns\": [\"ns1.example.net.\", \"\"]}"))
                .hasMessage("empty string in default_ns[1]");
        assertThatThrownBy(() -> zones("{\"default_ns\": [\"x.y\"]}"))
                .hasMessage("default_ns (x.y) must end with a (.)"
                        + " [https://docs.dnscontrol.org/language-reference/why-the-dot]");
        assertThatThrownBy(() -> zones("{\"default_soa\": {\"ttl\": \"5\"}}")).hasMessageContaining("ttl is a number");
        assertThatThrownBy(() -> zones("{\"default_soa\": {\"serial\": 4294967296}}"))
                .hasMessageContaining("serial is a number from 0 to 4294967295");
    }

    @Test
    void theNameServersAreThoseOfTheSettings() throws Exception {
        assertThat(zones("{\"other\": [1], \"default_ns\": [\"ns1.example.net.\"]}")
                        .nameServers(APEX))
                .containsExactly("ns1.example.net");
    }
}
