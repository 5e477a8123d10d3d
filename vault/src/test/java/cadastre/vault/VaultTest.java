package cadastre.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.Serializable;
import org.junit.jupiter.api.Test;

class VaultTest {
    private static final SecretPlace PLACE = new SecretPlace("workspace", "integration", "token", 3);

    private final Keys keys = Keys.generate();
    private final Vault vault = new Vault(keys);

    private static VaultException.Reason refusal(Vault vault, SealedSecret sealed, SecretPlace place) {
        return catchThrowableOfType(VaultException.class, () -> vault.open(sealed, place))
                .reason();
    }

    @Test
    void whatWasSealedOpensAtItsPlace() throws VaultException {
        SealedSecret sealed = vault.seal(Secret.of("a token"), PLACE);

        assertThat(vault.open(sealed, PLACE).text()).isEqualTo("a token");
        assertThat(sealed.keyName()).isEqualTo(keys.primary());
        assertThat(sealed.version()).isEqualTo(3);
    }

    @Test
    void itOpensNowhereElse() {
        SealedSecret sealed = vault.seal(Secret.of("a token"), PLACE);

        assertThat(refusal(vault, sealed, new SecretPlace("other", "integration", "token", 3)))
                .isEqualTo(VaultException.Reason.ALTERED);
        assertThat(refusal(vault, sealed, new SecretPlace("workspace", "other", "token", 3)))
                .isEqualTo(VaultException.Reason.ALTERED);
        assertThat(refusal(vault, sealed, new SecretPlace("workspace", "integration", "other", 3)))
                .isEqualTo(VaultException.Reason.ALTERED);
        assertThat(refusal(vault, sealed, PLACE.next())).isEqualTo(VaultException.Reason.ALTERED);
    }

    @Test
    void anOldSecretIsNotPassedOffAsANewOne() {
        SealedSecret old = vault.seal(Secret.of("a token"), PLACE);
        SealedSecret renumbered = new SealedSecret(old.keyName(), 4, old.octets());

        assertThat(refusal(vault, renumbered, PLACE.next())).isEqualTo(VaultException.Reason.ALTERED);
    }

    @Test
    void theVersionBesideItIsTheOneItWasSealedFor() {
        SealedSecret sealed = vault.seal(Secret.of("a token"), PLACE);
        SealedSecret renumbered = new SealedSecret(sealed.keyName(), 4, sealed.octets());

        assertThat(refusal(vault, renumbered, PLACE)).isEqualTo(VaultException.Reason.ALTERED);
    }

    @Test
    void theSameSecretIsNeverSealedAlike() {
        assertThat(vault.seal(Secret.of("a token"), PLACE)).isNotEqualTo(vault.seal(Secret.of("a token"), PLACE));
    }

    @Test
    void withoutItsKeyASecretIsNotOpened() {
        SealedSecret sealed = vault.seal(Secret.of("a token"), PLACE);

        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> new Vault(Keys.generate()).open(sealed, PLACE))
                .withMessage("The key " + keys.primary() + ", which this secret is sealed with, is not in the key file."
                        + " Put back the key file that holds it, or enter the secret anew.")
                .matches(e -> e.reason() == VaultException.Reason.NO_KEY);
    }

    @Test
    void aKeyOfAnotherNameIsNotTakenForIt() {
        Keys both = keys.rotated();
        SealedSecret sealed = vault.seal(Secret.of("a token"), PLACE);
        SealedSecret renamed = new SealedSecret(both.primary(), 3, sealed.octets());

        assertThat(refusal(new Vault(both), renamed, PLACE)).isEqualTo(VaultException.Reason.ALTERED);
    }

    @Test
    void afterRotationTheOldOpensAndTheNewIsUnderTheNewKey() throws VaultException {
        SealedSecret old = vault.seal(Secret.of("a token"), PLACE);
        Keys both = keys.rotated();
        Vault rotated = new Vault(both);

        assertThat(rotated.open(old, PLACE).text()).isEqualTo("a token");
        assertThat(rotated.seal(Secret.of("another"), PLACE).keyName())
                .isEqualTo(both.primary())
                .isNotEqualTo(keys.primary());
    }

    @Test
    void whatIsRewrappedOpensWithoutTheOldKey() throws VaultException {
        SealedSecret old = vault.seal(Secret.of("a token"), PLACE);
        Keys both = keys.rotated();

        SealedSecret rewrapped = new Vault(both).rewrap(old);

        Vault after = new Vault(both.without(keys.primary()));
        assertThat(rewrapped.keyName()).isEqualTo(both.primary());
        assertThat(after.open(rewrapped, PLACE).text()).isEqualTo("a token");
        assertThat(refusal(after, old, PLACE)).isEqualTo(VaultException.Reason.NO_KEY);
    }

    @Test
    void rewrappingDoesNotMakeASecretOpenElsewhere() throws VaultException {
        Vault rotated = new Vault(keys.rotated());
        SealedSecret rewrapped = rotated.rewrap(vault.seal(Secret.of("a token"), PLACE));

        assertThat(refusal(rotated, rewrapped, PLACE.next())).isEqualTo(VaultException.Reason.ALTERED);
        assertThat(refusal(rotated, rewrapped, new SecretPlace("other", "integration", "token", 3)))
                .isEqualTo(VaultException.Reason.ALTERED);
    }

    @Test
    void whatIsUnderThePrimaryKeyStaysAsItIs() throws VaultException {
        SealedSecret sealed = vault.seal(Secret.of("a token"), PLACE);

        assertThat(vault.rewrap(sealed)).isSameAs(sealed);
    }

    @Test
    void whatWasWipedIsNotSealed() {
        Secret secret = Secret.of("a token");
        secret.close();

        assertThatIllegalStateException().isThrownBy(() -> vault.seal(secret, PLACE));
    }

    @Test
    void noFormShowsTheSecret() throws IOException, VaultException {
        Canary canary = new Canary("canary7Zq2Lw9Xk4Rt8Vb3");
        Secret secret = Secret.of(canary.text());
        SealedSecret sealed = vault.seal(secret, PLACE);
        SealedSecret rewrapped = new Vault(keys.rotated()).rewrap(sealed);

        assertThat(canary.in(secret + " " + sealed + " " + keys + " " + PLACE)).isEmpty();
        assertThat(canary.in(sealed.octets())).isEmpty();
        assertThat(canary.in(rewrapped.octets())).isEmpty();
        assertThat(canary.in(keys.format())).isEmpty();
        assertThat(sealed).isNotInstanceOf(Serializable.class);
        assertThat(canary.in(catchThrowableOfType(VaultException.class, () -> vault.open(sealed, PLACE.next()))))
                .isEmpty();
        assertThat(canary.in(catchThrowableOfType(
                        VaultException.class, () -> new Vault(Keys.generate()).open(sealed, PLACE))))
                .isEmpty();
    }
}
