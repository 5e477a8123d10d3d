package cadastre.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretPlaceTest {
    @Test
    void noTwoPlacesHaveTheSameAssociatedData() {
        assertThat(Stream.of(
                                new SecretPlace("ab", "c", "d", 1),
                                new SecretPlace("a", "bc", "d", 1),
                                new SecretPlace("a", "b", "cd", 1),
                                new SecretPlace("ab", "d", "c", 1),
                                new SecretPlace("ab", "c", "d", 2),
                                new SecretPlace("ab", "c", "d", 256))
                        .map(place -> java.util.HexFormat.of().formatHex(place.associatedData())))
                .doesNotHaveDuplicates();
    }

    @Test
    void theNextPlaceDiffersInTheVersionOnly() {
        assertThat(new SecretPlace("w", "i", "token", 1).next()).isEqualTo(new SecretPlace("w", "i", "token", 2));
    }

    @Test
    void aPlaceIsSaidInFull() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretPlace("", "i", "token", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretPlace("w", "", "token", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretPlace("w", "i", "", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretPlace("w", "i", "token", 0));
    }
}
