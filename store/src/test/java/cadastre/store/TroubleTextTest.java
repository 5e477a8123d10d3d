package cadastre.store;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import cadastre.provider.Capability;
import cadastre.register.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TroubleTextTest {
    private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");

    private static final List<Trouble> ALL = List.of(
            new Trouble.TokenExpired(AT),
            new Trouble.TokenRevoked(),
            new Trouble.TokenEnded(),
            new Trouble.TokenUnknown(),
            new Trouble.MissingPermission(Set.of(Capability.DNS_READ, Capability.DNS_WRITE)),
            new Trouble.MissingPermission(Set.of()),
            new Trouble.OutOfReach(Name.of("example.com")),
            new Trouble.NoDomains(),
            new Trouble.NotOnLiveDns(Name.of("example.com")),
            new Trouble.RateLimited(Optional.of(AT)),
            new Trouble.RateLimited(Optional.empty()),
            new Trouble.Outage(503),
            new Trouble.Unreachable(),
            new Trouble.NotUnderstood(),
            new Trouble.TurnedAway(403),
            new Trouble.WrongAddress(),
            new Trouble.Misconfigured("apiurl"));

    @Test
    void everyTroubleIsReadAsItWasWritten() {
        assertThat(ALL).extracting(Object::getClass).containsAll(List.of(Trouble.class.getPermittedSubclasses()));
        for (Trouble trouble : ALL) {
            assertThat(TroubleText.parse(Optional.of(TroubleText.of(trouble)))).contains(trouble);
        }
    }
}
