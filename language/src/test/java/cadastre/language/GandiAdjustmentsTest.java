package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GandiAdjustmentsTest {
    private static Adjustments.Adjusted adjust(RecordConfig... records) {
        return new GandiAdjustments().adjust(Configs.domain("example.com", records));
    }

    private static List<String> records(Adjustments.Adjusted adjusted) {
        return adjusted.domain().records().stream()
                .map(one -> one.name() + " " + one.ttl() + " " + one.type() + " " + one.target())
                .toList();
    }

    private static RecordConfig record(String type, String name, String target, long ttl) {
        return Configs.record(type, name, target).withTtl(ttl);
    }

    @Test
    void anAliasBelowTheApexIsACname() {
        Adjustments.Adjusted adjusted = adjust(record("ALIAS", "@", "x.", 300), record("ALIAS", "a", "x.", 300));
        assertThat(records(adjusted)).containsExactly("@ 300 ALIAS x.", "a 300 CNAME x.");
        assertThat(adjusted.warnings()).isEmpty();
    }

    @Test
    void ttlsStayWithinTheLimits() {
        Adjustments.Adjusted adjusted = adjust(
                record("A", "@", "192.0.2.1", 60),
                record("A", "low", "192.0.2.1", 300),
                record("A", "high", "192.0.2.1", 2_592_000),
                record("A", "more", "192.0.2.1", 4_294_967_295L));
        assertThat(records(adjusted))
                .containsExactly(
                        "@ 300 A 192.0.2.1",
                        "low 300 A 192.0.2.1",
                        "high 2592000 A 192.0.2.1",
                        "more 2592000 A 192.0.2.1");
        assertThat(adjusted.warnings())
                .containsExactly(
                        "Gandi does not support ttls < 300. Setting example.com from 60 to 300",
                        "Gandi does not support ttls > 30 days. Setting more.example.com from 4294967295 to 2592000");
    }

    @Test
    void nsAtTheApexIsLeftToGandi() {
        Adjustments.Adjusted adjusted = adjust(
                record("NS", "@", "ns-1.gandi.net.", 300),
                record("NS", "@", "ns.example.net.", 300),
                record("NS", "sub", "ns.example.net.", 300));
        assertThat(records(adjusted)).containsExactly("sub 300 NS ns.example.net.");
        assertThat(adjusted.warnings())
                .containsExactly("Gandi does not support changing apex NS records. Ignoring ns.example.net.");
    }

    @Test
    void anRrsetHasOneTtlTheSmallest() {
        Adjustments.Adjusted adjusted = adjust(
                record("A", "w", "192.0.2.1", 900),
                record("A", "w", "192.0.2.2", 600),
                record("TXT", "w", "t", 1200),
                record("A", "w", "192.0.2.3", 700));
        assertThat(records(adjusted))
                .containsExactly("w 600 A 192.0.2.1", "w 600 A 192.0.2.2", "w 1200 TXT t", "w 600 A 192.0.2.3");
        assertThat(adjusted.warnings())
                .containsExactly(
                        "All TTLs for a rrset ({w.example.com A}) must be the same. Using smaller of 900 and 600.",
                        "All TTLs for a rrset ({w.example.com A}) must be the same. Using smaller of 600 and 700.");
    }
}
