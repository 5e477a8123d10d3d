package cadastre.register;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import cadastre.provider.Capability;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TroubleTest {
    private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");

    private static final List<Trouble> ALL = List.of(
            new Trouble.TokenExpired(AT),
            new Trouble.TokenRevoked(),
            new Trouble.TokenEnded(),
            new Trouble.TokenUnknown(),
            new Trouble.MissingPermission(Set.of(Capability.DNS_READ, Capability.DNS_WRITE)),
            new Trouble.OutOfReach(Name.of("xn--bcher-kva.example")),
            new Trouble.NoDomains(),
            new Trouble.NotOnLiveDns(Name.of("example.com")),
            new Trouble.RateLimited(Optional.of(AT)),
            new Trouble.Outage(503),
            new Trouble.Unreachable(),
            new Trouble.NotUnderstood(),
            new Trouble.TurnedAway(403),
            new Trouble.WrongAddress(),
            new Trouble.Misconfigured("apiurl"));

    @Test
    void everyTroubleHasSentencesAndAHeadingOfItsOwn() {
        assertThat(ALL).extracting(Object::getClass).containsExactlyInAnyOrder(Trouble.class.getPermittedSubclasses());
        Set<String> slugs = new HashSet<>();
        for (Trouble trouble : ALL) {
            assertThat(trouble.message()).matches("(?s)[A-Za-z].*\\.").doesNotContain("  ");
            assertThat(trouble.cure()).matches("(?s)[A-Z].*\\.").doesNotContain("  ");
            assertThat(slugs.add(trouble.slug())).as(trouble.slug()).isTrue();
        }
    }

    @Test
    void wordsNameTheBoxAndWhatIsOff() {
        Trouble trouble = new Trouble.MissingPermission(Set.of(Capability.DNS_WRITE, Capability.DNS_READ));

        assertThat(trouble.message())
                .isEqualTo("This token lacks dns:read and dns:write. Off without that: records, snapshots and drift;"
                        + " editing records, undo and roll back.");
        assertThat(trouble.cure())
                .isEqualTo("Make a token at Gandi with the box \"Manage domain name technical configurations\" ticked,"
                        + " and paste it under Update Credentials.");
    }

    @Test
    void namesAndTimesAreWrittenForPeople() {
        assertThat(new Trouble.OutOfReach(Name.of("xn--bcher-kva.example")).message())
                .contains("bücher.example");
        assertThat(new Trouble.TokenExpired(AT).message()).contains("2026-11-24");
        assertThat(new Trouble.RateLimited(Optional.of(AT)).message()).endsWith("again at 10:00:00 UTC.");
        assertThat(new Trouble.RateLimited(Optional.empty()).message()).endsWith("this address.");
    }
}
