package cadastre.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The example of the package page.
class PackageExampleTest {
    @Test
    void theExampleDoesWhatItSays() throws PresentationException {
        Name apex = Name.of("example.com.");
        List<ResourceRecord> records = ZoneFile.read("""
                $TTL 1h
                @    MX     10 mail
                mail A      192.0.2.1
                     AAAA   2001:DB8::1
                """, apex, new Ttl(300));
        Zone zone = Zone.ofRecords(apex, records);
        RRset mx = zone.rrset(new RRset.Key(apex, RdataTypes.MX)).orElseThrow();
        String text = mx.rdata().getFirst().presentation(); // "10 mail.example.com."

        assertThat(text).isEqualTo("10 mail.example.com.");
        assertThat(zone.rrsets()).hasSize(3);
    }

    @Test
    void theExampleIsTheOneOfThePackagePage() throws IOException {
        String page = Files.readString(Path.of("src/main/java/cadastre/dns/package-info.java"));
        String test = Files.readString(Path.of("src/test/java/cadastre/dns/PackageExampleTest.java"));
        List<String> example = page.lines()
                .dropWhile(line -> !line.equals("/// ```java"))
                .skip(1)
                .takeWhile(line -> !line.equals("/// ```"))
                .map(line -> line.substring("/// ".length()))
                .toList();
        assertThat(example).hasSizeGreaterThan(5);
        assertThat(test.lines().map(String::strip))
                .containsSequence(example.stream().map(String::strip).toList());
    }
}
