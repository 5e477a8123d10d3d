package cadastre.registration;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RegistrationTest {
    private static Registration registration(String name, String... servers) {
        return new Registration(
                Name.of(name), new Delegation(Stream.of(servers).map(Name::of).toList()));
    }

    @Test
    void neitherCaseNorOrderChangesTheFingerprint() {
        assertThat(registration("Example.org", "ns1.example.net", "NS2.example.net")
                        .fingerprint())
                .isEqualTo(registration("example.org", "ns2.example.net", "ns1.example.net")
                        .fingerprint())
                .hasSize(64);
    }

    @Test
    void anotherNameServerChangesTheFingerprint() {
        assertThat(registration("example.org", "ns1.example.net").fingerprint())
                .isNotEqualTo(registration("example.org", "ns2.example.net").fingerprint())
                .isNotEqualTo(registration("example.org").fingerprint())
                .isNotEqualTo(registration("example.com", "ns1.example.net").fingerprint());
    }

    @Test
    void aDelegationIsASetThatRemembersItsOrder() {
        Delegation written = new Delegation(List.of(Name.of("b.example"), Name.of("a.example"), Name.of("B.example")));
        assertThat(written)
                .isEqualTo(new Delegation(List.of(Name.of("A.example"), Name.of("b.example"))))
                .hasSameHashCodeAs(new Delegation(List.of(Name.of("a.example"), Name.of("b.example"))))
                .isNotEqualTo(new Delegation(List.of(Name.of("a.example"))));
        assertThat(written.nameServers()).map(Name::toString).containsExactly("b.example.", "a.example.", "B.example.");
    }

    @Test
    void aDelegationDoesNotFollowTheListItWasMadeFrom() {
        List<Name> names = new java.util.ArrayList<>(List.of(Name.of("a.example")));
        Delegation delegation = new Delegation(names);
        names.clear();
        assertThat(delegation.nameServers()).hasSize(1);
    }
}
