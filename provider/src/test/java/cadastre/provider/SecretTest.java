package cadastre.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    private static final String CANARY = "canary-4f1d0c9b8a7e6d5c4b3a291807f6e5d4";

    @Test
    void itDoesNotPrintItselfWhateverHoldsIt() {
        Secret secret = Secret.of(CANARY);
        Authorization authorization = new Authorization("Bearer", secret);
        Request request = Request.put(URI.create("https://api.example/v5/x"), authorization, "{}");
        for (Object holder : List.of(
                secret,
                authorization,
                request,
                new Proxies.Via("proxy", 3128, java.util.Optional.of(secret)),
                new Environment(java.util.Map.of("TOKEN", CANARY)),
                new Environment.Variable("TOKEN", CANARY),
                new PoliteClient.Options(
                        java.util.Map.of("TOKEN", CANARY),
                        "Cadastre/test",
                        new FakeTime(),
                        new FakeTime(),
                        new java.util.Random(1),
                        Patience.usual(),
                        Observer.none()))) {
            assertThat(holder.toString()).doesNotContain(CANARY);
        }
        assertThat(secret).hasToString("Secret[hidden]");
        assertThat(authorization.header()).isEqualTo("Bearer " + CANARY);
    }

    @Test
    void whiteSpaceAroundItIsNotPartOfIt() {
        assertThat(Secret.of(" " + CANARY + "\r\n"))
                .isEqualTo(Secret.of(CANARY))
                .hasSameHashCodeAs(Secret.of(CANARY))
                .isNotEqualTo(Secret.of(CANARY + "x"));
        assertThat(Secret.of(CANARY + "\n").length()).isEqualTo(CANARY.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", CANARY + " b", CANARY + "\nX-Header: y", CANARY + "é", CANARY + "\0"})
    void whatCannotStandInAHeaderIsRefusedWithoutBeingRepeated(String text) {
        assertThat(Secret.isOne(text)).isFalse();
        Throwable refusal = catchThrowable(() -> Secret.of(text));
        assertThat(refusal).isInstanceOf(IllegalArgumentException.class);
        assertThat(refusal.getMessage()).doesNotContain("canary");
    }
}
