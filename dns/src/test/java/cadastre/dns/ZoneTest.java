package cadastre.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneTest {
    private static final Name APEX = Name.of("example.com.");

    private static ResourceRecord record(String owner, int ttl, Rdata rdata) {
        return new ResourceRecord(RelativeName.of(owner).at(APEX), new Ttl(ttl), rdata);
    }

    private static Zone zone(ResourceRecord... records) {
        return Zone.ofRecords(APEX, List.of(records));
    }

    @Test
    void rrsetsStandInCanonicalOrder() {
        Zone zone = zone(
                record("www", 1, new A(1)),
                record("a.b", 1, new A(1)),
                record("@", 1, new Mx(1, APEX)),
                record("@", 1, new A(1)),
                record("*", 1, new A(1)),
                record("B", 1, new A(1)));
        assertThat(zone.rrsets())
                .extracting(rrset -> rrset.key().toString())
                .containsExactly(
                        "example.com. A",
                        "example.com. MX",
                        "*.example.com. A",
                        "B.example.com. A",
                        "a.b.example.com. A",
                        "www.example.com. A");
    }

    @Test
    void withinAnRRsetTheSmallestTtlAndTheFirstSpellingCount() {
        Zone zone = zone(record("Www", 300, new A(2)), record("WWW", 60, new A(1)), record("www", 600, new A(2)));
        assertThat(zone.rrsets()).hasSize(1);
        RRset rrset = zone.rrsets().getFirst();
        assertThat(rrset.ttl()).isEqualTo(new Ttl(60));
        assertThat(rrset.rdata()).containsExactly(new A(1), new A(2));
        assertThat(rrset.owner().toString()).isEqualTo("Www.example.com.");
    }

    @Test
    void twoRRsetsOfOneKeyAreRefused() {
        RRset a = new RRset(APEX, RdataTypes.A, new Ttl(1), List.of(new A(1)));
        RRset b = new RRset(Name.of("EXAMPLE.com."), RdataTypes.A, new Ttl(1), List.of(new A(2)));
        assertThatThrownBy(() -> Zone.of(APEX, List.of(a, b))).hasMessage("two RRsets EXAMPLE.com. A");
    }

    @Test
    void whatIsOutsideTheApexIsRefused() {
        RRset outside = new RRset(Name.of("example.net."), RdataTypes.A, new Ttl(1), List.of(new A(1)));
        assertThatThrownBy(() -> Zone.of(APEX, List.of(outside))).hasMessage("example.net. is outside example.com.");
        assertThatThrownBy(() -> Zone.ofRecords(APEX, outside.records()))
                .hasMessage("example.net. is outside example.com.");
    }

    @Test
    void anRRsetIsFoundByItsKey() {
        Zone zone = zone(record("www", 1, new A(1)), record("www", 1, new Aaaa(0, 1)), record("a.www", 1, new A(2)));
        Name www = Name.of("WWW.example.com.");
        assertThat(zone.rrset(new RRset.Key(www, RdataTypes.AAAA))).isPresent();
        assertThat(zone.rrset(new RRset.Key(www, RdataTypes.MX))).isEmpty();
        assertThat(zone.rrsetsAt(www)).extracting(RRset::type).containsExactly(RdataTypes.A, RdataTypes.AAAA);
        assertThat(zone.rrsetsAt(APEX)).isEmpty();
    }

    @Test
    void aZoneMayHoldNothing() {
        assertThat(Zone.empty(APEX).isEmpty()).isTrue();
        assertThat(zone(record("@", 1, new A(1))).isEmpty()).isFalse();
        assertThat(Zone.empty(APEX))
                .isEqualTo(Zone.empty(Name.of("Example.COM")))
                .isNotEqualTo(Zone.empty(Name.ROOT));
        assertThat(Zone.empty(APEX)).hasToString("example.com. (0 RRsets)");
    }

    @Test
    void theFingerprintIsTheSameInEveryVersion() {
        // Plans are stored with it: if this changes, stored plans no longer match their zones.
        assertThat(Zone.empty(APEX).fingerprint())
                .isEqualTo("45157f0118bd88d92b32f35da6d320249e08e0eb05dd2ceaf511fb5dc5823770");
        assertThat(zone(record("WWW", 300, new A(1)), record("@", 60, new Mx(10, Name.of("Mail."))))
                        .fingerprint())
                .isEqualTo("e46ec75067b66c547cad5318da4becbf58deed77c1b3f0497200b4bdfe22cd1f");
    }

    @Test
    void rdataThatLookLikeAnotherRRsetAreNotTakenForIt() {
        RdataType type = RdataTypes.of("TYPE65280");
        Name a = Name.of("a.example.com.");
        Name b = Name.of("b.example.com.");
        Rdata zero = new Unknown(type, "0");
        Rdata one = new Unknown(type, "1");
        Rdata header = new Unknown(type, "b.example.com. 300 TYPE65280");
        Zone two = Zone.of(
                APEX,
                List.of(
                        new RRset(a, type, new Ttl(300), List.of(zero)),
                        new RRset(b, type, new Ttl(300), List.of(one))));
        Zone three = Zone.of(APEX, List.of(new RRset(a, type, new Ttl(300), List.of(zero, header, one))));
        assertThat(two.fingerprint()).isNotEqualTo(three.fingerprint());
        Rdata late = new Unknown(type, "c");
        Zone lateTwo = Zone.of(
                APEX,
                List.of(
                        new RRset(a, type, new Ttl(300), List.of(zero)),
                        new RRset(b, type, new Ttl(300), List.of(late))));
        Zone lateOne = Zone.of(APEX, List.of(new RRset(a, type, new Ttl(300), List.of(zero, header, late))));
        assertThat(lateTwo.fingerprint()).isNotEqualTo(lateOne.fingerprint());
    }
}
