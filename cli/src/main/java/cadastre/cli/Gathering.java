package cadastre.cli;

import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import cadastre.dns.RRset;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Zone;
import cadastre.language.DesiredZone;
import cadastre.language.DomainConfig;
import cadastre.language.GandiAdjustments;
import cadastre.language.RdataText;
import cadastre.plan.Objection;
import cadastre.plan.Plan;
import cadastre.plan.Planner;
import cadastre.plan.Policy;
import cadastre.plan.ZonePlan;
import cadastre.provider.DnsProvider;
import cadastre.provider.ProviderException;
import cadastre.provider.Reading;
import cadastre.provider.Registrar;
import cadastre.registration.Delegation;
import cadastre.registration.Registration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds out what is to do for one zone: asks for its name servers, the registrar for the delegation, and each selected
/// provider for its records, in that order (spec dnscontrol.md section 1.3, phase 2).
///
/// One object gathers one zone, on one thread.
final class Gathering {
    /// What is to do for one zone.
    ///
    /// @param domain   as declared
    /// @param sections by provider, in the order in which they are shown
    /// @param warnings what is said on standard output while gathering
    record Gathered(DomainConfig domain, List<Section> sections, List<String> warnings) {}

    /// How many kept records a report lists.
    ///
    /// @param reportMax at most so many; 0 for none
    /// @param full      whether all of them
    record Verbosity(int reportMax, boolean full) {}

    private final DomainConfig domain;
    private final Name apex;
    private final Map<String, Account> providers;
    private final Account registrar;
    private final Set<String> selected;
    private final Map<String, Reading> readings;
    private final SeenZones seen;
    private final Verbosity verbosity;
    private final List<String> warnings = new ArrayList<>();

    /// @param providers accounts of the zone's DNS providers, by name
    /// @param registrar account of its registrar
    /// @param selected  names of the providers whose records are looked at
    /// @param readings  what was already read of the zone, by account
    Gathering(
            DomainConfig domain,
            Map<String, Account> providers,
            Account registrar,
            Set<String> selected,
            Map<String, Reading> readings,
            SeenZones seen,
            Verbosity verbosity) {
        this.domain = domain;
        this.apex = Name.of(domain.name());
        this.providers = providers;
        this.registrar = registrar;
        this.selected = selected;
        this.readings = readings;
        this.seen = seen;
        this.verbosity = verbosity;
    }

    Gathered gather() {
        Map<String, Section> sections = new LinkedHashMap<>();
        for (Map.Entry<String, Account> provider : providers.entrySet()) {
            if (selected.contains(provider.getKey())) {
                sections.put(provider.getKey(), Section.empty(provider.getValue()));
            }
        }
        Section delegation = delegation(sections.getOrDefault(registrar.name(), Section.empty(registrar)));
        for (String name : List.copyOf(sections.keySet())) {
            Section start = name.equals(registrar.name()) ? delegation : sections.get(name);
            sections.put(name, records(start));
        }
        sections.putIfAbsent(registrar.name(), delegation);
        return new Gathered(domain, List.copyOf(sections.values()), List.copyOf(warnings));
    }

    /// The name servers that the zone shall have: declared ones, then those of its providers.
    private Optional<List<String>> wantedNameServers(List<String> problems) {
        List<String> wanted = new ArrayList<>(domain.nameServers());
        for (Map.Entry<String, Account> provider : providers.entrySet()) {
            int count = domain.dnsProviders().getOrDefault(provider.getKey(), -1);
            if (count == 0) {
                continue;
            }
            try {
                provider.getValue().throwIfRefused();
                List<String> theirs = provider.getValue().dns().nameServers(apex);
                wanted.addAll(count < 0 || count > theirs.size() ? theirs : theirs.subList(0, count));
            } catch (ProviderException e) {
                problems.add("DetermineNS: zone \"" + domain.name()
                        + "\"; Error: error while getting Nameservers for zone=\"" + domain.name()
                        + "\" with provider=\"" + provider.getKey() + "\": " + e.getMessage());
                return Optional.empty();
            }
        }
        return Optional.of(wanted);
    }

    private Section delegation(Section section) {
        List<String> problems = new ArrayList<>();
        Optional<List<String>> wanted = wantedNameServers(problems);
        if (wanted.isEmpty()) {
            return section.withNote(problems.getFirst(), true);
        }
        wanted.get().forEach(this::warnOfApexNs);
        boolean silenced = "true".equals(domain.meta().get("no_ns"));
        if (wanted.get().isEmpty() && !silenced) {
            return section.withNote(
                    "Skipping registrar \"" + registrar.name() + "\": No nameservers declared for domain \""
                            + domain.name() + "\". Add {no_ns: 'true'} to force",
                    false);
        }
        if (registrar.registrar().isEmpty() || wanted.get().isEmpty()) {
            return section;
        }
        try {
            registrar.throwIfRefused();
            return redelegation(section, registrar.registrar().get(), wanted.get());
        } catch (ProviderException e) {
            return section.withNote(registrarFailed(e.getMessage()), true);
        } catch (PresentationException e) {
            return section.withNote(registrarFailed(e.getMessage()), true);
        }
    }

