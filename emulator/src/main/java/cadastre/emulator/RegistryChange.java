package cadastre.emulator;

import java.util.List;

/// What a registry was asked to carry out for a domain. A value, so that it can be kept until it is due.
sealed interface RegistryChange {
    /// {@return what it concerns: of two that concern the same the later one counts}
    default String subject() {
        return switch (this) {
            case Delegation _ -> "nameservers";
            case Lock _ -> "lock";
            case Owner _ -> "owner";
            case Renewal _ -> "renewal";
            case Signing _ -> "dnssec";
            case Unsigning _ -> "no dnssec";
            case Host(String name, var _) -> "host " + name;
            case KeyAdded(RegistryKey key) -> "dnskeys/" + key.id();
            case KeyRemoved(int id) -> "dnskeys/" + id;
            case KeysReplaced _ -> "dnskeys/0";
        };
    }

    /// Other name servers.
    ///
    /// @param names the name servers, in lower case and without final dots
    record Delegation(List<String> names) implements RegistryChange {
        public Delegation {
            names = List.copyOf(names);
        }
    }

    /// Another lock.
    ///
    /// @param locked whether transfers are to be prohibited
    record Lock(boolean locked) implements RegistryChange {}

    /// Another registrant.
    ///
    /// @param contact the new registrant
    record Owner(DomainFacts.Contact contact) implements RegistryChange {}

    /// More years.
    ///
    /// @param years by which the registration ends later, at least 1
    record Renewal(int years) implements RegistryChange {}

    /// LiveDNS is to sign the zone.
    record Signing() implements RegistryChange {}

    /// LiveDNS is to sign the zone no more.
    record Unsigning() implements RegistryChange {}

    /// Glue.
    ///
    /// @param name relative to the domain
    /// @param ips  its addresses; none to take it away
    record Host(String name, List<String> ips) implements RegistryChange {
        public Host {
            ips = List.copyOf(ips);
        }
    }

    /// One more key.
    ///
    /// @param key beside those that are there
    record KeyAdded(RegistryKey key) implements RegistryChange {}

    /// One key less.
    ///
    /// @param id of the key that goes
    record KeyRemoved(int id) implements RegistryChange {}

    /// Other keys.
    ///
    /// @param keys all that there will be
    record KeysReplaced(List<RegistryKey> keys) implements RegistryChange {
        public KeysReplaced {
            keys = List.copyOf(keys);
        }
    }
}
