package cadastre.people;

import static cadastre.people.Examples.CHANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cadastre.vault.Secret;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = Examples.PASSWORDS;

    /// Hashes by the reference implementation of Argon2, from its own tests.
    @Test
    void hashesOfTheReferenceImplementationAreRight() {
        Secret password = Secret.of("password");
        for (String phc : new String[] {
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"
        }) {
            assertThat(passwords.isRight(password, new PasswordHash(phc)))
                    .as(phc)
                    .isTrue();
            assertThat(passwords.isRight(Secret.of("Password"), new PasswordHash(phc)))
                    .as(phc)
                    .isFalse();
        }
    }

    @Test
    void theStandardCostIsNineteenMebibytesTwoPassesOneLane() {
        PasswordHash hash =
                new Passwords(PasswordHash.Cost.STANDARD, 1).hash(Secret.of("a sentence to remember"), CHANCE);

        assertThat(hash.phc()).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(passwords.isRight(Secret.of("a sentence to remember"), hash)).isTrue();
        assertThat(passwords.isRight(Secret.of("a sentence to forget"), hash)).isFalse();
    }

    @Test
    void eachHashHasItsOwnSalt() {
        Secret password = Secret.of("a sentence to remember");

        assertThat(passwords.hash(password, CHANCE)).isNotEqualTo(passwords.hash(password, CHANCE));
    }

    @Test
    void howACharacterIsComposedDoesNotMatter() {
        PasswordHash hash = passwords.hash(Secret.of("p\u00e4ssword"), CHANCE);

        assertThat(passwords.isRight(Secret.of("pa\u0308ssword"), hash)).isTrue();
        assertThat(passwords.isRight(Secret.of("password"), hash)).isFalse();
    }

    @Test
    void aHashOfAnotherCostIsOutdated() {
        PasswordHash hash = passwords.hash(Secret.of("password"), CHANCE);

        assertThat(passwords.isOutdated(hash)).isFalse();
        assertThat(new Passwords(new PasswordHash.Cost(16, 1, 1), 1).isOutdated(hash))
                .isTrue();
        assertThat(new Passwords(new PasswordHash.Cost(8, 2, 1), 1).isOutdated(hash))
                .isTrue();
    }

    @Test
    void whereThereIsNothingToCheckThePasswordIsHashedAllTheSame() {
        Secret wiped = Secret.of("password");
        wiped.close();

        passwords.checkNothing(Secret.of("password"));
        assertThatIllegalStateException().isThrownBy(() -> passwords.checkNothing(wiped));
    }

    @Test
    void whoHashesAtOnceGetsTheSame() throws InterruptedException, ExecutionException {
        PasswordHash hash = passwords.hash(Secret.of("password"), CHANCE);
        Passwords one = new Passwords(new PasswordHash.Cost(8, 1, 1), 1);

        List<Boolean> right = Examples.atOnce(16, () -> one.isRight(Secret.of("password"), hash));

        assertThat(right).containsOnly(true);
    }

    @Test
    void somebodyMayHash() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Passwords(PasswordHash.Cost.STANDARD, 0));
    }
}
