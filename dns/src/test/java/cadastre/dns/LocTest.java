package cadastre.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocTest {
    private static Rdata read(String text) throws PresentationException {
        return Presentation.rdata(RdataTypes.LOC, text, Name.ROOT);
    }

    @ParameterizedTest
    @CsvSource({
        "52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m, 52 22 23.000 N 04 53 32.000 E -2m 0m 10000m 10m",
        "52 N 4 E 0, 52 00 0.000 N 04 00 0.000 E 0m 1m 10000m 10m",
        "52 1 s 4 2 3.4 w 9703.13 5 6 7, 52 01 0.000 S 04 02 3.400 W 9703.13m 5m 6m 7m",
        "0 S 0 W 0, 00 00 0.000 N 00 00 0.000 E 0m 1m 10000m 10m",
        "90 S 180 W -100000 90000000, 90 00 0.000 S 180 00 0.000 W -100000m 90000000m 10000m 10m",
        "1 N 2 E 42849672.95 0.01 0.5 0.09m, 01 00 0.000 N 02 00 0.000 E 42849672.95m 0.01m 0.50m 0.09m",
        "1 N 2 E -0.5 12.34 19999 1.99m, 01 00 0.000 N 02 00 0.000 E -0.50m 10m 10000m 1m",
    })
    void placesAreReadAndWrittenInOneWay(String text, String written) throws PresentationException {
        assertThat(read(text).presentation()).isEqualTo(written);
        assertThat(read(written)).isEqualTo(read(text));
    }

    @Test
    void everyCentimetreReadsBack() throws PresentationException {
        for (long altitude = -1000; altitude < 1000; altitude++) {
            Loc loc = new Loc(0, 0, altitude, 0, 0, 0);
            assertThat(read(loc.presentation())).isEqualTo(loc);
        }
    }

    @Test
    void aFieldOutOfItsRangeIsRefused() {
        assertThatThrownBy(() -> new Loc(324_000_001, 0, 0, 0, 0, 0))
                .hasMessage("latitude is at most 90 degrees either way, not 324000001");
        assertThatThrownBy(() -> new Loc(0, Integer.MIN_VALUE, 0, 0, 0, 0))
                .hasMessage("longitude is at most 180 degrees either way, not -2147483648");
        assertThatThrownBy(() -> new Loc(0, 0, -10_000_001, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Loc(0, 0, 4_284_967_296L, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Loc(0, 0, 0, 12, 0, 0))
                .hasMessage("size is 0 to 9 times a power of ten of at most 10^9 centimetres, not 12");
        assertThatThrownBy(() -> new Loc(0, 0, 0, 0, 10_000_000_000L, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Loc(0, 0, 0, 0, 0, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
