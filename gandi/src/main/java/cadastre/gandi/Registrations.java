package cadastre.gandi;

import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import cadastre.provider.Attachment;
import cadastre.provider.Capability;
import cadastre.provider.Introspection;
import cadastre.provider.ListedRegistration;
import cadastre.provider.Milestone;
import cadastre.provider.Organization;
import cadastre.provider.Privacy;
import cadastre.provider.RegistrationDetail;
import cadastre.provider.ServedBy;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Registrations, and who holds them, as Gandi writes them.
///
/// What looks alike in the list and in the detail often is not: `autorenew` is a boolean there and an object
/// here. Whatever is missing, or of another form than it should be, is not said.
final class Registrations {
    /// Gandi's name servers for LiveDNS, and those of its sandbox.
    private static final Pattern LIVEDNS = Pattern.compile("ns-\\d{1,3}-[abc]\\.(gandi|gnadi)\\.net");

    private static final Pattern CLASSIC = Pattern.compile("[abc]\\.dns\\.(gandi|gnadi)\\.net");

    private static final Map<Milestone, String> DATES = new EnumMap<>(Map.ofEntries(
            Map.entry(Milestone.CREATED, "created_at"),
            Map.entry(Milestone.REGISTERED, "registry_created_at"),
            Map.entry(Milestone.ENDS, "registry_ends_at"),
            Map.entry(Milestone.UPDATED, "updated_at"),
            Map.entry(Milestone.RENEWABLE, "renew_begins_at"),
            Map.entry(Milestone.AUTHINFO_ENDS, "authinfo_expires_at"),
            Map.entry(Milestone.HOLD_BEGINS, "hold_begins_at"),
            Map.entry(Milestone.HOLD_ENDS, "hold_ends_at"),
            Map.entry(Milestone.DELETES, "deletes_at"),
            Map.entry(Milestone.RESTORE_ENDS, "restore_ends_at"),
            Map.entry(Milestone.PENDING_DELETE_ENDS, "pending_delete_ends_at")));

    private Registrations() {}

    /// An item of the list of domains.
    static ListedRegistration listed(Json item) throws PresentationException {
        Optional<Json> nameServer = item.member("nameserver");
        return new ListedRegistration(
                name(item),
                servedBy(nameServer.flatMap(one -> one.text("current")).orElse("")),
                nameServer.map(one -> undotted(one.texts("hosts"))).orElse(List.of()),
                renewsItself(item),
                item.texts("status"),
                item.texts("tags"),
                dates(item),
                item.text("owner").orElse(""),
                item.text("orga_owner").orElse(""),
                item.text("domain_owner").orElse(""));
    }

    /// The page of one domain.
    static RegistrationDetail detail(Json json) throws PresentationException {
        List<String> nameServers = undotted(json.texts("nameservers"));
        List<String> services = json.texts("services");
        Optional<Json> owner = json.member("contacts").flatMap(contacts -> contacts.member("owner"));
        return new RegistrationDetail(
                name(json),
                servedBy(nameServers, services),
                nameServers,
                renewsItself(json),
                json.texts("status"),
                json.texts("tags"),
                services,
                dates(json),
                json.member("sharing_space").flatMap(Registrations::organization),
                isTrue(json, "can_tld_lock"),
                new Privacy(
                        owner.flatMap(one -> one.bool("data_obfuscated")),
                        owner.flatMap(one -> one.bool("mail_obfuscated"))));
    }

    /// What `/livedns` of a domain says.
    static Attachment attachment(Json json) {
        return new Attachment(
                servedBy(json.text("current").orElse("")),
                undotted(json.texts("nameservers")),
                isTrue(json, "livednssec_available"));
    }

    /// Who holds registrations; nothing if it has no id.
    static Optional<Organization> organization(Json json) {
        return json.text("id")
                .map(id -> new Organization(
                        id, json.text("name").orElse(""), json.text("type").orElse("")));
    }

    /// What a token says about itself.
    static Introspection introspection(Json json) {
        List<Organization> organizations = new ArrayList<>();
        List<Name> restrictedTo = new ArrayList<>();
        for (Json entity : json.items("entities")) {
            if (entity.text("type").orElse("").equals("domain")) {
                restriction(entity).ifPresent(restrictedTo::add);
            } else {
                organization(entity).ifPresent(organizations::add);
            }
        }
        List<String> scopes = json.texts("scope");
        return new Introspection(
                json.text("pat_name"),
                capabilities(scopes),
                scopes,
                organizations,
                restrictedTo,
                json.whole("expires_in").map(Duration::ofSeconds));
    }

    /// Which member of an entity holds the domain's name is not documented. One that none tells is left out:
    /// without it the token is said to reach more than it does, and what it does not reach says so itself.
    private static Optional<Name> restriction(Json entity) {
        return entity.text("fqdn").or(() -> entity.text("name")).flatMap(Registrations::parsed);
    }

    private static Optional<Name> parsed(String fqdn) {
        try {
            return Optional.of(Name.parse(fqdn));
        } catch (PresentationException e) {
            return Optional.empty();
        }
    }

    /// Gandi has no permission to see zones only: whoever sees them changes them.
    private static Set<Capability> capabilities(List<String> scopes) {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        for (String scope : scopes) {
            switch (scope) {
                case "domain:view", "domain:renew" -> capabilities.add(Capability.DOMAIN_READ);
                case "domain:tech" -> capabilities.addAll(EnumSet.allOf(Capability.class));
                default -> {} // of mailboxes, certificates and others
            }
        }
        return capabilities;
    }

    private static Name name(Json json) throws PresentationException {
        return Name.parse(json.text("fqdn").orElse(""));
    }

    private static boolean renewsItself(Json json) {
        return json.member("autorenew")
                .map(one -> one instanceof Json.Bool(boolean value) ? value : isTrue(one, "enabled"))
                .orElse(false);
    }

    private static boolean isTrue(Json json, String member) {
        return json.bool(member).orElse(false);
    }

    private static ServedBy servedBy(String current) {
        return switch (current) {
            case "livedns" -> ServedBy.LIVEDNS;
            case "abc", "classic" -> ServedBy.CLASSIC;
            case "other", "premium_dns" -> ServedBy.CUSTOM;
            default -> ServedBy.UNKNOWN;
        };
    }

    /// The delegation counts: a service may stay on after the name servers have changed.
    private static ServedBy servedBy(List<String> nameServers, List<String> services) {
        if (nameServers.isEmpty()) {
            return services.contains("gandilivedns")
                    ? ServedBy.LIVEDNS
                    : services.contains("gandidns") ? ServedBy.CLASSIC : ServedBy.UNKNOWN;
        }
        if (nameServers.stream().allMatch(LIVEDNS.asMatchPredicate())) {
            return ServedBy.LIVEDNS;
        }
        return nameServers.stream().allMatch(CLASSIC.asMatchPredicate()) ? ServedBy.CLASSIC : ServedBy.CUSTOM;
    }

    static List<String> undotted(List<String> names) {
        return names.stream()
                .map(one -> one.endsWith(".") ? one.substring(0, one.length() - 1) : one)
                .toList();
    }

    private static Map<Milestone, Instant> dates(Json json) {
        Map<Milestone, Instant> dates = new EnumMap<>(Milestone.class);
        Optional<Json> said = json.member("dates");
        DATES.forEach((milestone, member) ->
                said.flatMap(all -> date(all, member)).ifPresent(date -> dates.put(milestone, date)));
        return dates;
    }

    /// The date that a member writes; nothing if it is of another form, which is one we cannot tell.
    static Optional<Instant> date(Json json, String member) {
        try {
            return json.text(member).map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
