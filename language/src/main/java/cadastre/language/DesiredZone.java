package cadastre.language;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Ttl;
import cadastre.dns.Zone;
import cadastre.plan.Absence;
import cadastre.plan.Glob;
import cadastre.plan.IgnoreRule;
import cadastre.plan.Policy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A validated domain as one provider shall hold it: the step from the language to the plan.
///
/// @param domain the domain as the provider can hold it
/// @param zone its RRsets
/// @param records the same in the order of declaration, each with its own TTL
/// @param policy NO_PURGE, IGNORE, IGNORE_EXTERNAL_DNS and ENSURE_ABSENT_REC as the plan knows them; what is known of
/// the actual zone is still to
/// be added
/// @param warnings what the provider's limits changed, in order; without `WARNING: `
public record DesiredZone(
        DomainConfig domain, Zone zone, List<ResourceRecord> records, Policy policy, List<String> warnings) {
    private static final long DEFAULT_NS_TTL = 300;

    public DesiredZone {
        requireNonNull(domain, "domain is null");
        requireNonNull(zone, "zone is null");
        records = List.copyOf(records);
        requireNonNull(policy, "policy is null");
        warnings = List.copyOf(warnings);
    }

    /// What became of a domain.
    public sealed interface Outcome {
        /// There is a zone to plan for.
        ///
        /// @param desired the zone
        record Ready(DesiredZone desired) implements Outcome {}

        /// Something that was declared cannot stand in a zone of DNS.
        ///
        /// @param problems at least one, all of them errors
        record Impossible(List<ValidationMessage> problems) implements Outcome {
            public Impossible {
                problems = List.copyOf(problems);
            }

            /// {@return the texts, one on each line}
            public String text() {
                return problems.stream().map(ValidationMessage::text).collect(Collectors.joining("\n"));
            }
        }
    }

    /// {@return the name servers the domain shall have: those of `NAMESERVER`, then those of its providers
    /// as far as `DnsProvider` wants them; without final dots, each once whatever its case}
    ///
    /// @param byProvider what the providers answer, by the name of their declaration; those of which the
    /// domain wants none need not be asked
    public static List<String> nameServers(DomainConfig domain, Map<String, List<String>> byProvider) {
        Map<String, String> names = new LinkedHashMap<>();
        domain.nameServers().forEach(name -> names.putIfAbsent(comparableName(name), name));
        domain.dnsProviders().forEach((provider, count) -> {
            List<String> all = byProvider.getOrDefault(provider, List.of());
            long wanted = count < 0 ? all.size() : count;
            all.stream().limit(wanted).forEach(name -> names.putIfAbsent(comparableName(name), name));
        });
        return List.copyOf(names.values());
    }

    private static String comparableName(String name) {
        return Punycode.toAscii(HostNames.lower(name));
    }

    /// {@return the zone that `domain` describes}
    ///
    /// @param domain validated, without errors
    /// @param nameServers whose NS records stand at the apex, without final dots
    /// @param adjustments the limits of the provider
    public static Outcome of(DomainConfig domain, List<String> nameServers, Adjustments adjustments) {
        DomainConfig complete = AsciiNames.of(withNameServers(domain, nameServers));
        Adjustments.Adjusted adjusted = adjustments.adjust(complete);
        Messages problems = new Messages();
        List<ResourceRecord> records = new ArrayList<>();
        for (RecordConfig record : adjusted.domain().records()) {
            try {
                records.add(record(record, domain.name()));
            } catch (PresentationException e) {
                problems.error(
                        record.filepos() + ": " + record.type() + " " + record.name() + "." + domain.name() + ": "
                                + e.getMessage(),
                        record);
            }
        }
        List<IgnoreRule> rules = rules(domain, problems);
        Set<Absence> absent = absent(domain, problems);
        List<ValidationMessage> errors =
                problems.all().stream().filter(ValidationMessage::isError).toList();
        if (!errors.isEmpty()) {
            return new Outcome.Impossible(errors);
        }
        Policy policy = Policy.FREE
                .withNoPurge(domain.keepUnknown())
                .withIgnored(rules, domain.unmanagedDisableSafetyCheck())
                .withAbsent(absent);
        if (domain.ignoreExternalDns()) {
            policy = policy.withExternalDns(domain.externalDnsPrefix());
        }
        Zone zone = Zone.ofRecords(apex(domain), records);
        return new Outcome.Ready(new DesiredZone(adjusted.domain(), zone, records, policy, adjusted.warnings()));
    }

    /// {@return the name of the zone at whose apex a domain stands}
    ///
    /// @param domain validated, without errors
    /// @throws IllegalArgumentException if it is not validated and its name cannot be a zone
    public static Name apex(DomainConfig domain) {
        try {
            return DeclaredRdata.name(domain.name());
        } catch (PresentationException e) {
            throw new IllegalArgumentException("not validated: " + domain.name(), e);
        }
    }

    private static DomainConfig withNameServers(DomainConfig domain, List<String> nameServers) {
        if (nameServers.isEmpty()) {
            return domain;
        }
        long ttl = nsTtl(domain);
        List<RecordConfig> records = new ArrayList<>(domain.records());
        for (String name : nameServers) {
            records.add(RecordConfig.of("NS", "@", name + ".").withTtl(ttl));
        }
        return domain.withRecords(records);
    }

    private static long nsTtl(DomainConfig domain) {
        String text = domain.meta().getOrDefault("ns_ttl", "");
        boolean digits = !text.isEmpty() && text.length() <= 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        long ttl = digits ? Long.parseLong(text) : 0;
        return ttl == 0 || ttl > RecordConfig.MAX_TTL ? DEFAULT_NS_TTL : ttl;
    }

    private static ResourceRecord record(RecordConfig record, String zone) throws PresentationException {
        if (record.ttl() > Integer.MAX_VALUE) {
            throw new PresentationException(
                    "TTL " + record.ttl() + " is more than " + Integer.MAX_VALUE + " seconds, the longest there is",
                    1,
                    1);
        }
        Name owner = DeclaredRdata.name(HostNames.owner(record.name(), zone));
        Rdata rdata = DeclaredRdata.of(record);
        return new ResourceRecord(owner, new Ttl((int) record.ttl()), rdata);
    }

    /// What `ENSURE_ABSENT_REC` names, brought into the form of declared records first: it is left as written in the
    /// config.
    private static Set<Absence> absent(DomainConfig domain, Messages problems) {
        RecordPass pass = new RecordPass(domain.name(), problems);
        List<RecordConfig> normalised = domain.recordsAbsent().stream()
                .flatMap(record -> pass.normalised(record).stream())
                .toList();
        Set<Absence> absent = new HashSet<>();
        for (RecordConfig record : AsciiNames.of(domain.withRecords(normalised)).records()) {
            try {
                ResourceRecord rr = record(record, domain.name());
                absent.add(new Absence(new RRset.Key(rr.owner(), rr.type()), rr.rdata()));
            } catch (PresentationException e) {
                problems.error(
                        record.filepos() + ": ENSURE_ABSENT_REC of " + record.type() + " " + record.name() + "."
                                + domain.name() + ": " + e.getMessage(),
                        record);
            }
        }
        return absent;
    }

    private static List<IgnoreRule> rules(DomainConfig domain, Messages problems) {
        List<IgnoreRule> rules = new ArrayList<>();
        for (Unmanaged unmanaged : domain.unmanaged()) {
            try {
                rules.add(new IgnoreRule(
                        Glob.of(ownerPattern(unmanaged.labelPattern(), domain.name())),
                        types(unmanaged.typePattern()),
                        Glob.of(unmanaged.targetPattern().isEmpty() ? "*" : unmanaged.targetPattern())));
            } catch (IllegalArgumentException e) {
                problems.error("unexpected end of input: IGNORE of " + domain.name() + ": " + e.getMessage());
            }
        }
        return rules;
    }

    private static Set<String> types(String pattern) {
        if (pattern.isEmpty() || pattern.equals("*")) {
            return Set.of();
        }
        return Arrays.stream(pattern.split(",", -1)).map(String::strip).collect(Collectors.toUnmodifiableSet());
    }

    // What people write is a name in their eyes: its case, its alphabet and the zone at its end have no
    // meaning.
    private static String ownerPattern(String pattern, String zone) {
        if (pattern.isEmpty()) {
            return "*";
        }
        String[] labels = HostNames.lower(pattern).split("\\.", -1);
        for (int i = 0; i < labels.length; i++) {
            boolean plain = labels[i].chars().noneMatch(c -> "*?[]{}\\,".indexOf(c) >= 0);
            labels[i] = plain ? Punycode.toAscii(labels[i]) : labels[i];
        }
        String ascii = String.join(".", labels);
        String relative = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        if (relative.equals(zone.toLowerCase(Locale.ROOT))) {
            return "@";
        }
        return relative.endsWith("." + zone) ? relative.substring(0, relative.length() - zone.length() - 1) : relative;
    }
}
