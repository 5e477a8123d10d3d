package cadastre.emulator;

import cadastre.dns.Name;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads what [StateText] wrote.
final class StateReader {
    private final String file;
    private final EmulatorOptions options;
    private final Map<String, Organization> organizations = new LinkedHashMap<>();
    private final List<Credential> credentials = new ArrayList<>();
    private final Map<String, BigDecimal> spent = new TreeMap<>();
    private final List<TsigKey> tsigKeys = new ArrayList<>();
    private final List<Domain> domains = new ArrayList<>();
    private boolean known;
    private int made;

    private StateReader(String file, EmulatorOptions options) {
        this.file = file;
        this.options = options;
    }

    /// {@return what the text holds}
    ///
    /// @param file    what to call it in messages
    /// @param options of which the clock and the guesses count
    /// @throws PortfolioException if it is no state, is cut short or was changed into something else
    static Registry read(String file, Reader text, EmulatorOptions options) throws IOException, PortfolioException {
        StateReader reader = new StateReader(file, options);
        try {
            JsonReader.readItems(text, reader::take);
        } catch (JsonReader.Malformed e) {
            throw new PortfolioException(
                    file,
                    e.place(),
                    reader.known
                            ? "the state ends too soon or was damaged: " + e.getMessage()
                            : "this is no state of the emulator: " + e.getMessage());
        }
        if (!reader.known) {
            throw reader.foreign(Json.Place.START);
        }
        return Registry.restored(
                new Registry.Held(
                        List.copyOf(reader.organizations.values()),
                        reader.credentials,
                        reader.spent,
                        reader.tsigKeys,
                        reader.made),
                reader.domains);
    }

    private PortfolioException foreign(Json.Place place) {
        return new PortfolioException(
                file, place, "this is no state of the emulator: it does not begin with \"" + StateText.MARK + "\"");
    }

    private void take(String member, Json value) throws PortfolioException {
        if (!known && !member.equals(StateText.MARK)) {
            throw foreign(value.place());
        }
        switch (member) {
            case StateText.MARK -> {
                if (!(value instanceof Json.Numeral version)
                        || !version.integer().equals(Optional.of((long) StateText.VERSION))) {
                    throw new PortfolioException(
                            file, value.place(), "only states of version " + StateText.VERSION + " can be read");
                }
                known = true;
            }
            case "made" -> made = Math.toIntExact(number(value));
            case "clock_shift" -> shiftClock(value);
            case "organizations" -> organization(new SavedEntry(file, value));
            case "credentials" -> credentials.add(credential(new SavedEntry(file, value)));
            case "spent" -> {
                SavedEntry entry = new SavedEntry(file, value);
                spent.put(entry.text("organization"), money(entry));
            }
            case "tsig_keys" -> {
                SavedEntry entry = new SavedEntry(file, value);
                tsigKeys.add(new TsigKey(
                        entry.text("id"), entry.text("organization"), entry.text("name"), entry.text("secret")));
            }
            case "domains" -> domains.add(domain(new SavedEntry(file, value)));
            default -> throw new PortfolioException(file, value.place(), "\"" + member + "\" is not known in a state");
        }
    }

    /// A clock that was moved stays moved.
    private void shiftClock(Json value) throws PortfolioException {
        try {
            Duration shift = Duration.parse(value instanceof Json.Text(String text, var _) ? text : "");
            if (options.clock() instanceof ShiftedClock clock) {
                clock.setShift(shift);
            }
        } catch (DateTimeParseException _) {
            throw new PortfolioException(file, value.place(), "\"clock_shift\" is no duration");
        }
    }

    private long number(Json value) throws PortfolioException {
        return Optional.of(value)
                .filter(Json.Numeral.class::isInstance)
                .flatMap(numeral -> ((Json.Numeral) numeral).integer())
                .orElseThrow(() -> new PortfolioException(file, value.place(), "a whole number was expected"));
    }

    private static BigDecimal money(SavedEntry entry) throws PortfolioException {
        try {
            return new BigDecimal(entry.text("euros"));
        } catch (NumberFormatException _) {
            throw entry.wrong("euros", "is no amount");
        }
    }

