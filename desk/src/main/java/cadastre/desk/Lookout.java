package cadastre.desk;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import cadastre.lookup.AddressBook;
import cadastre.lookup.Matrix;
import cadastre.lookup.NameServer;
import cadastre.lookup.Propagation;
import cadastre.lookup.Questions;
import cadastre.lookup.Watched;
import cadastre.plan.Change;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks the name servers of a zone what they serve by now. Thread-safe.
public final class Lookout {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int TRIES = 2;

    private final AddressBook book;
    private final Propagation propagation;
    private final int port;

    /// @param resolver that knows where name servers are; empty for the system's
    /// @param port     at which name servers answer: 53 but for rehearsals
    public Lookout(Optional<InetSocketAddress> resolver, int port) {
        requireNonNull(resolver, "resolver is null");
        Questions questions = new Questions(TIMEOUT, TRIES);
        this.book = resolver.map(address -> AddressBook.of(questions, new NameServer(Name.of("resolver."), address)))
                .orElseGet(() -> AddressBook.ofSystem(TIMEOUT));
        this.propagation = new Propagation(questions, LIMIT);
        this.port = port;
    }

    /// {@return what each of the servers that were found serves of the changes}
    ///
    /// @param nameServers of the zone, with or without final dots
    Matrix look(Name apex, List<String> nameServers, List<Change> changes) {
        List<NameServer> servers = new ArrayList<>();
        for (String one : nameServers) {
            address(one).ifPresent(servers::add);
        }
        List<Watched> watched = changes.stream()
                .map(change -> new Watched(change.key(), change.before(), change.after()))
                .toList();
        return propagation.look(apex, servers, watched);
    }

    private Optional<NameServer> address(String text) {
        try {
            Name name = Name.parse(text, Name.ROOT);
            return book.of(name) instanceof AddressBook.Addresses.Found(List<InetAddress> addresses)
                    ? Optional.of(new NameServer(name, new InetSocketAddress(addresses.getFirst(), port)))
                    : Optional.empty();
        } catch (PresentationException e) {
            return Optional.empty(); // what is no name is no server that could be asked
        }
    }
}
