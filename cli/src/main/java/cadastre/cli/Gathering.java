package cadastre.cli;

import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Soa;
import cadastre.dns.Zone;
import cadastre.language.DesiredZone;
import cadastre.language.DomainConfig;
import cadastre.language.RdataText;
import cadastre.plan.ExternalDns;
import cadastre.plan.Granularity;
import cadastre.plan.Objection;
import cadastre.plan.Plan;
import cadastre.plan.Planner;
import cadastre.plan.Policy;
import cadastre.plan.ZonePlan;
import cadastre.provider.DnsProvider;
import cadastre.provider.ProviderException;
import cadastre.provider.Reading;
import cadastre.provider.Reason;
import cadastre.provider.Registrar;
import cadastre.provider.WholeZoneProvider;
import cadastre.provider.ZoneCreator;
import cadastre.registration.Delegation;
import cadastre.registration.Registration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /// How it is done and shown.
    ///
    /// @param reportMax how many kept records a report lists at most; 0 for none
    /// @param full      whether all of them
    /// @param ordered   whether changes wait for what they point at
    /// @param foreignIsFine whether it is no failure that a service is not spoken to
    record Settings(int reportMax, boolean full, boolean ordered, boolean foreignIsFine) {}

    private final DomainConfig domain;
    private final Name apex;
    private final Map<String, Account> providers;
    private final Account registrar;
    private final Set<String> selected;
    private final Map<String, Reading> readings;
    private final SeenZones seen;
    private final Settings settings;
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
            Settings settings) {
        this.domain = domain;
        this.apex = Name.of(domain.name());
        this.providers = providers;
        this.registrar = registrar;
        this.selected = selected;
        this.readings = readings;
        this.seen = seen;
        this.settings = settings;
    }

    Gathered gather() {
        Map<String, Section> sections = new LinkedHashMap<>();
        for (Map.Entry<String, Account> provider : providers.entrySet()) {
            if (selected.contains(provider.getKey())) {
                sections.put(provider.getKey(), Section.empty(provider.getValue()));
            }
        }
        Section start = sections.getOrDefault(registrar.name(), Section.empty(registrar));
        List<String> wanted;
        Section delegation;
        try {
            wanted = wantedNameServers();
            delegation = delegation(start, wanted);
        } catch (NameServersUnknown e) {
            wanted = domain.nameServers();
            delegation = start.withNote(e.text(), true);
        }
        for (Map.Entry<String, Section> entry : sections.entrySet()) {
            Section section = entry.getKey().equals(registrar.name()) ? delegation : entry.getValue();
            entry.setValue(records(section, wanted));
        }
        sections.putIfAbsent(registrar.name(), delegation);
        return new Gathered(domain, List.copyOf(sections.values()), List.copyOf(warnings));
    }

    /// A provider did not say which servers serve the zone.
    private static final class NameServersUnknown extends Exception {
        private static final long serialVersionUID = 1L;

        NameServersUnknown(String text, ProviderException cause) {
            super(text, cause);
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }

    /// The name servers that the zone shall have: declared ones, then those of its providers.
    private List<String> wantedNameServers() throws NameServersUnknown {
        Map<String, List<String>> byProvider = new LinkedHashMap<>();
        for (Map.Entry<String, Account> provider : providers.entrySet()) {
            if (domain.dnsProviders().getOrDefault(provider.getKey(), -1) != 0) {
                try {
                    provider.getValue().throwIfRefused();
                    byProvider.put(
                            provider.getKey(), provider.getValue().dns(domain).nameServers(apex));
                } catch (ProviderException e) {
                    provider.getValue().note(e);
                    throw new NameServersUnknown(
                            "DetermineNS: zone \"" + domain.name()
                                    + "\"; Error: error while getting Nameservers for zone=\"" + domain.name()
                                    + "\" with provider=\"" + provider.getKey() + "\": " + e.getMessage(),
                            e);
                }
            }
        }
        return DesiredZone.nameServers(domain, byProvider);
    }

    private Section delegation(Section section, List<String> wanted) {
        boolean silenced = "true".equals(domain.meta().get("no_ns"));
        if (wanted.isEmpty() && !silenced) {
            return section.withNote(
                    "Skipping registrar \"" + registrar.name() + "\": No nameservers declared for domain \""
                            + domain.name() + "\". Add {no_ns: 'true'} to force",
                    false);
        }
        if (registrar.foreignType().isPresent()) {
            return section.withNote(
                    "Skipping registrar \"" + registrar.name() + "\": TYPE "
                            + Texts.json(registrar.foreignType().get())
                            + " is not spoken by Cadastre; the delegation of \"" + domain.name()
                            + "\" is left as it is",
                    !settings.foreignIsFine());
        }
        if (registrar.registrar().isEmpty() || wanted.isEmpty()) {
            return section;
        }
        try {
            registrar.throwIfRefused();
            return redelegation(section, registrar.registrar().get(), wanted);
        } catch (ProviderException e) {
            registrar.note(e);
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
                registrar, text, new Registration(apex, is).fingerprint(), new Plan.DelegationChange(is, shall)));
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

    private Section records(Section section, List<String> nameServers) {
        Account account = section.account();
        try {
            account.throwIfRefused();
            return switch (DesiredZone.of(domain, nameServers, account.adjustments())) {
                case DesiredZone.Outcome.Impossible impossible ->
                    section.withReport(List.of(failed(account, impossible.text())), true);
                case DesiredZone.Outcome.Ready(DesiredZone desired) -> records(section, desired);
            };
        } catch (ProviderException e) {
            account.note(e);
            return section.withReport(List.of(failed(account, e.getMessage())), true);
        }
    }

    private Section records(Section section, DesiredZone desired) throws ProviderException {
        Account account = section.account();
        Reading reading = read(account);
        warnings.addAll(desired.warnings());
        warnings.addAll(reading.warnings());
        ZonePlan plan = plan(account, desired, reading);
        List<String> report = new ArrayList<>(external(desired, reading));
        report.addAll(staying("NO_PURGE", plan.kept(), reading));
        report.addAll(staying("IGNORE*()", plan.ignored(), reading));
        for (Objection objection : plan.objections()) {
            if (objection instanceof Objection.DeclaredAndIgnored(List<RRset> rrsets, var _)) {
                report.addAll(overlap(rrsets));
            }
        }
        Section reported = report.isEmpty() ? section : section.withReport(report, false);
        for (Objection objection : plan.objections()) {
            if (objection.blocks()) {
                return reported.withReport(List.of(failed(account, why(objection))), true);
            }
        }
        return reported.withZone(plan);
    }

    private static List<String> overlap(List<RRset> rrsets) {
        List<ResourceRecord> records =
                rrsets.stream().flatMap(rrset -> rrset.records().stream()).toList();
        return listed(records, " records that are both IGNORE*()'d and not ignored:");
    }

    private static List<String> listed(List<ResourceRecord> records, String heading) {
        List<String> lines = new ArrayList<>();
        lines.add(records.size() + heading);
        records.forEach(record -> lines.add("    " + DiffLines.fqdn(record.owner()) + " " + record.type() + " "
                + RdataText.comparable(record.rdata())));
        return lines;
    }

    /// What external-dns looks after, and what is declared beside it.
    private List<String> external(DesiredZone desired, Reading reading) {
        if (!domain.ignoreExternalDns()) {
            return List.of();
        }
        ExternalDns registry = ExternalDns.of(reading.zone(), domain.externalDnsPrefix());
        List<RRset> owned = reading.zone().rrsets().stream()
                .flatMap(rrset -> registry.part(rrset).stream())
                .toList();
        List<String> lines = new ArrayList<>(staying("IGNORE_EXTERNAL_DNS", owned, reading));
        List<ResourceRecord> both = desired.records().stream()
                .filter(record -> registry.owns(new RRset.Key(record.owner(), record.type())))
                .toList();
        if (!both.isEmpty()) {
            List<String> warning =
                    listed(both, " records are defined in your config but also managed by external-dns:");
            lines.add("WARNING: " + warning.getFirst());
            lines.addAll(warning.subList(1, warning.size()));
            lines.add("Consider removing these from your config or from external-dns to avoid conflicts.");
        }
        return lines;
    }

    private static String why(Objection objection) {
        return objection instanceof Objection.DeclaredAndIgnored(List<RRset> rrsets, var _)
                ? String.join("\n", overlap(rrsets))
                        + "\nERROR: Unsafe to continue. Add DISABLE_IGNORE_SAFETY_CHECK to D() to override"
                : objection.message() + ": " + objection.advice();
    }

    private String failed(Account account, String message) {
        return "Domain \"" + domain.name() + "\" provider " + account.name() + " Error: " + message;
    }

    private Reading read(Account account) throws ProviderException {
        Reading already = readings.get(account.name());
        if (already != null) {
            return already;
        }
        DnsProvider provider = account.dns(domain);
        try {
            return provider.read(apex);
        } catch (ProviderException e) {
            if (provider instanceof ZoneCreator && e.reason() instanceof Reason.NotFound) {
                return new Reading(Zone.empty(apex), List.of(), List.of());
            }
            throw e;
        }
    }

    private ZonePlan plan(Account account, DesiredZone desired, Reading reading) throws ProviderException {
        DnsProvider provider = account.dns(domain);
        Zone actual = reading.zone();
        boolean whole = provider instanceof WholeZoneProvider;
        Zone wanted =
                provider instanceof WholeZoneProvider zones ? zones.completed(desired.zone(), actual) : desired.zone();
        Granularity granularity = whole ? Granularity.ZONE : Granularity.NAME;
        Policy policy = desired.policy()
                .withOrder(settings.ordered())
                .withFilledBefore(seen.wasFilled(account.address(domain), apex));
        seen.saw(account.address(domain), apex, actual.rrsets().size());
        ZonePlan plan = Planner.plan(wanted, actual, policy, granularity);
        // Whether it is signed is two questions more, and matters only if something is to be sent.
        boolean signed = !plan.steps().isEmpty() && Policy.needsSigned(wanted, actual) && provider.isSigned(apex);
        return signed ? Planner.plan(wanted, actual, policy.withSigned(true), granularity) : plan;
    }

    /// Whether an RRset of a plan is the one that a record was read in; an SOA's serial is not planned.
    private static boolean holds(RRset rrset, Rdata rdata) {
        return rrset.rdata().contains(rdata) || rdata instanceof Soa;
    }

    /// Says which records stay, in the order in which the provider returned them.
    private List<String> staying(String why, List<RRset> rrsets, Reading reading) {
        Map<RRset.Key, RRset> stay = new LinkedHashMap<>();
        rrsets.forEach(rrset -> stay.put(rrset.key(), rrset));
        List<ResourceRecord> records = reading.records().stream()
                .filter(record -> {
                    RRset rrset = stay.get(new RRset.Key(record.owner(), record.type()));
                    return rrset != null && holds(rrset, record.rdata());
                })
                .toList();
        if (records.isEmpty()) {
            return List.of();
        }
        int shown = settings.full() ? records.size() : Math.clamp(settings.reportMax(), 0, records.size());
        List<String> lines = new ArrayList<>();
        lines.add(records.size() + " records not being deleted because of " + why + (shown == 0 ? "." : ":"));
        records.subList(0, shown).forEach(record -> lines.add(RdataText.reportLine(record)));
        if (shown > 0 && shown < records.size()) {
            lines.add("    ...and " + (records.size() - shown) + " more... (use --full to show all)");
        }
        return lines;
    }
}
