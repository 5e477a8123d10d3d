package cadastre.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Master;
import org.xbill.DNS.Record;

class ZoneFileLawTest {
    private static final int SEEDS = 300;

    @Test
    void whatIsWrittenReadsBackInOrder() throws PresentationException {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<ResourceRecord> records = new Generator(seed).records(30);
            String text = ZoneFile.write(Generator.ORIGIN, records);
            List<ResourceRecord> again = ZoneFile.read(text, Name.ROOT, new Ttl(1));
            assertThat(again).as("seed %d", seed).isEqualTo(records);
            assertThat(ZoneFile.write(Generator.ORIGIN, again))
                    .as("seed %d", seed)
                    .isEqualTo(text);
        }
    }

    @Test
    void everyWayToWriteARecordReadsAsTheSame() throws PresentationException {
        for (long seed = 0; seed < SEEDS; seed++) {
            Generator generator = new Generator(seed);
            List<ResourceRecord> records = generator.records(30);
            String text = written(generator, records);
            assertThat(ZoneFile.read(text, Generator.ORIGIN, new Ttl(1)))
                    .as("seed %d:%n%s", seed, text)
                    .isEqualTo(records);
        }
    }

    @Test
    void dnsjavaReadsItAsWeDo() throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            Generator generator = new Generator(seed);
            List<ResourceRecord> records = new ArrayList<>(generator.records(30));
            records.removeIf(record -> record.type().equals(RdataTypes.ALIAS));
            String text = ZoneFile.write(Generator.ORIGIN, records);
            List<ResourceRecord> theirs = new ArrayList<>();
            try (Master master = new Master(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))) {
                for (Record record = master.nextRecord(); record != null; record = master.nextRecord()) {
                    theirs.addAll(ZoneFile.read(record.toString(), Name.ROOT, new Ttl(1)));
                }
            }
            assertThat(theirs).as("seed %d", seed).isEqualTo(records);
        }
    }

    /// {@return a zone file as people write them: owner names, TTLs and the class left out where they may be}
    private static String written(Generator generator, List<ResourceRecord> records) {
        StringBuilder text = new StringBuilder();
        Name owner = Name.ROOT;
        Ttl common = new Ttl(generator.below(3));
        Name origin = Generator.ORIGIN;
        text.append("$TTL ").append(common.seconds()).append("\n");
        for (ResourceRecord record : records) {
            if (generator.chance(20)) {
                origin = generator.chance(50) ? Generator.ORIGIN : generator.nameBelow(Generator.ORIGIN);
                text.append("$ORIGIN ").append(origin).append(" ; from here\n");
            }
            boolean same = record.owner().equals(owner) && record.owner().isSpelledLike(owner);
            if (!same || generator.chance(50)) {
                owner = record.owner();
                text.append(owner.relativeTo(origin).map(RelativeName::toString).orElse(owner.toString()));
            }
            String ttl = record.ttl().equals(common) && generator.chance(70)
                    ? ""
                    : generator.one(List.of("", "0")) + record.ttl().seconds() + generator.one(List.of("", "s", "S"));
            text.append(generator.one(List.of("\tIN " + ttl, " " + ttl + "\tIN", "\t" + ttl)));
            text.append(' ').append(record.type()).append(' ');
            String rdata = record.rdata().presentation();
            text.append(generator.chance(30) ? "( ; opened\n" + rdata + "\r\n)" : rdata);
            text.append(generator.one(List.of("\n", " ; \"a comment (\n", "\r\n", "\n\n   \n")));
        }
        return text.toString();
    }
}