    private void organization(SavedEntry entry) throws PortfolioException {
        organizations.put(
                entry.text("id"),
                new Organization(
                        entry.text("id"),
                        entry.text("name"),
                        entry.text("type"),
                        entry.text("orgname"),
                        entry.text("firstname"),
                        entry.text("lastname"),
                        entry.text("email"),
                        entry.bool("reseller"),
                        entry.bool("corporate")));
    }

    private Organization organization(SavedEntry entry, String member, String id) throws PortfolioException {
        Organization organization = organizations.get(id);
        if (organization == null) {
            throw entry.wrong(member, "names an organization that is not there");
        }
        return organization;
    }

    private Credential credential(SavedEntry entry) throws PortfolioException {
        List<Organization> reach = new ArrayList<>();
        for (String id : entry.texts("organizations")) {
            reach.add(organization(entry, "organizations", id));
        }
        if (reach.isEmpty()) {
            throw entry.wrong("organizations", "names none");
        }
        return new Credential(
                entry.text("kind").equals("pat") ? Credential.Kind.TOKEN : Credential.Kind.API_KEY,
                entry.text("secret"),
                entry.text("name"),
                reach,
                entry.texts("permissions"),
                entry.has("created_at") ? Optional.of(entry.time("created_at")) : Optional.empty(),
                entry.has("expires_at") ? Optional.of(entry.time("expires_at")) : Optional.empty(),
                Set.copyOf(entry.texts("domains")));
    }

    private Domain domain(SavedEntry entry) throws PortfolioException {
        String fqdn = entry.text("fqdn");
        Name apex = apex(entry, fqdn);
        Domain.Held held = held(entry, apex);
        ZoneKeys keys = new ZoneKeys(apex, held.keys());
        NewZone newZone = new NewZone(
                fqdn,
                new ZoneRules(keys::isInUse, options.guesses().apexNsAllowed()),
                options.guesses().keptSnapshots(),
                options.clock(),
                entry.bool("automatic_snapshots"),
                options.dnsPort().isPresent());
        Domain domain = new Domain(
                fqdn,
                entry.text("unicode"),
                organization(entry, "organization", entry.text("organization")),
                held.facts(),
                new Domain.Dns(
                        held.nameServers(), held.zone().map(newZone::restored), keys, held.registryKeys(), newZone));
        domain.restore(held);
        return domain;
    }

    private static Name apex(SavedEntry entry, String fqdn) throws PortfolioException {
        try {
            return Name.of(fqdn);
        } catch (IllegalArgumentException e) {
            throw entry.wrong("fqdn", "is no name: " + e.getMessage());
        }
    }

    private static Domain.Held held(SavedEntry entry, Name apex) throws PortfolioException {
        return new Domain.Held(
                facts(entry.object("facts")),
                entry.texts("nameservers"),
                entry.each("dnskeys", StateReader::registryKey),
                entry.integer("last_dnskey"),
                entry.textsByName("hosts"),
                entry.each("pending", StateReader::pending),
                new ZoneKeys.Held(entry.each("keys", key -> zoneKey(key, apex)), entry.integer("keys_made")),
                entry.has("zone") ? Optional.of(zone(entry.object("zone"))) : Optional.empty(),
                services(entry.object("services")));
    }

    private static DomainFacts facts(SavedEntry entry) throws PortfolioException {
        Map<String, DomainFacts.Contact> others = new TreeMap<>();
        SavedEntry contacts = entry.object("contacts");
        for (String role : contacts.names()) {
            others.put(role, contact(contacts.object(role)));
        }
        return new DomainFacts(
                entry.text("id"),
                entry.text("tld"),
                entry.time("created_at"),
                entry.time("registry_created_at"),
                entry.time("ends_at"),
                entry.time("updated_at"),
                entry.texts("status"),
                entry.texts("tags"),
                new DomainFacts.Autorenew(
                        entry.bool("autorenew"),
                        entry.integer("autorenew_years"),
                        entry.find("autorenew_organization")),
                entry.find("authinfo"),
                entry.texts("services"),
                entry.bool("can_tld_lock"),
                contact(entry.object("contact")),
                others);
    }

