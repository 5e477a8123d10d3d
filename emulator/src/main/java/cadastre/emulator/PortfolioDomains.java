package cadastre.emulator;

import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The domains of a portfolio file.
final class PortfolioDomains {
    static final Set<String> DOMAIN = Set.of(
            "fqdn",
            "organization",
            "id",
            "tld",
            "created_at",
            "registry_created_at",
            "ends_at",
            "updated_at",
            "status",
            "tags",
            "autorenew",
            "authinfo",
            "services",
            "can_tld_lock",
            "contact",
            "nameservers",
            "automatic_snapshots",
            "keys",
            "dnskeys",
            "records",
            "snapshots");
    static final Set<String> SNAPSHOT = Set.of("name", "taken_at", "automatic", "records");
    private static final Set<String> CONTACT = Set.of(
            "given",
            "family",
            "orgname",
            "type",
            "streetaddr",
            "zip",
            "city",
            "country",
            "phone",
            "email",
            "obfuscated");
    private static final Set<String> RECORD =
            Set.of("rrset_name", "rrset_type", "rrset_ttl", "rrset_values", "rrset_href");
    private static final Set<String> KEY = Set.of("flags", "algorithm", "public_key", "status", "deleted");
    private static final Set<String> REGISTRY_KEY = Set.of("algorithm", "type", "public_key");
    private static final Set<String> AUTORENEW = Set.of("enabled", "duration");

    private final String file;
    private final InstantSource clock;
    private final Instant start;
    private final Guesses guesses;
    private final boolean versions;
    private final Map<String, Organization> organizations;
    private final Map<String, Domain> domains = new LinkedHashMap<>();

    PortfolioDomains(String file, EmulatorOptions options, Map<String, Organization> organizations) {
        this.file = file;
        this.clock = options.clock();
        this.start = options.clock().instant();
        this.guesses = options.guesses();
        this.versions = options.dnsPort().isPresent();
        this.organizations = organizations;
    }

    /// {@return the domains that were read, by name}
    Map<String, Domain> all() {
        return domains;
    }

    /// {@return the organization of that name or id}
    static Optional<Organization> organization(Map<String, Organization> organizations, String nameOrId) {
        return organizations.values().stream()
                .filter(each -> each.name().equals(nameOrId) || each.id().equals(nameOrId))
                .findFirst();
    }

    void read(Json json) throws PortfolioException {
        PortfolioEntry entry = PortfolioEntry.of(file, json, "a domain", DOMAIN);
        Name apex = apex(entry);
        String fqdn = apex.withoutDot();
        Organization organization = organization(organizations, entry.text("organization"))
                .orElseThrow(() -> entry.wrong(
                        "organization", "is none of the organizations " + String.join(", ", organizations.keySet())));
        ZoneKeys keys = new ZoneKeys(apex, keys(entry, apex));
        List<RegistryKey> registryKeys = registryKeys(entry, apex);
        ZoneRules rules = new ZoneRules(keys::isInUse, guesses.apexNsAllowed());
        boolean snapshotting = entry.bool("automatic_snapshots", true);
        NewZone newZone = new NewZone(fqdn, rules, guesses.keptSnapshots(), clock, snapshotting, versions);
        List<String> nameServers = nameServers(entry, fqdn);
        Domain domain = new Domain(
                fqdn,
                apex.unicode(),
                organization,
                facts(entry, fqdn, organization),
                new Domain.Dns(
                        nameServers,
                        zone(entry, apex, nameServers, newZone).map(zone -> snapshotting(zone, snapshotting)),
                        keys,
                        registryKeys,
                        newZone));
        if (domains.put(fqdn, domain) != null) {
            throw entry.wrong("fqdn", "is there twice");
        }
    }

    private static LiveZone snapshotting(LiveZone zone, boolean wished) {
        zone.setSnapshotting(wished);
        return zone;
    }

