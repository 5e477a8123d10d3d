package cadastre.people;

import static cadastre.people.Examples.CHANCE;
import static org.assertj.core.api.Assertions.assertThat;

import cadastre.vault.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The example of the package's page, so that it keeps compiling and being true.
class PackageExampleTest {
    private final List<String> shown = new ArrayList<>();

    @Test
    void theFirstOwnerIsMade() {
        Instant now = Examples.NOW;
        Founding founding = new Founding(new MemoryPeople(), new MemoryLinks(), Examples.PASSWORDS, CHANCE);
        Secret password = Secret.of("gravel teapot orbit");
        Ticket ticket = founding.link(now).orElseThrow();

        shown.add("http://localhost:8080/first?ticket=" + ticket.text());
        switch (founding.found(ticket, "Example Ltd", "owner@example.com", password, now)) {
            case Founding.Founded(Account owner, Workspace workspace) ->
                shown.add(owner.name() + " " + workspace.name());
            case Founding.LinkRefused refused -> shown.add(refused.message());
            case Founding.NameRefused(String message) -> shown.add(message);
            case Founding.PasswordRefused(PasswordObjection objection) -> shown.add(objection.message());
        }

        assertThat(shown.getLast()).isEqualTo("owner@example.com Example Ltd");
    }
}
