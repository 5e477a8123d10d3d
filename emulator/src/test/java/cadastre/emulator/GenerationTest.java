package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationTest {
    private static Registry generated(String text) throws PortfolioException {
        return Portfolio.load(EmulatorOptions.standard().withGenerated(text));
    }

    private static int rrsets(Registry registry) {
        return registry.domains().stream()
                .flatMap(domain -> domain.zone(java.time.Instant.now()).stream())
                .mapToInt(zone -> zone.list().size())
                .sum();
    }

    @Test
    void asManyAreMadeAsAreAskedForBesideThePortfolio() throws Exception {
        Registry plain = Portfolio.load(EmulatorOptions.standard());
        Registry registry = generated("domains=300,rrsets=4000,seed=5");
        assertThat(registry.domains()).hasSize(plain.domains().size() + 300);
        assertThat(rrsets(registry)).isEqualTo(rrsets(plain) + 4000);
        assertThat(registry.credentials()).hasSize(plain.credentials().size());
    }

    @Test
    void theSameSeedMakesTheSame() throws Exception {
        java.time.Instant now = java.time.Instant.now();
        for (Domain domain : generated("domains=50,seed=5").domains()) {
            LiveZone.State other = generated("domains=50,seed=5")
                    .domain(domain.fqdn())
                    .orElseThrow()
                    .zone(now)
                    .map(LiveZone::state)
                    .orElse(new LiveZone.State(0, java.util.List.of()));
            assertThat(domain.zone(now).map(LiveZone::list).orElse(java.util.List.of()))
                    .isEqualTo(other.rrsets());
        }
        assertThat(generated("domains=50,seed=6").domains().stream().map(Domain::fqdn))
                .isNotEqualTo(generated("domains=50,seed=5").domains().stream()
                        .map(Domain::fqdn)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "domains", "domains=", "domains=0", "domains=2000000", "zones=3", "domains=1;seed=2"})
    void whatIsNotUnderstoodIsSaid(String text) {
        assertThatThrownBy(() -> EmulatorOptions.standard().withGenerated(text))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