    private static Name apex(PortfolioEntry entry) throws PortfolioException {
        try {
            Name apex = Name.parse(entry.text("fqdn")).lowerCase();
            if (apex.labels().size() < 2) {
                throw entry.wrong("fqdn", "has at least two labels, as example.com");
            }
            return apex;
        } catch (PresentationException e) {
            throw entry.wrong("fqdn", "is no name: " + e.getMessage());
        }
    }

    private static List<String> nameServers(PortfolioEntry entry, String fqdn) throws PortfolioException {
        if (entry.json().find("nameservers").orElse(null) instanceof Json.Array) {
            List<String> names = entry.texts("nameservers").stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .toList();
            if (names.isEmpty()) {
                throw entry.wrong("nameservers", "names at least one name server");
            }
            for (String name : names) {
                if (!NameServers.isHostName(name)) {
                    throw entry.wrong(
                            "nameservers",
                            "holds \"" + name + "\", which is no host name; write it without a final dot");
                }
            }
            return names;
        }
        return switch (entry.text("nameservers", "livedns")) {
            case "livedns" -> NameServers.liveDns(fqdn);
            case "classic" -> NameServers.CLASSIC;
            default -> throw entry.wrong("nameservers", "is \"livedns\", \"classic\" or a list of names");
        };
    }

    /// A domain that uses LiveDNS always has a zone there: the records of the file, or those of a new zone.
    /// Another one has a zone only if the file gives it records.
    private Optional<LiveZone> zone(PortfolioEntry entry, Name apex, List<String> nameServers, NewZone newZone)
            throws PortfolioException {
        if (!entry.has("records")) {
            if (entry.has("snapshots")) {
                throw entry.wrong("snapshots", "belong to a zone; add its records");
            }
            return NameServers.kind(nameServers).equals("livedns") ? Optional.of(newZone.standard()) : Optional.empty();
        }
        LiveZone zone = newZone.empty();
        Optional<Instant> last = Optional.empty();
        for (Json item : entry.list("snapshots")) {
            PortfolioEntry snapshot = PortfolioEntry.of(file, item, "a snapshot", SNAPSHOT);
            Instant takenAt =
                    snapshot.time("taken_at", start).orElseThrow(() -> snapshot.wrong("taken_at", "is missing"));
            if (last.filter(takenAt::isBefore).isPresent()) {
                throw snapshot.wrong("taken_at", "is before that of the snapshot above it; write the oldest first");
            }
            last = Optional.of(takenAt);
            fill(zone, snapshot, apex);
            zone.keepSnapshot(snapshot.text("name"), takenAt, snapshot.bool("automatic", false));
        }
        fill(zone, entry, apex);
        return Optional.of(zone);
    }

    /// Makes the member `records` all that the zone holds.
    private void fill(LiveZone zone, PortfolioEntry entry, Name apex) throws PortfolioException {
        if (!zone.list().isEmpty()) {
            zone.clear();
        }
        RrsetBody bodies = new RrsetBody(apex, guesses);
        for (Json item : entry.list("records")) {
            PortfolioEntry record = PortfolioEntry.of(file, item, "an RRset", RECORD);
            try {
                StoredRrset rrset = bodies.one(record.json(), RrsetBody.Known.NOTHING);
                if (zone.find(rrset.name(), rrset.type()).isPresent()) {
                    throw record.wrong("there is an RRset of this name and type already; put the values together");
                }
                zone.put(rrset);
            } catch (Refused e) {
                throw record.wrong(String.valueOf(e.getMessage()));
            } catch (ZoneConflict e) {
                throw record.wrong(String.valueOf(e.getMessage()));
            }
        }
    }

