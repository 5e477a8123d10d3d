package cadastre.selfhosted;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import cadastre.dns.Presentation;
import cadastre.dns.PresentationException;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RdataType;
import cadastre.dns.RdataTypes;
import cadastre.dns.Ttl;
import cadastre.dns.Zone;
import cadastre.lookup.Carrier;
import cadastre.lookup.NameServer;
import cadastre.lookup.Propagation;
import cadastre.lookup.Questions;
import cadastre.lookup.Seen;
import cadastre.lookup.Transfer;
import cadastre.lookup.Transfers;
import cadastre.lookup.TsigKey;
import cadastre.lookup.Watched;
import cadastre.testkit.RunningServer;
import cadastre.testkit.Zones;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What we write as zone files, in the eyes of BIND.
class BindNamedTest {
    private static final int SEEDS = 30;

    /// One RRset of every type that a zone file may hold and the generator of zones does not make.
    private static final String MORE = """
            caa CAA 128 issuewild ";"
            dhcid DHCID AAIBY2/AuCccgoJbsaxcQc9TUapptP69lOjxfNuVAA2kjEA=
            dname DNAME elsewhere.example.net.
            ds DS 65535 13 2 00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF
            ds NS ns.example.net.
            hinfo HINFO "a cpu" "an os"
            https HTTPS 1 . alpn="h2,h3" ipv4hint=192.0.2.1
            loc LOC 52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000.00m 10.00m
            naptr NAPTR 100 10 "S" "SIP+D2U" "!^(.*)$!sip:\\\\1@example.com!" .
            odd\\.label A 192.0.2.1
            openpgpkey OPENPGPKEY AQIDBAUG
            ptr PTR host.example.net.
            rp RP host.example.net. text.example.net.
            smimea SMIMEA 3 0 0 0a0b
            sshfp SSHFP 4 2 00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF
            svcb SVCB 16 foo.example.org. alpn="h2" port=8443
            tlsa TLSA 3 1 1 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff
            txt TXT "quote \\" backslash \\\\ semicolon ; \\000\\010\\127\\200\\255 end "
            type65280 TYPE65280 \\# 3 0a0b0c
            uri URI 10 1 "ftp://ftp1.example.com/public"
            """;

    @TempDir
    Path folder;

    private BindZones write(Zone zone) throws Exception {
        Bind.Desk desk =
                new Bind.Desk(folder, InstantSource.system(), "cadastre", OptionalLong.empty(), new QuietNotices());
        String settings = "{\"default_soa\": {\"master\": \"ns1.example.net.\", \"mbox\": \"host.example.net.\"}}";
        BindZones zones = Bind.open(Map.of(), Optional.of(settings), desk).zone(ZoneLabel.of(zone.apex()), false);
        zones.replaceZone(zones.completed(zone, Zone.empty(zone.apex())));
        return zones;
    }

    private record QuietNotices() implements Notices {
        @Override
        public void fileMissing(String file) {}

        @Override
        public void directoryMissing(String directory) {}

        @Override
        public void writing(String file) {}
    }

    /// What a zone file may hold: no ALIAS, name servers at the apex, none at a wildcard.
    private static Zone written(Zone zone, List<RRset> more) {
        RRset.Key apexNs = new RRset.Key(zone.apex(), RdataTypes.NS);
        Map<RRset.Key, RRset> rrsets = new LinkedHashMap<>();
        zone.rrsets().stream()
                .filter(rrset -> !rrset.type().equals(RdataTypes.ALIAS))
                .filter(rrset -> !(rrset.owner().isWildcard() && rrset.type().equals(RdataTypes.NS)))
                .forEach(rrset -> rrsets.put(rrset.key(), rrset));
        more.forEach(rrset -> rrsets.put(rrset.key(), rrset));
        rrsets.put(apexNs, rrset(zone.apex(), "@ NS ns1.example.net."));
        return Zone.of(zone.apex(), rrsets.values());
    }

