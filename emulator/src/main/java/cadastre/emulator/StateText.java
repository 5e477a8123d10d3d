package cadastre.emulator;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// Writes what the emulated Gandi holds as the text of a state file: JSON, an item a line. What [StateReader] reads.
final class StateText {
    /// The member with which the text begins, and by which a state is known.
    static final String MARK = "cadastre_emulator_state";

    /// The value of that member.
    static final int VERSION = 1;

    private StateText() {}

    /// A domain and what it holds.
    ///
    /// @param snapshotting whether its next zone takes snapshots
    record HeldDomain(String fqdn, String unicode, Organization organization, boolean snapshotting, Domain.Held held) {}

    /// All that the emulated Gandi holds, at one moment.
    ///
    /// @param clockShift by how much its clock is later than the real one
    record Held(Registry.Held registry, Duration clockShift, List<HeldDomain> domains) {
        static Held of(Registry registry, ShiftedClock clock) {
            return new Held(
                    registry.held(),
                    clock.shift(),
                    registry.domains().stream()
                            .map(domain -> new HeldDomain(
                                    domain.fqdn(),
                                    domain.unicode(),
                                    domain.organization(),
                                    domain.newZone().snapshotting(),
                                    domain.held()))
                            .toList());
        }
    }

    static void write(Held state, Appendable out) throws IOException {
        Registry.Held registry = state.registry();
        out.append("{\"" + MARK + "\":" + VERSION + ",\"made\":" + registry.made());
        out.append(",\n\"clock_shift\":\"" + state.clockShift() + "\"");
        list("organizations", registry.organizations(), StateText::json, out);
        list("credentials", registry.credentials(), StateText::json, out);
        list("spent", registry.spent().entrySet(), StateText::spent, out);
        list("tsig_keys", registry.tsigKeys(), StateText::json, out);
        list("domains", state.domains(), StateText::json, out);
        out.append("}\n");
    }

    private static <T> void list(String name, Iterable<T> items, Function<T, Fields> json, Appendable out)
            throws IOException {
        out.append(",\n\"" + name + "\":[");
        for (Iterator<T> each = items.iterator(); each.hasNext(); ) {
            out.append("\n").append(JsonText.compact(json.apply(each.next())));
            if (each.hasNext()) {
                out.append(",");
            }
        }
        out.append("]");
    }

    private static Fields json(Organization organization) {
        return Fields.of("id", organization.id())
                .and("name", organization.name())
                .and("type", organization.type())
                .and("orgname", organization.legalName())
                .and("firstname", organization.firstName())
                .and("lastname", organization.lastName())
                .and("email", organization.email())
                .and("reseller", organization.reseller())
                .and("corporate", organization.corporate());
    }

    private static Fields json(Credential credential) {
        return Fields.of("kind", credential.kind() == Credential.Kind.TOKEN ? "pat" : "apikey")
                .and("secret", credential.secret())
                .and("name", credential.name())
                .and(
                        "organizations",
                        credential.organizations().stream()
                                .map(Organization::id)
                                .toList())
                .and("permissions", credential.permissions())
                .maybe("created_at", credential.createdAt().map(Object::toString))
                .maybe("expires_at", credential.expiresAt().map(Object::toString))
                .and("domains", new TreeSet<>(credential.domains()));
    }

    private static Fields spent(Map.Entry<String, java.math.BigDecimal> entry) {
        return Fields.of("organization", entry.getKey())
                .and("euros", entry.getValue().toPlainString());
    }

    private static Fields json(TsigKey key) {
        return Fields.of("id", key.id())
                .and("organization", key.organization())
                .and("name", key.name())
                .and("secret", key.secret());
    }

    private static Fields json(HeldDomain domain) {
        Domain.Held held = domain.held();
        return Fields.of("fqdn", domain.fqdn())
                .and("unicode", domain.unicode())
                .and("organization", domain.organization().id())
                .and("automatic_snapshots", domain.snapshotting())
                .and("facts", json(held.facts()))
                .and("nameservers", held.nameServers())
                .and(
                        "dnskeys",
                        held.registryKeys().stream().map(StateText::json).toList())
                .and("last_dnskey", held.lastKeyId())
                .and("hosts", held.hosts())
                .and("pending", held.pending().stream().map(StateText::json).toList())
                .and("keys", held.keys().keys().stream().map(StateText::json).toList())
                .and("keys_made", held.keys().made())
                .and("services", json(held.services()))
                .maybe("zone", held.zone().map(StateText::json));
    }

