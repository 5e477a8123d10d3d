package cadastre.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RRsetTest {
    private static final Name WWW = Name.of("www.example.com.");
    private static final Rdata ONE = new A(1);
    private static final Rdata TWO = new A(2);

    private static RRset of(Rdata... rdata) {
        return new RRset(WWW, rdata[0].type(), new Ttl(300), List.of(rdata));
    }

    @Test
    void theOrderOfRdataDoesNotMatter() {
        assertThat(of(TWO, ONE)).isEqualTo(of(ONE, TWO)).hasSameHashCodeAs(of(ONE, TWO));
        assertThat(of(TWO, ONE).rdata()).containsExactly(ONE, TWO);
        assertThat(of(TWO, ONE)).isNotEqualTo(of(ONE));
    }

    @Test
    void everyRdataIsInItOnce() {
        assertThat(of(ONE, TWO, ONE)).isEqualTo(of(ONE, TWO));
        RRset spelled = of(new Ns(Name.of("NS.example.")), new Ns(Name.of("ns.example.")));
        assertThat(spelled.rdata()).hasSize(1);
        assertThat(spelled.rdata().getFirst().presentation()).isEqualTo("NS.example.");
    }

    @Test
    void itHoldsOneTypeAndAtLeastOneRdata() {
        assertThatThrownBy(() -> new RRset(WWW, RdataTypes.A, new Ttl(1), List.of()))
                .hasMessage("an RRset holds at least one RDATA");
        assertThatThrownBy(() -> new RRset(WWW, RdataTypes.A, new Ttl(1), List.of(ONE, new Cname(WWW))))
                .hasMessage("RDATA of type CNAME in an RRset of type A");
    }

    @Test
    void ownerNamesCompareWithoutCase() {
        RRset upper = of(ONE).spelled(Name.of("WWW.example.com."));
        assertThat(upper).isEqualTo(of(ONE)).hasSameHashCodeAs(of(ONE));
        assertThat(upper.key()).isEqualTo(of(ONE).key()).isEqualByComparingTo(of(ONE).key());
        assertThat(upper.owner().toString()).isEqualTo("WWW.example.com.");
        assertThatThrownBy(() -> of(ONE).spelled(Name.ROOT)).hasMessage(". is not www.example.com.");
    }

    @Test
    void theTtlIsPartOfIt() {
        assertThat(of(ONE).withTtl(new Ttl(5))).isNotEqualTo(of(ONE));
        assertThat(of(ONE).withTtl(new Ttl(5)).withTtl(new Ttl(300))).isEqualTo(of(ONE));
    }

    @Test
    void itsRecordsHaveItsTtl() {
        assertThat(of(TWO, ONE).records())
                .containsExactly(
                        new ResourceRecord(WWW, new Ttl(300), ONE), new ResourceRecord(WWW, new Ttl(300), TWO));
    }

    @Test
    void keysAreOrderedByNameThenType() {
        assertThat(new RRset.Key(WWW, RdataTypes.AAAA))
                .isGreaterThan(new RRset.Key(WWW, RdataTypes.A))
                .isLessThan(new RRset.Key(Name.of("a.www.example.com."), RdataTypes.A))
                .hasToString("www.example.com. AAAA");
    }
}
