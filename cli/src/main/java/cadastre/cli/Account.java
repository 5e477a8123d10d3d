package cadastre.cli;

import cadastre.dns.Name;
import cadastre.language.Adjustments;
import cadastre.provider.DnsProvider;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import cadastre.provider.Registrar;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// An entry of the credentials in use: what it gives access to, and what is known of it in this run.
///
/// Safe for use by several threads.
final class Account {
    private final String name;
    private final String address;
    private final Optional<DnsProvider> dns;
    private final Optional<Registrar> registrar;
    private final Adjustments adjustments;
    private Optional<Set<Name>> zones = Optional.empty();
    private volatile Optional<ProviderException> refused = Optional.empty();
    private volatile Optional<String> advice = Optional.empty();

    /// @param name      of the entry
    /// @param address   which service it speaks to, to keep what is remembered of zones apart
    /// @param dns       its name-serving side, if it has one and it is used
    /// @param registrar its registration side, if it has one and it is used
    /// @param adjustments what it makes of a domain
    Account(
            String name,
            String address,
            Optional<DnsProvider> dns,
            Optional<Registrar> registrar,
            Adjustments adjustments) {
        this.name = name;
        this.address = address;
        this.dns = dns;
        this.registrar = registrar;
        this.adjustments = adjustments;
    }

    String name() {
        return name;
    }

    String address() {
        return address;
    }

    /// {@return its name-serving side}
    ///
    /// @throws IllegalStateException if it has none
    DnsProvider dns() {
        return dns.orElseThrow(() -> new IllegalStateException(name + " is no DNS provider"));
    }

    /// {@return its registration side; nothing for a registrar that does nothing}
    Optional<Registrar> registrar() {
        return registrar;
    }

    Adjustments adjustments() {
        return adjustments;
    }

    /// {@return the zones it holds, asked once; a failed listing is asked again, unless the credential was refused}
    synchronized Set<Name> zones() throws ProviderException {
        if (zones.isEmpty()) {
            throwIfRefused();
            try {
                zones = Optional.of(new HashSet<>(dns().zones()));
            } catch (ProviderException e) {
                if (e.reason() instanceof Reason.Unauthorized) {
                    refused = Optional.of(e);
                }
                note(e);
                throw e;
            }
        }
        return zones.get();
    }

    /// Throws what the provider said when it refused the credential, so that nobody asks again, and nothing is written.
    void throwIfRefused() throws ProviderException {
        if (refused.isPresent()) {
            throw refused.get();
        }
    }

    /// Notes a failure: what to do about a credential that may not do something is said once, at the end.
    void note(ProviderException failure) {
        if (failure.reason() instanceof Reason.Unauthorized && advice.isEmpty()) {
            advice = failure.advice();
        }
    }

    /// {@return what to do about the credential, if the provider refused something}
    Optional<String> advice() {
        return advice;
    }
}