    private static Fields json(DomainFacts facts) {
        Fields others = Fields.none();
        new TreeMap<>(facts.others()).forEach((role, contact) -> others.and(role, json(contact)));
        return Fields.of("id", facts.id())
                .and("tld", facts.tld())
                .and("created_at", facts.createdAt().toString())
                .and("registry_created_at", facts.registryCreatedAt().toString())
                .and("ends_at", facts.endsAt().toString())
                .and("updated_at", facts.updatedAt().toString())
                .and("status", facts.status())
                .and("tags", facts.tags())
                .and("autorenew", facts.autorenew().enabled())
                .and("autorenew_years", facts.autorenew().years())
                .maybe("autorenew_organization", facts.autorenew().organization())
                .maybe("authinfo", facts.authinfo())
                .and("services", facts.services())
                .and("can_tld_lock", facts.canLock())
                .and("contact", json(facts.contact()))
                .and("contacts", others);
    }

    private static Fields json(DomainFacts.Contact contact) {
        return Fields.of("given", contact.given())
                .and("family", contact.family())
                .and("orgname", contact.organization())
                .and("type", contact.type())
                .and("streetaddr", contact.street())
                .and("city", contact.city())
                .and("zip", contact.zip())
                .and("country", contact.country())
                .and("phone", contact.phone())
                .and("email", contact.email())
                .and("obfuscated", contact.obfuscated())
                .and("mail_obfuscated", contact.mailObfuscated());
    }

    private static Fields json(RegistryKey key) {
        return Fields.of("id", key.id())
                .and("algorithm", key.algorithm())
                .and("type", key.type())
                .and("public_key", key.publicKey())
                .and("keytag", key.keyTag())
                .and("digest", key.digest())
                .and("digest_type", key.digestType());
    }

    private static Fields json(ZoneKey key) {
        return Fields.of("id", key.id())
                .and("flags", key.flags())
                .and("algorithm", key.algorithm())
                .and("public_key", key.publicKey())
                .and("status", key.status())
                .and("deleted", key.deleted());
    }

    private static Fields json(Domain.Pending pending) {
        Fields fields = Fields.of("visible_from", pending.visibleFrom().toString());
        return switch (pending.change()) {
            case RegistryChange.Delegation(List<String> names) -> fields.and("nameservers", names);
            case RegistryChange.Lock(boolean locked) -> fields.and("lock", locked);
            case RegistryChange.Owner(DomainFacts.Contact contact) -> fields.and("owner", json(contact));
            case RegistryChange.Renewal(int years) -> fields.and("renewal", years);
            case RegistryChange.Signing _ -> fields.and("signing", true);
            case RegistryChange.Unsigning _ -> fields.and("signing", false);
            case RegistryChange.Host(String name, List<String> ips) ->
                fields.and("host", name).and("ips", ips);
            case RegistryChange.KeyAdded(RegistryKey key) -> fields.and("dnskey", json(key));
            case RegistryChange.KeyRemoved(int id) -> fields.and("no_dnskey", id);
            case RegistryChange.KeysReplaced(List<RegistryKey> keys) ->
                fields.and("dnskeys", keys.stream().map(StateText::json).toList());
        };
    }

    private static Fields json(DomainServices.Held services) {
        return Fields.of(
                        "redirections",
                        services.redirections().stream().map(StateText::json).toList())
                .and("forwards", services.forwards())
                .and("secondaries", services.secondaries())
                .and("transfer_keys", services.transferKeys());
    }

    private static Fields json(DomainServices.Redirection redirection) {
        return Fields.of("host", redirection.host())
                .and("url", redirection.url())
                .and("type", redirection.type())
                .and("protocol", redirection.protocol())
                .and("created_at", redirection.createdAt().toString())
                .and("updated_at", redirection.updatedAt().toString());
    }

    private static Fields json(LiveZone.Held zone) {
        return Fields.of("serial", zone.serial())
                .and("automatic_snapshots", zone.snapshotting())
                .and("records", zone.rrsets().stream().map(StateText::json).toList())
                .and("snapshots_taken", zone.snapshots().taken())
                .and(
                        "snapshots",
                        zone.snapshots().links().stream().map(StateText::json).toList());
    }

    private static Fields json(StoredRrset rrset) {
        return Fields.of("name", rrset.name())
                .and("type", rrset.type())
                .and("ttl", rrset.ttl())
                .and("values", rrset.values());
    }

    private static Fields json(SnapshotChain.Link link) {
        return Fields.of("id", link.kept().id())
                .and("name", link.kept().name())
                .and("created_at", link.kept().createdAt().toString())
                .and("automatic", link.kept().automatic())
                .and(
                        "back",
                        new TreeMap<>(link.back())
                                .entrySet().stream()
                                        .map(entry -> back(entry.getKey(), entry.getValue()))
                                        .toList());
    }

    /// An RRset that was not there has a name and a type only.
    private static Fields back(RrsetKey key, Optional<StoredRrset> old) {
        return old.map(StateText::json)
                .orElseGet(() -> Fields.of("name", key.name()).and("type", key.type()));
    }
}