    private static RRset rrset(Name apex, String line) {
        String[] words = line.split(" ", 3);
        try {
            RdataType type = RdataTypes.of(words[1]);
            Rdata rdata = Presentation.rdata(type, words[2], apex);
            return new RRset(Name.parse(words[0], apex), type, new Ttl(300), List.of(rdata));
        } catch (PresentationException e) {
            throw new IllegalArgumentException(line, e);
        }
    }

    private String checked(Name apex, Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "named-checkzone",
                        "-i",
                        "none",
                        "-k",
                        "ignore",
                        "-m",
                        "ignore",
                        apex.withoutDot(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : output;
    }

    @Test
    void namedCheckzoneTakesWhatWeWrite() throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            Name apex = Name.of("example.com.");
            Zone zone = written(new Zones(seed, apex).next(), more(apex));

            BindZones zones = write(zone);

            assertThat(checked(apex, zones.file()))
                    .as("seed %d\n%s", seed, Files.readString(zones.file()))
                    .isEmpty();
        }
    }

    private static List<RRset> more(Name apex) {
        return MORE.lines().map(line -> rrset(apex, line)).toList();
    }

    @Test
    void namedServesExactlyWhatWeWrote() throws Exception {
        Map<String, String> files = new LinkedHashMap<>();
        List<Zone> written = new ArrayList<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            Name apex = Name.of("zone" + seed + ".example.");
            Zone zone = written(new Zones(seed, apex).next(), more(apex));
            files.put(apex.withoutDot(), Files.readString(write(zone).file()));
            written.add(zone);
        }
        try (RunningServer named = RunningServer.named(files)) {
            NameServer server = new NameServer(Name.of("named."), named.address());
            for (Zone zone : written) {
                assertThat(transferred(server, zone.apex())).isEqualTo(zone);
                requireServed(server, zone);
            }
        }
    }

    private static Zone transferred(NameServer server, Name apex) {
        TsigKey key = new TsigKey(
                Name.of(RunningServer.KEY_NAME),
                TsigKey.Algorithm.HMAC_SHA256,
                Base64.getDecoder().decode(RunningServer.KEY_SECRET));
        Transfer transfer =
                new Transfers(Duration.ofSeconds(30), new Carrier.Tcp()).whole(server, apex, Optional.of(key));
        assertThat(transfer).isInstanceOf(Transfer.Whole.class);
        return transfer instanceof Transfer.Whole(var records)
                ? Zone.ofRecords(
                        apex,
                        records.stream()
                                .filter(record -> !record.type().equals(RdataTypes.SOA))
                                .toList())
                : Zone.empty(apex);
    }

    /// Everything but what is below a delegation or a DNAME, of which the server says only where to ask.
    private static void requireServed(NameServer server, Zone zone) {
        List<Watched> asked = zone.rrsets().stream()
                .filter(rrset -> !isHidden(rrset, zone))
                .map(Watched::still)
                .toList();
        var matrix = new Propagation(new Questions(Duration.ofSeconds(10), 3), Duration.ofSeconds(60))
                .look(zone.apex(), List.of(server), asked);
        assertThat(matrix.rows().getFirst().cells()).as("%s", zone.apex()).allMatch(cell -> cell.seen() == Seen.NEW);
    }

    private static boolean isHidden(RRset rrset, Zone zone) {
        if (rrset.type().equals(RdataTypes.DS)) {
            return false;
        }
        for (RRset cut : zone.rrsets()) {
            boolean below = rrset.owner().isAtOrBelow(cut.owner());
            boolean delegates = cut.type().equals(RdataTypes.NS) && !cut.owner().equals(zone.apex());
            boolean renames =
                    cut.type().equals(RdataTypes.DNAME) && !cut.owner().equals(rrset.owner());
            if (below && (delegates || renames)) {
                return true;
            }
        }
        return false;
    }
}