    private DomainFacts facts(PortfolioEntry entry, String fqdn, Organization organization) throws PortfolioException {
        Instant createdAt =
                entry.time("created_at", start).orElse(When.parse("-2y", start).orElse(start));
        boolean autorenew = true;
        int years = 1;
        if (entry.json().find("autorenew").orElse(null) instanceof Json.Members members) {
            PortfolioEntry object = PortfolioEntry.of(file, members, "autorenew", AUTORENEW);
            autorenew = object.bool("enabled", true);
            years = object.integer("duration", 1, 1, 9);
        } else {
            autorenew = entry.bool("autorenew", true);
        }
        return new DomainFacts(
                entry.text("id", uuid("domain/" + fqdn)),
                entry.text("tld", fqdn.substring(fqdn.indexOf('.') + 1)),
                createdAt,
                entry.time("registry_created_at", start).orElse(createdAt),
                entry.time("ends_at", start).orElse(When.parse("+1y", start).orElse(start)),
                entry.time("updated_at", start).orElse(createdAt),
                entry.has("status") ? entry.texts("status") : List.of("clientTransferProhibited"),
                entry.texts("tags"),
                new DomainFacts.Autorenew(autorenew, years, Optional.empty()),
                entry.find("authinfo"),
                entry.texts("services"),
                entry.bool("can_tld_lock", true),
                contact(entry, organization),
                Map.of());
    }

    private DomainFacts.Contact contact(PortfolioEntry entry, Organization organization) throws PortfolioException {
        Json json = entry.json().find("contact").orElse(Json.Members.empty());
        PortfolioEntry contact = PortfolioEntry.of(file, json, "a contact", CONTACT);
        boolean obfuscated = contact.bool("obfuscated", true);
        return new DomainFacts.Contact(
                contact.text("given", organization.firstName()),
                contact.text("family", organization.lastName()),
                contact.text("orgname", organization.type().equals("individual") ? "" : organization.legalName()),
                contact.oneOf(
                        "type",
                        organization.type(),
                        List.of("individual", "company", "association", "publicbody", "reseller")),
                contact.text("streetaddr", "1 Example Street"),
                contact.text("city", "Paris"),
                contact.text("zip", "75001"),
                contact.text("country", "FR"),
                contact.text("phone", "+33.123456789"),
                contact.text("email", organization.email()),
                obfuscated,
                obfuscated);
    }

    private List<ZoneKey> keys(PortfolioEntry entry, Name apex) throws PortfolioException {
        List<ZoneKey> keys = new ArrayList<>();
        for (Json item : entry.list("keys")) {
            PortfolioEntry key = PortfolioEntry.of(file, item, "a key", KEY);
            int flags = key.integer("flags", 257, 256, 257);
            int algorithm = key.integer("algorithm", 13, 1, 255);
            PublicKey publicKey = publicKey(key, flags, algorithm);
            keys.add(ZoneKey.of(
                    ZoneKeys.id(apex, keys.size()),
                    apex,
                    publicKey,
                    key.text("status", "active"),
                    key.bool("deleted", false)));
        }
        return keys;
    }

    private List<RegistryKey> registryKeys(PortfolioEntry entry, Name apex) throws PortfolioException {
        List<RegistryKey> keys = new ArrayList<>();
        for (Json item : entry.list("dnskeys")) {
            PortfolioEntry key = PortfolioEntry.of(file, item, "a registry key", REGISTRY_KEY);
            String type = key.oneOf("type", "ksk", List.of("ksk", "zsk", "none"));
            int algorithm = key.integer("algorithm", 13, 1, 255);
            PublicKey publicKey = publicKey(key, type.equals("zsk") ? 256 : 257, algorithm);
            keys.add(new RegistryKey(
                    keys.size() + 1, algorithm, type, publicKey.base64(), publicKey.tag(), publicKey.digest(apex), 2));
        }
        return keys;
    }

    private static PublicKey publicKey(PortfolioEntry entry, int flags, int algorithm) throws PortfolioException {
        return PublicKey.parse(flags, algorithm, entry.text("public_key"))
                .orElseThrow(() -> entry.wrong("public_key", "is written in base64"));
    }

    /// The same name gets the same id each time, so that what was noted from one run is good in the next.
    private static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