    private static DomainFacts.Contact contact(SavedEntry entry) throws PortfolioException {
        return new DomainFacts.Contact(
                entry.text("given"),
                entry.text("family"),
                entry.text("orgname"),
                entry.text("type"),
                entry.text("streetaddr"),
                entry.text("city"),
                entry.text("zip"),
                entry.text("country"),
                entry.text("phone"),
                entry.text("email"),
                entry.bool("obfuscated"),
                entry.bool("mail_obfuscated"));
    }

    private static RegistryKey registryKey(SavedEntry entry) throws PortfolioException {
        return new RegistryKey(
                entry.integer("id"),
                entry.integer("algorithm"),
                entry.text("type"),
                entry.text("public_key"),
                entry.integer("keytag"),
                entry.text("digest"),
                entry.integer("digest_type"));
    }

    private static ZoneKey zoneKey(SavedEntry entry, Name apex) throws PortfolioException {
        PublicKey key = PublicKey.parse(entry.integer("flags"), entry.integer("algorithm"), entry.text("public_key"))
                .orElseThrow(() -> entry.wrong("public_key", "is not base64"));
        return ZoneKey.of(entry.text("id"), apex, key, entry.text("status"), entry.bool("deleted"));
    }

    private static Domain.Pending pending(SavedEntry entry) throws PortfolioException {
        return new Domain.Pending(entry.time("visible_from"), change(entry));
    }

    private static RegistryChange change(SavedEntry entry) throws PortfolioException {
        if (entry.has("nameservers")) {
            return new RegistryChange.Delegation(entry.texts("nameservers"));
        }
        if (entry.has("lock")) {
            return new RegistryChange.Lock(entry.bool("lock"));
        }
        if (entry.has("owner")) {
            return new RegistryChange.Owner(contact(entry.object("owner")));
        }
        if (entry.has("renewal")) {
            return new RegistryChange.Renewal(entry.integer("renewal"));
        }
        if (entry.has("signing")) {
            return entry.bool("signing") ? new RegistryChange.Signing() : new RegistryChange.Unsigning();
        }
        if (entry.has("host")) {
            return new RegistryChange.Host(entry.text("host"), entry.texts("ips"));
        }
        if (entry.has("dnskey")) {
            return new RegistryChange.KeyAdded(registryKey(entry.object("dnskey")));
        }
        if (entry.has("no_dnskey")) {
            return new RegistryChange.KeyRemoved(entry.integer("no_dnskey"));
        }
        return new RegistryChange.KeysReplaced(entry.each("dnskeys", StateReader::registryKey));
    }

    private static DomainServices.Held services(SavedEntry entry) throws PortfolioException {
        return new DomainServices.Held(
                entry.each(
                        "redirections",
                        one -> new DomainServices.Redirection(
                                one.text("host"),
                                one.text("url"),
                                one.text("type"),
                                one.text("protocol"),
                                one.time("created_at"),
                                one.time("updated_at"))),
                entry.textsByName("forwards"),
                entry.texts("secondaries"),
                entry.texts("transfer_keys"));
    }

    private static LiveZone.Held zone(SavedEntry entry) throws PortfolioException {
        return new LiveZone.Held(
                entry.number("serial"),
                entry.bool("automatic_snapshots"),
                entry.each("records", StateReader::rrset),
                new SnapshotChain.Held(entry.integer("snapshots_taken"), entry.each("snapshots", StateReader::link)));
    }

    private static StoredRrset rrset(SavedEntry entry) throws PortfolioException {
        return new StoredRrset(entry.text("name"), entry.text("type"), entry.integer("ttl"), entry.texts("values"));
    }

    private static SnapshotChain.Link link(SavedEntry entry) throws PortfolioException {
        Map<RrsetKey, Optional<StoredRrset>> back = new TreeMap<>();
        for (SavedEntry old : entry.each("back", one -> one)) {
            back.put(
                    new RrsetKey(old.text("name"), old.text("type")),
                    old.has("values") ? Optional.of(rrset(old)) : Optional.empty());
        }
        return new SnapshotChain.Link(
                new SnapshotChain.Kept(
                        entry.text("id"), entry.text("name"), entry.time("created_at"), entry.bool("automatic")),
                back);
    }
}