    private String registrarFailed(String message) {
        return "zone \"" + domain.name() + "\"; Rprovider \"" + registrar.name() + "\"; Error: " + message;
    }

    private Section redelegation(Section section, Registrar service, List<String> wanted)
            throws ProviderException, PresentationException {
        Delegation is = delegation(service.nameServers(apex));
        Delegation shall = delegation(wanted);
        if (is.equals(shall)) {
            return section;
        }
        String text = "Change Nameservers from '" + listed(is) + "' to '" + listed(shall) + "'";
        return section.withRegistrar(new Section.Redelegation(
                registrar,
                text,
                new Registration(apex, is).fingerprint(),
                new Plan.DelegationChange(is, shall)));
    }

    private static Delegation delegation(List<String> names) throws PresentationException {
        List<Name> servers = new ArrayList<>();
        for (String name : names) {
            Name server = Name.parse(name).lowerCase();
            if (!servers.contains(server)) {
                servers.add(server);
            }
        }
        return new Delegation(servers);
    }

    private static String listed(Delegation delegation) {
        return delegation.nameServers().stream().map(Name::withoutDot).sorted().collect(Collectors.joining(","));
    }

    /// Gandi keeps the apex NS RRset to itself, so that a name server of somebody else's is only a matter of the registry.
    private void warnOfApexNs(String server) {
        String absolute = server.endsWith(".") ? server : server + ".";
        boolean atGandi = providers.keySet().stream().anyMatch(selected::contains);
        if (atGandi && !absolute.endsWith(".gandi.net.")) {
            warnings.add("Gandi does not support changing apex NS records. Ignoring " + absolute);
        }
    }


    private Section records(Section section) {
        Account account = section.account();
        try {
            account.throwIfRefused();
            GandiAdjustments.Adjusted adjusted = GandiAdjustments.adjust(domain);
            Zone desired = DesiredZone.of(adjusted.domain());
            Reading reading = read(account);
            warnings.addAll(adjusted.warnings());
            warnings.addAll(reading.warnings());
            ZonePlan plan = plan(account, desired, reading);
            for (Objection objection : plan.objections()) {
                if (objection.blocks()) {
                    return section.withReport(
                            List.of(failed(account, objection.message() + ": " + objection.advice())), true);
                }
            }
            return report(section, plan, reading).withZone(plan);
        } catch (ProviderException e) {
            return section.withReport(List.of(failed(account, e.getMessage())), true);
        }
    }

    private String failed(Account account, String message) {
        return "Domain \"" + domain.name() + "\" provider " + account.name() + " Error: " + message;
    }

    private Reading read(Account account) throws ProviderException {
        Reading already = readings.get(account.name());
        return already != null ? already : account.dns().read(apex);
    }

    private ZonePlan plan(Account account, Zone desired, Reading reading) throws ProviderException {
        DnsProvider provider = account.dns();
        boolean signed = Policy.needsSigned(desired, reading.zone()) && provider.isSigned(apex);
        Policy policy = Policy.FREE
                .withNoPurge(domain.keepUnknown())
                .withSigned(signed)
                .withFilledBefore(seen.wasFilled(account.address(), apex));
        seen.saw(account.address(), apex, reading.zone().rrsets().size());
        return Planner.plan(desired, reading.zone(), policy);
    }

    private Section report(Section section, ZonePlan plan, Reading reading) {
        Set<RRset.Key> kept = plan.kept().stream().map(RRset::key).collect(Collectors.toSet());
        List<ResourceRecord> records = reading.records().stream()
                .filter(record -> kept.contains(new RRset.Key(record.owner(), record.type())))
                .toList();
        if (records.isEmpty()) {
            return section;
        }
        int shown = verbosity.full() ? records.size() : Math.min(records.size(), verbosity.reportMax());
        List<String> lines = new ArrayList<>();
        lines.add(records.size() + " records not being deleted because of NO_PURGE" + (shown == 0 ? "." : ":"));
        records.subList(0, shown).forEach(record -> lines.add(RdataText.reportLine(record)));
        if (shown > 0 && shown < records.size()) {
            lines.add("    ...and " + (records.size() - shown) + " more... (use --full to show all)");
        }
        return section.withReport(lines, false);
    }
}
