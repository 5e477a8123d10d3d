package cadastre.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneFileOrderLawTest {
    private static final List<String> LABELS = List.of("*", "!", "1", "01", "9", "10", "1a", "-", "a", "A", "b", "_c");

    @Test
    void anyThreeNamesHaveOneOrder() {
        Comparator<Name> order = ZoneFileOrder.of(Generator.ORIGIN).names();
        for (long seed = 0; seed < 20_000; seed++) {
            Generator generator = new Generator(seed);
            Name a = name(generator);
            Name b = name(generator);
            Name c = name(generator);
            assertThat(Integer.signum(order.compare(a, b)))
                    .as("seed %d: %s %s", seed, a, b)
                    .isEqualTo(-Integer.signum(order.compare(b, a)));
            assertThat(order.compare(a, b) == 0)
                    .as("seed %d: %s %s", seed, a, b)
                    .isEqualTo(a.equals(b));
            if (order.compare(a, b) < 0 && order.compare(b, c) < 0) {
                assertThat(order.compare(a, c))
                        .as("seed %d: %s %s %s", seed, a, b, c)
                        .isNegative();
            }
        }
    }

    private static Name name(Generator generator) {
        Name name = generator.chance(95) ? Generator.ORIGIN : Name.of("net.");
        for (int i = generator.below(3); i > 0; i--) {
            name = Name.join(List.of(generator.one(LABELS)), name);
        }
        return name;
    }
}
