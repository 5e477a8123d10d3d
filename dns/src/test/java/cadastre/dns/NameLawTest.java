package cadastre.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameLawTest {
    private static final int SEEDS = 2000;

    @Test
    void whatIsWrittenReadsBack() throws PresentationException {
        for (long seed = 0; seed < SEEDS; seed++) {
            Name name = new Generator(seed).name();
            Name again = Name.parse(name.toString());
            assertThat(again).as("seed %d", seed).isEqualTo(name);
            assertThat(again.isSpelledLike(name)).as("seed %d", seed).isTrue();
            assertThat(Name.parse(name.withoutDot())).as("seed %d", seed).isEqualTo(name);
        }
    }

    @Test
    void aRelativeNameAtItsOriginIsTheName() throws PresentationException {
        for (long seed = 0; seed < SEEDS; seed++) {
            Name name = new Generator(seed).nameBelow(Generator.ORIGIN);
            RelativeName relative = name.relativeTo(Generator.ORIGIN).orElseThrow();
            assertThat(relative.at(Generator.ORIGIN)).as("seed %d", seed).isEqualTo(name);
            assertThat(relative.at(Generator.ORIGIN).relativeTo(Generator.ORIGIN))
                    .as("seed %d", seed)
                    .contains(relative);
            assertThat(RelativeName.parse(relative.toString()))
                    .as("seed %d", seed)
                    .isEqualTo(relative);
            assertThat(Name.parse(relative.toString(), Generator.ORIGIN))
                    .as("seed %d", seed)
                    .isEqualTo(name);
        }
    }

    @Test
    void orderEqualityAndHashAgree() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Generator generator = new Generator(seed);
            Name a = generator.name();
            Name b = generator.chance(30) ? Name.ofLabels(Labels.lower(a.labels())) : generator.name();
            assertThat(a.compareTo(b) == 0).as("seed %d", seed).isEqualTo(a.equals(b));
            assertThat(Integer.signum(a.compareTo(b))).as("seed %d", seed).isEqualTo(-Integer.signum(b.compareTo(a)));
            assertThat(a.lowerCase().toString().equals(b.lowerCase().toString()))
                    .as("seed %d", seed)
                    .isEqualTo(a.equals(b));
            if (a.equals(b)) {
                assertThat(a).as("seed %d", seed).hasSameHashCodeAs(b);
            }
        }
    }

    @Test
    void dnsjavaReadsAndOrdersNamesAsWeDo() throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            Generator generator = new Generator(seed);
            Name a = generator.name();
            Name b = generator.name();
            org.xbill.DNS.Name theirA = org.xbill.DNS.Name.fromString(a.toString());
            org.xbill.DNS.Name theirB = org.xbill.DNS.Name.fromString(b.toString());
            assertThat(Name.parse(theirA.toString()).isSpelledLike(a))
                    .as("seed %d", seed)
                    .isTrue();
            assertThat(Integer.signum(theirA.compareTo(theirB)))
                    .as("seed %d: %s %s", seed, a, b)
                    .isEqualTo(Integer.signum(a.compareTo(b)));
        }
    }
}
