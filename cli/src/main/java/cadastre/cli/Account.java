package cadastre.cli;

import cadastre.dns.Name;
import cadastre.language.Adjustments;
import cadastre.language.DomainConfig;
import cadastre.provider.DnsProvider;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import cadastre.provider.Registrar;
import cadastre.selfhosted.BindZones;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// An entry of the credentials in use: what it gives access to, and what is known of it in this run.
///
/// Safe for use by several threads.
final class Account {
    private final String name;
    private final Service service;
    private final Adjustments adjustments;
    private final Optional<String> foreignType;
    private Optional<Set<Name>> zones = Optional.empty();
    private volatile Optional<ProviderException> refused = Optional.empty();
    private volatile Optional<String> advice = Optional.empty();

    /// @param name        of the entry
    /// @param service     what it gives access to
    /// @param adjustments what it makes of a domain
    Account(String name, Service service, Adjustments adjustments) {
        this(name, service, adjustments, Optional.empty());
    }

    private Account(String name, Service service, Adjustments adjustments, Optional<String> foreignType) {
        this.name = name;
        this.service = service;
        this.adjustments = adjustments;
        this.foreignType = foreignType;
    }

    /// {@return an entry whose TYPE is spoken elsewhere and not here: it gives access to nothing}
    static Account foreign(String name, String type) {
        return new Account(name, new Service.OfNobody(), Adjustments.NONE, Optional.of(type));
    }

    /// {@return its TYPE, if that is not spoken here}
    Optional<String> foreignType() {
        return foreignType;
    }

    String name() {
        return name;
    }

    /// {@return where the zone of `domain` lies}
    String address(DomainConfig domain) {
        return service.address(domain);
    }

    /// {@return its name-serving side, which holds the zone of `domain`}
    ///
    /// @throws IllegalStateException if it has none
    DnsProvider dns(DomainConfig domain) {
        return service.dns(domain);
    }

    /// {@return its registration side; nothing for a registrar that does nothing}
    Optional<Registrar> registrar() {
        return service.registrar();
    }

    Adjustments adjustments() {
        return adjustments;
    }

    /// {@return whether its list has the zone of `domain`, it has no list, or the zone has a file}
    boolean holds(DomainConfig domain) throws ProviderException {
        if (!service.listsZones()) {
            return true; // nobody can say, so reading will tell
        }
        return zones().contains(Name.of(domain.name())) || (dns(domain) instanceof BindZones zones && zones.exists());
    }

    /// {@return the zones it holds, asked once; a failed listing is asked again, unless the credential was refused}
    private synchronized Set<Name> zones() throws ProviderException {
        if (zones.isEmpty()) {
            throwIfRefused();
            try {
                zones = Optional.of(new HashSet<>(service.zones()));
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
