package cadastre.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PasswordHashTest {
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void itIsReadFromItsPhcString() {
        PasswordHash hash = new PasswordHash(REFERENCE);

        assertThat(hash.cost()).isEqualTo(new PasswordHash.Cost(65536, 2, 1));
        assertThat(hash.salt()).asString().isEqualTo("somesalt");
        assertThat(hash.hash()).hasSize(32).startsWith(0x09, 0x31, 0x61);
        assertThat(PasswordHash.of(hash.cost(), hash.salt(), hash.hash())).isEqualTo(hash);
    }

    @Test
    void anythingElseIsRefusedWithoutShowingIt() {
        for (String wrong : new String[] {
            "",
            "password",
            REFERENCE.replace("argon2id", "argon2i"),
            REFERENCE.replace("v=19", "v=16"),
            REFERENCE.replace("m=65536", "m=0"),
            REFERENCE.substring(0, REFERENCE.lastIndexOf('$')),
            REFERENCE + "$",
            REFERENCE + "AA"
        }) {
            assertThatIllegalArgumentException()
                    .as(wrong)
                    .isThrownBy(() -> new PasswordHash(wrong))
                    .withMessage("not a PHC string of Argon2id, version 19");
        }
    }

    @Test
    void aCostOutOfRangeIsRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PasswordHash(REFERENCE.replace("m=65536", "m=7")))
                .withMessage("memory out of range: 7 KiB");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PasswordHash(REFERENCE.replace("m=65536", "m=99999999")));
    }

    @Test
    void aCostHasItsRanges() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordHash.Cost(7, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordHash.Cost(15, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordHash.Cost((1 << 20) + 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordHash.Cost(8, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordHash.Cost(8, 1001, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordHash.Cost(8, 1, 0));
    }

    @Test
    void itPrintsItsCostOnly() {
        assertThat(new PasswordHash(REFERENCE)).hasToString("PasswordHash[Cost[memoryKib=65536, passes=2, lanes=1]]");
    }
}
