package cadastre.store;

import cadastre.dns.A;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.RelativeName;
import cadastre.dns.Ttl;
import cadastre.dns.Zone;
import cadastre.people.Workspace;
import cadastre.people.WorkspaceId;
import cadastre.provider.ListedRegistration;
import cadastre.provider.Milestone;
import cadastre.provider.Reading;
import cadastre.provider.ServedBy;
import cadastre.register.Credential;
import cadastre.register.Holding;
import cadastre.register.Integration;
import cadastre.register.PassState;
import cadastre.register.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A database in a folder with one workspace and one integration, for tests.
final class Opened implements AutoCloseable {
    static final WorkspaceId WORKSPACE = new WorkspaceId(new UUID(1, 1));
    static final Integration.Id INTEGRATION = new Integration.Id("int_1");
    static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    final Store store;
    final Compartment compartment;

    Opened(Path folder) {
        try {
            store = Store.open(folder.resolve("cadastre.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        compartment = store.compartment(WORKSPACE);
        if (store.everyWorkspace().isEmpty()) {
            store.addWorkspace(new Workspace(WORKSPACE, "Example", START));
            compartment.integrations().add(integration(INTEGRATION));
        }
    }

    static Integration integration(Integration.Id id) {
        return new Integration(
                id,
                "Gandi",
                "GANDI_V5",
                Map.of(),
                new Credential(id + "/token/1", "••••••••3f9c", START, Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                START);
    }

    static ListedRegistration listed(String name, ServedBy servedBy, Optional<Instant> ends) {
        return new ListedRegistration(
                Name.of(name),
                servedBy,
                List.of(),
                true,
                List.of(),
                List.of(),
                ends.map(at -> Map.of(Milestone.ENDS, at)).orElse(Map.of()),
                "ada",
                "example-org",
                "Ada Example");
    }

    /// Keeps registrations as a pass would that lists them at [#START].
    void list(ListedRegistration... registrations) {
        list(compartment, INTEGRATION, List.of(registrations), START);
    }

    static void list(
            Compartment compartment, Integration.Id integration, List<ListedRegistration> registrations, Instant at) {
        PassState state = compartment.passes().begin(integration, new Scope.Everything(), at);
        compartment.passes().listed(state, registrations, at, _ -> state);
    }

    /// Keeps a registration that LiveDNS serves, with its zone as read at [#START].
    Holding.Id hold(Zone zone) {
        list(listed(zone.apex().toString(), ServedBy.LIVEDNS, Optional.empty()));
        Holding.Id id = compartment.inventory().holdings(zone.apex()).getFirst().id();
        compartment.inventory().observe(id, reading(zone), START, START);
        return id;
    }

    static Reading reading(Zone zone) {
        return new Reading(zone, List.of(), List.of());
    }

    static RRset a(String owner, Name apex, int address) {
        A a = new A(address);
        return new RRset(RelativeName.of(owner).at(apex), a.type(), new Ttl(300), List.of(a));
    }

    @Override
    public void close() {
        store.close();
    }
}
