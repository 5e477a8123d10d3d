package cadastre.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cadastre.dns.A;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.RdataTypes;
import cadastre.dns.Ttl;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchedTest {
    private static final RRset RRSET =
            new RRset(Name.of("www.example.com."), RdataTypes.A, new Ttl(300), List.of(new A(1)));

    @Test
    void whatDoesNotChangeIsTheSameBeforeAndAfter() {
        assertThat(Watched.still(RRSET).before()).isEqualTo(Watched.still(RRSET).after());
    }

    @Test
    void bothAreOfTheRRsetThatIsFollowed() {
        RRset.Key other = new RRset.Key(Name.of("other.example.com."), RdataTypes.A);

        assertThatIllegalArgumentException().isThrownBy(() -> new Watched(other, Optional.empty(), Optional.of(RRSET)));
    }
}
