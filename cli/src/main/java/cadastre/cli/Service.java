package cadastre.cli;

import cadastre.dns.Name;
import cadastre.gandi.Gandi;
import cadastre.language.DomainConfig;
import cadastre.provider.DnsProvider;
import cadastre.provider.ProviderException;
import cadastre.provider.Registrar;
import cadastre.selfhosted.AxfrDdns;
import cadastre.selfhosted.Bind;
import cadastre.selfhosted.PowerDns;
import cadastre.selfhosted.ZoneLabel;
import java.util.List;
import java.util.Optional;

/// What an entry of the credentials gives access to.
sealed interface Service {
    /// Zones and registrations at Gandi.
    record OfGandi(Gandi gandi) implements Service {}

    /// A directory of zone files.
    record OfBind(Bind bind) implements Service {}

    /// A name server that transfers zones and takes updates.
    record OfAxfrDdns(AxfrDdns server) implements Service {}

    /// Zones at PowerDNS.
    record OfPowerDns(PowerDns server) implements Service {}

    /// Nothing: a registrar that nobody asks.
    record OfNobody() implements Service {}

    /// {@return who holds the zone of `domain`}
    ///
    /// @throws IllegalStateException if nobody does
    default DnsProvider dns(DomainConfig domain) {
        if (this instanceof OfAxfrDdns(AxfrDdns server)) {
            return server.declaring(domain.autoDnssec());
        }
        return dns(label(domain), domain.autoDnssec().equals("on"));
    }

    /// {@return who holds the zone of that label}
    ///
    /// @throws IllegalStateException if nobody does
    default DnsProvider dns(ZoneLabel label) {
        return dns(label, false);
    }

    private DnsProvider dns(ZoneLabel label, boolean signing) {
        return switch (this) {
            case OfGandi(Gandi gandi) -> gandi.liveDns();
            case OfBind(Bind bind) -> bind.zone(label, signing);
            case OfAxfrDdns(AxfrDdns server) -> server;
            case OfPowerDns(PowerDns server) -> server;
            case OfNobody() -> throw new IllegalStateException("nobody holds " + label.unique());
        };
    }

    private static ZoneLabel label(DomainConfig domain) {
        return new ZoneLabel(
                Name.of(domain.name()),
                domain.meta().getOrDefault(DomainConfig.META_NAME_RAW, domain.name()),
                domain.meta().getOrDefault(DomainConfig.META_NAME_UNICODE, domain.name()),
                domain.tag(),
                domain.uniqueName());
    }

    /// {@return whether it can say which zones it holds}
    default boolean listsZones() {
        return !(this instanceof OfAxfrDdns);
    }

    /// {@return the apexes of the zones it holds}
    default List<Name> zones() throws ProviderException {
        return switch (this) {
            case OfGandi(Gandi gandi) -> gandi.liveDns().zones();
            case OfBind(Bind bind) ->
                bind.labels().stream().map(ZoneLabel::apex).toList();
            case OfAxfrDdns(AxfrDdns server) -> server.zones();
            case OfPowerDns(PowerDns server) -> server.zones();
            case OfNobody() -> List.of();
        };
    }

    /// {@return who holds registrations, if it does}
    default Optional<Registrar> registrar() {
        return switch (this) {
            case OfGandi(Gandi gandi) -> Optional.of(gandi.domains());
            case OfBind _, OfAxfrDdns _, OfPowerDns _, OfNobody _ -> Optional.empty();
        };
    }

    /// {@return where the zone of `domain` lies, to keep apart what is remembered of zones}
    default String address(DomainConfig domain) {
        return switch (this) {
            case OfGandi(Gandi gandi) -> gandi.origin().toString();
            case OfBind(Bind bind) ->
                bind.zone(label(domain), false)
                        .file()
                        .toAbsolutePath()
                        .normalize()
                        .toString();
            case OfAxfrDdns(AxfrDdns server) -> server.primary();
            case OfPowerDns(PowerDns server) -> server.address();
            case OfNobody() -> "none";
        };
    }
}
