package cadastre.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneLawTest {
    private static final int SEEDS = 300;

    @Test
    void theOrderOfRecordsDoesNotMatter() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Generator generator = new Generator(seed);
            List<ResourceRecord> records = generator.records(20);
            Zone zone = Zone.ofRecords(Generator.ORIGIN, records);
            Zone shuffled = Zone.ofRecords(Generator.ORIGIN, generator.shuffled(records));
            assertThat(shuffled).as("seed %d", seed).isEqualTo(zone).hasSameHashCodeAs(zone);
            assertThat(shuffled.fingerprint()).as("seed %d", seed).isEqualTo(zone.fingerprint());
        }
    }

    @Test
    void fingerprintsAreEqualIfAndOnlyIfZonesAre() throws PresentationException {
        for (long seed = 0; seed < SEEDS; seed++) {
            Generator generator = new Generator(seed);
            Zone zone = generator.zone();
            Zone other = generator.chance(50) ? lowerCase(zone) : changed(generator, zone);
            assertThat(other.fingerprint().equals(zone.fingerprint()))
                    .as("seed %d", seed)
                    .isEqualTo(other.equals(zone));
            assertThat(lowerCase(zone)).as("seed %d", seed).isEqualTo(zone);
            assertThat(lowerCase(zone).fingerprint()).as("seed %d", seed).isEqualTo(zone.fingerprint());
        }
    }

    @Test
    void itsRecordsMakeTheSameZone() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Zone zone = new Generator(seed).zone();
            List<ResourceRecord> records = zone.rrsets().stream()
                    .flatMap(rrset -> rrset.records().stream())
                    .toList();
            assertThat(Zone.ofRecords(zone.apex(), records)).as("seed %d", seed).isEqualTo(zone);
        }
    }

    private static Zone lowerCase(Zone zone) throws PresentationException {
        List<ResourceRecord> records = new ArrayList<>();
        for (RRset rrset : zone.rrsets()) {
            for (Rdata rdata : rrset.rdata()) {
                Rdata lower = Presentation.rdata(rrset.type(), rdata.canonical(), Name.ROOT);
                records.add(new ResourceRecord(rrset.owner().lowerCase(), rrset.ttl(), lower));
            }
        }
        return Zone.ofRecords(zone.apex().lowerCase(), records);
    }

    /// {@return the zone with one RRset removed, changed in its TTL, or given another owner name}
    private static Zone changed(Generator generator, Zone zone) {
        List<RRset> rrsets = new ArrayList<>(zone.rrsets());
        RRset rrset = rrsets.remove(generator.below(rrsets.size()));
        switch (generator.below(3)) {
            case 0 -> {}
            case 1 -> rrsets.add(rrset.withTtl(new Ttl(rrset.ttl().seconds() + 1)));
            default -> {
                Name elsewhere = RelativeName.of("elsewhere-and-nowhere").at(zone.apex());
                rrsets.add(new RRset(elsewhere, rrset.type(), rrset.ttl(), rrset.rdata()));
            }
        }
        return Zone.of(zone.apex(), rrsets);
    }
}
