package cadastre.store;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.RdataTypes;
import cadastre.dns.Ttl;
import cadastre.dns.Unknown;
import cadastre.dns.Zone;
import cadastre.testkit.Zones;
import java.util.List;
import org.junit.jupiter.api.Test;

class RRsetTextLawTest {
    private static final Name APEX = Name.of("example.com");

    @Test
    void whatIsWrittenIsReadWithItsSpelling() {
        for (long seed = 0; seed < 1000; seed++) {
            List<RRset> rrsets = List.copyOf(new Zones(seed, APEX).next().rrsets());

            List<RRset> read = RRsetText.parse(RRsetText.of(rrsets));

            assertThat(read).as("seed %s", seed).isEqualTo(rrsets);
            assertThat(RRsetText.of(read)).as("seed %s", seed).isEqualTo(RRsetText.of(rrsets));
            for (RRset rrset : rrsets) {
                assertThat(RRsetText.rrset(
                                rrset.owner().toString(),
                                rrset.type().mnemonic(),
                                rrset.ttl().seconds(),
                                RRsetText.rdata(rrset)))
                        .as("seed %s", seed)
                        .isEqualTo(rrset);
            }
        }
    }

    @Test
    void theDigestDiffersWhereAnythingDiffers() {
        for (long seed = 0; seed < 1000; seed++) {
            Zones zones = new Zones(seed, APEX);
            Zone one = zones.next();
            Zone other = zones.near(one);

            assertThat(RRsetText.digest(one).equals(RRsetText.digest(other)))
                    .as("seed %s", seed)
                    .isEqualTo(
                            RRsetText.of(List.copyOf(one.rrsets())).equals(RRsetText.of(List.copyOf(other.rrsets()))));
        }
    }

    @Test
    void aTypeThatNobodyKnowsIsKept() {
        var type = RdataTypes.of("TYPE65280");
        RRset rrset = new RRset(APEX, type, new Ttl(300), List.of(new Unknown(type, "\\# 2 abcd")));

        assertThat(RRsetText.parseOne(RRsetText.of(rrset))).isEqualTo(rrset);
    }
}
