package cadastre.lookup;

import cadastre.dns.A;
import cadastre.dns.Aaaa;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RdataType;
import cadastre.dns.RdataTypes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Where hosts are. Implementations are thread-safe and answer in limited time.
@FunctionalInterface
public interface AddressBook {
    /// {@return the addresses of a host}
    Addresses of(Name host);

    /// How a search for the addresses of a host ended.
    sealed interface Addresses {
        /// Those it has; at least one, those of version 4 first.
        record Found(List<InetAddress> addresses) implements Addresses {
            /// @throws IllegalArgumentException if there is none
            public Found {
                addresses = List.copyOf(addresses);
                if (addresses.isEmpty()) {
                    throw new IllegalArgumentException("no address was found");
                }
            }
        }

        /// It has none.
        record None() implements Addresses {}

        /// It could not be found out.
        ///
        /// @param why in words
        record Unknown(String why) implements Addresses {}
    }

    /// {@return the book that the system reads: `/etc/hosts`, then its resolvers}
    ///
    /// @param timeout how long a search may take; what the system does then goes on without anybody waiting
    static AddressBook ofSystem(Duration timeout) {
        return host -> {
            FutureTask<InetAddress[]> search = new FutureTask<>(() -> InetAddress.getAllByName(host.withoutDot()));
            Thread.ofPlatform().daemon().name("addresses of " + host).start(search);
            try {
                return new Addresses.Found(List.of(search.get(timeout.toMillis(), TimeUnit.MILLISECONDS)));
            } catch (ExecutionException e) {
                return e.getCause() instanceof UnknownHostException
                        ? new Addresses.None()
                        : new Addresses.Unknown(String.valueOf(e.getCause()));
            } catch (TimeoutException e) {
                return new Addresses.Unknown(
                        "the system's resolver did not answer within " + timeout.toMillis() + " ms");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Addresses.Unknown("stopped before there was an answer");
            }
        };
    }

    /// {@return the book that asks a resolver for A and AAAA, following aliases}
    static AddressBook of(Questions questions, NameServer resolver) {
        return host -> {
            List<InetAddress> found = new ArrayList<>();
            Optional<String> trouble = Optional.empty();
            for (RdataType type : List.of(RdataTypes.A, RdataTypes.AAAA)) {
                switch (followed(questions, resolver, host, type)) {
                    case Answer.Answered answered -> found.addAll(addresses(answered));
                    case Answer.Referred _ -> trouble = Optional.of(resolver + " is no resolver: it refers to others");
                    case Answer.Refused(String code) -> trouble = Optional.of(resolver + " answered " + code);
                    case Answer.NoAnswer(String why) -> trouble = Optional.of(resolver + ": " + why);
                }
            }
            if (!found.isEmpty()) {
                return new Addresses.Found(found);
            }
            return trouble.isPresent() ? new Addresses.Unknown(trouble.get()) : new Addresses.None();
        };
    }

    private static Answer followed(Questions questions, NameServer resolver, Name host, RdataType type) {
        Answer answer = questions.resolve(resolver, host, type);
        for (int i = 0; i < 8; i++) {
            if (!(answer instanceof Answer.Answered answered)
                    || answered.alias().isEmpty()) {
                break;
            }
            answer = questions.resolve(resolver, answered.alias().get(), type);
        }
        return answer;
    }

    private static List<InetAddress> addresses(Answer.Answered answered) {
        List<InetAddress> found = new ArrayList<>();
        for (Rdata rdata : answered.rrset().map(RRset::rdata).orElse(List.of())) {
            switch (rdata) {
                case A a -> found.add(InetAddress.ofLiteral(a.presentation()));
                case Aaaa aaaa -> found.add(InetAddress.ofLiteral(aaaa.presentation()));
                default -> throw new IllegalStateException(rdata.type() + " is no address");
            }
        }
        return found;
    }
}
