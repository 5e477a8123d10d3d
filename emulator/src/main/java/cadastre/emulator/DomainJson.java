package cadastre.emulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Registrations as JSON. What looks alike in the list and in the detail often is not: `autorenew` is a boolean
/// here and an object there, the name servers have other names.
final class DomainJson {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private static final Map<String, Integer> CONTACT_TYPES =
            Map.of("individual", 0, "company", 1, "association", 2, "publicbody", 3, "reseller", 4);

    private DomainJson() {}

    /// {@return UTC to the second, as everywhere in the API}
    static String date(Instant instant) {
        return DATE.format(instant);
    }

    static Fields item(Domain domain, Call call) {
        DomainFacts facts = domain.facts();
        List<String> nameServers = domain.nameServers(call.now());
        String kind = NameServers.kind(nameServers);
        Fields nameServer = Fields.of("current", kind);
        if (!kind.equals("livedns")) {
            nameServer.and("hosts", nameServers);
        }
        return Fields.of("status", facts.status())
                .and("dates", shortDates(facts))
                .and("tags", facts.tags())
                .and("fqdn", domain.fqdn())
                .and("id", facts.id())
                .and("autorenew", facts.autorenew().enabled())
                .and("tld", facts.tld())
                .and("owner", domain.organization().name())
                .and("orga_owner", domain.organization().name())
                .and("domain_owner", registrant(facts.contact()))
                .and("nameserver", nameServer)
                .and("href", href(domain, call))
                .and("fqdn_unicode", domain.unicode())
                .and("sharing_id", domain.organization().id());
    }

    private static String registrant(DomainFacts.Contact contact) {
        return contact.given() + " " + contact.family();
    }

    private static String href(Domain domain, Call call) {
        return call.url("/domain/domains/" + domain.fqdn());
    }

    private static Fields shortDates(DomainFacts facts) {
        return Fields.of("created_at", date(facts.createdAt()))
                .and("registry_created_at", date(facts.registryCreatedAt()))
                .and("registry_ends_at", date(facts.endsAt()))
                .and("updated_at", date(facts.updatedAt()));
    }

    /// The grace periods after the end are those of a gTLD.
    private static Fields longDates(DomainFacts facts, Optional<String> authinfo) {
        Instant held = facts.endsAt().plus(Duration.ofDays(45));
        Instant deleted = held.minus(Duration.ofHours(10));
        return shortDates(facts)
                .and("hold_begins_at", date(facts.endsAt()))
                .and("hold_ends_at", date(held))
                .and("deletes_at", date(deleted))
                .and("pending_delete_ends_at", date(deleted.plus(Duration.ofDays(45))))
                .and("renew_begins_at", "2012-01-01T00:00:00Z")
                .maybe(
                        "authinfo_expires_at",
                        authinfo.map(_ -> date(facts.updatedAt().plus(Duration.ofDays(365)))));
    }

    static Fields detail(Domain domain, Call call, Guesses guesses) {
        DomainFacts facts = domain.facts();
        Organization organization = domain.organization();
        List<String> nameServers = domain.nameServers(call.now());
        Optional<String> authinfo =
                facts.authinfo().filter(_ -> call.credential().may(Permission.TECH));
        List<String> services = new ArrayList<>();
        switch (NameServers.kind(nameServers)) {
            case "livedns" -> services.add("gandilivedns");
            case "abc" -> services.add("gandidns");
            default -> {}
        }
        if (domain.isSigned()) {
            services.add("dnssec");
        }
        services.addAll(facts.services());
        return Fields.of("fqdn", domain.fqdn())
                .and("fqdn_unicode", domain.unicode())
                .and("id", facts.id())
                .and("href", href(domain, call))
                .and("tld", facts.tld())
                .and("status", facts.status())
                .and("can_tld_lock", facts.canLock())
                .maybe("authinfo", authinfo)
                .and("services", services)
                .and("tags", facts.tags())
                .and("nameservers", nameServers)
                .and("autorenew", autorenew(domain, call))
                .and("dates", longDates(facts, authinfo))
                .and("contacts", contacts(domain, guesses))
                .and(
                        "sharing_space",
                        Fields.of("id", organization.id())
                                .and("name", organization.name())
                                .and("type", organization.type())
                                .and("reseller", organization.reseller()));
    }

    private static Fields autorenew(Domain domain, Call call) {
        DomainFacts facts = domain.facts();
        Fields autorenew = Fields.of("enabled", facts.autorenew().enabled())
                .and("duration", facts.autorenew().years());
        if (facts.autorenew().enabled()) {
            autorenew
                    .and(
                            "dates",
                            facts.renewalAttempts().stream()
                                    .map(DomainJson::date)
                                    .toList())
                    .and(
                            "org_id",
                            facts.autorenew()
                                    .organization()
                                    .orElse(domain.organization().id()));
        }
        return autorenew.and("href", href(domain, call) + "/autorenew");
    }

    static Fields contacts(Domain domain, Guesses guesses) {
        DomainFacts facts = domain.facts();
        Fields contacts = Fields.of("owner", contact(facts.contact(), guesses));
        for (String role : List.of("admin", "bill", "tech")) {
            DomainFacts.Contact contact = facts.others().getOrDefault(role, facts.contact());
            contacts.and(role, contact(contact, guesses).and("same_as_owner", contact.equals(facts.contact())));
        }
        return contacts;
    }

    private static Fields contact(DomainFacts.Contact contact, Guesses guesses) {
        Object type = contact.type();
        if (guesses.numericContactType()) {
            type = CONTACT_TYPES.getOrDefault(contact.type(), 0);
        }
        Fields fields = Fields.of("given", contact.given()).and("family", contact.family());
        if (!contact.organization().isEmpty()) {
            fields.and("orgname", contact.organization());
        }
        return fields.and("type", type)
                .and("streetaddr", contact.street())
                .and("zip", contact.zip())
                .and("city", contact.city())
                .and("country", contact.country())
                .and("phone", contact.phone())
                .and("email", contact.email())
                .and("data_obfuscated", contact.obfuscated())
                .and("mail_obfuscated", contact.mailObfuscated())
                .and("reachability", "done")
                .and("validation", "none");
    }

    static Fields registryKey(RegistryKey key, Domain domain, Call call) {
        return Fields.of("id", key.id())
                .and("href", href(domain, call) + "/dnskeys/" + key.id())
                .and("algorithm", key.algorithm())
                .and("type", key.type())
                .and("public_key", key.publicKey())
                .and("keytag", key.keyTag())
                .and("digest", key.digest())
                .and("digest_type", key.digestType());
    }
}
