package cadastre.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What validation asks of all records of a domain together, and of its providers.
final class DomainChecks {
    private static final List<String> CAPABILITIES = List.of(
            "AKAMAICDN",
            "AKAMAITLC",
            "ALIAS",
            "AUTODNSSEC",
            "AZURE_ALIAS",
            "CAA",
            "DHCID",
            "DNAME",
            "DNSKEY",
            "HTTPS",
            "LOC",
            "NAPTR",
            "OPENPGPKEY",
            "PTR",
            "R53_ALIAS",
            "RP",
            "SMIMEA",
            "SOA",
            "SRV",
            "SSHFP",
            "SVCB",
            "TLSA",
            "DS");

    private final DomainConfig domain;
    private final List<ProviderDeclaration> providers;
    private final Messages messages;

    /// @param providers the declarations of the domain's DNS providers, by name
    DomainChecks(DomainConfig domain, List<ProviderDeclaration> providers, Messages messages) {
        this.domain = domain;
        this.providers = providers;
        this.messages = messages;
    }

    void check(Function<ProviderDeclaration, Optional<Capabilities>> capabilities) {
        checkCnames();
        checkCapabilities(capabilities);
        checkDuplicates();
        checkTtls();
        checkWeights();
        checkAutoDnssec();
    }

    private String owner(RecordConfig record) {
        return HostNames.owner(record.name(), domain.name());
    }

    private void checkCnames() {
        Set<String> names = new HashSet<>();
        for (RecordConfig record : domain.records()) {
            if (record.type().equals("CNAME") && !names.add(record.name())) {
                messages.error(
                        record.filepos() + ": cannot have multiple CNAMEs with same name: " + owner(record), record);
            }
        }
        Set<String> flattened = domain.records().stream()
                .filter(record -> record.type().equals("CNAME"))
                .filter(record -> Set.of("on", "full").contains(record.meta().getOrDefault("cloudflare_proxy", "")))
                .map(RecordConfig::name)
                .collect(Collectors.toSet());
        for (RecordConfig record : domain.records()) {
            boolean beside = !record.type().equals("CNAME")
                    && !record.type().equals("AKAMAICDN")
                    && names.contains(record.name())
                    && !flattened.contains(record.name());
            if (beside) {
                messages.error(
                        record.filepos() + ": cannot have CNAME and " + record.type() + " record with same name: "
                                + owner(record),
                        record);
            }
        }
    }

    private void checkCapabilities(Function<ProviderDeclaration, Optional<Capabilities>> capabilities) {
        Set<String> used = domain.records().stream().map(RecordConfig::type).collect(Collectors.toSet());
        if (!domain.autoDnssec().isEmpty()) {
            used.add("AUTODNSSEC");
        }
        for (String type : CAPABILITIES) {
            if (!used.contains(type)) {
                continue;
            }
            for (ProviderDeclaration provider : providers) {
                Optional<String> refusal =
                        capabilities.apply(provider).flatMap(can -> refusal(type, provider.type(), can));
                if (refusal.isPresent()) {
                    messages.error(refusal.get());
                    Capabilities.advice(type, provider).ifPresent(messages::advise);
                    return;
                }
            }
        }
    }

    private Optional<String> refusal(String type, String provider, Capabilities capabilities) {
        if (!capabilities.has(type)) {
            return Optional.of("domain " + domain.name() + " uses " + type + " records, but DNS provider type "
                    + provider + " does not support them");
        }
        boolean dsAtApex = type.equals("DS")
                && domain.records().stream()
                        .anyMatch(record ->
                                record.type().equals("DS") && record.name().equals("@"));
        if (dsAtApex && capabilities.dsAtChildrenOnly()) {
            return Optional.of("while checking DS records in domain " + domain.name() + ": provider " + provider
                    + " only supports child DS records, but zone had a record at the root (@)");
        }
        return Optional.empty();
    }

    private void checkDuplicates() {
        Set<String> seen = new HashSet<>();
        for (RecordConfig record : domain.records()) {
            String text = owner(record) + " " + record.type() + " " + ComparableText.of(record);
            if (!seen.add(text)) {
                messages.error("exact duplicate record found: " + text, record);
            }
        }
    }

    private void checkTtls() {
        SortedMap<String, SortedMap<String, SortedSet<Long>>> byOwner = new TreeMap<>();
        Map<String, RecordConfig> differing = new HashMap<>();
        for (RecordConfig record : domain.records()) {
            SortedSet<Long> ttls = byOwner.computeIfAbsent(owner(record), _ -> new TreeMap<>())
                    .computeIfAbsent(record.type(), _ -> new TreeSet<>());
            if (ttls.add(record.ttl()) && ttls.size() == 2) {
                differing.put(owner(record) + " " + record.type(), record);
            }
        }
        byOwner.forEach((owner, types) -> {
            List<String> listed = new ArrayList<>();
            types.forEach((type, ttls) ->
                    listed.add(type + ":" + ttls.stream().map(String::valueOf).collect(Collectors.joining(","))));
            String text = "inconsistent TTLs at " + GoText.quote(owner) + ": " + String.join(" ", listed);
            for (String type : types.keySet()) {
                Optional.ofNullable(differing.get(owner + " " + type))
                        .ifPresent(record -> messages.warning(text, record));
            }
        });
    }

    private void checkWeights() {
        Map<String, RecordConfig> first = new HashMap<>();
        for (RecordConfig record : domain.records()) {
            String group = record.meta().getOrDefault("r53_set_identifier", "");
            if (group.isEmpty()) {
                continue;
            }
            RecordConfig other = first.putIfAbsent(owner(record) + " " + record.type() + " " + group, record);
            if (other != null) {
                String place = "R53 weighted group " + GoText.quote(group) + " at " + record.type() + " "
                        + owner(record) + " has inconsistent ";
                compare("r53_weight", place + "weights", other, record);
                compare("r53_health_check_id", place + "health check IDs", other, record);
            }
        }
    }

    private void compare(String key, String text, RecordConfig one, RecordConfig other) {
        String a = one.meta().getOrDefault(key, "");
        String b = other.meta().getOrDefault(key, "");
        if (!a.equals(b)) {
            messages.error(text + " (" + a + " vs " + b + ")", other);
        }
    }

    private void checkAutoDnssec() {
        String registrar = domain.registrar();
        if (!domain.autoDnssec().equals("on")
                || registrar.toLowerCase(Locale.ROOT).equals("none")) {
            return;
        }
        for (ProviderDeclaration provider : providers) {
            if (!provider.name().equals(registrar)) {
                messages.warning("AutoDNSSEC is enabled, but DNS provider " + provider.name()
                        + " does not match registrar " + registrar);
            }
        }
    }
}
