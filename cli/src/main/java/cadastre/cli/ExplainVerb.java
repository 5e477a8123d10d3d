package cadastre.cli;

import cadastre.dns.Alias;
import cadastre.dns.Name;
import cadastre.dns.Ns;
import cadastre.dns.PresentationException;
import cadastre.dns.RelativeName;
import cadastre.dns.ResourceRecord;
import cadastre.language.Adjustments;
import cadastre.language.Config;
import cadastre.language.Creds;
import cadastre.language.DesiredZone;
import cadastre.language.DomainConfig;
import cadastre.language.GandiAdjustments;
import cadastre.language.ProviderDeclaration;
import cadastre.language.ProviderTypes;
import cadastre.language.RdataText;
import cadastre.language.RecordConfig;
import cadastre.language.Suggestions;
import cadastre.language.Unmanaged;
import cadastre.plan.IgnoreRule;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `explain NAME`: why the records of a name are as the configuration makes them. Asks nobody but the files.
final class ExplainVerb {
    private final PrintStream out;
    private final Name name;
    private final Config written;
    private final Config validated;
    private boolean found;

    private ExplainVerb(PrintStream out, Name name, Config written, Config validated) {
        this.out = out;
        this.name = name;
        this.written = written;
        this.validated = validated;
    }

    static int run(Options options, Surroundings surroundings) throws Exit {
        if (options.arguments().size() != 1) {
            throw Exit.because("Arguments should be: NAME (Ex: www.example.com)");
        }
        String typed = options.arguments().getFirst();
        Name name;
        try {
            name = Name.parse(typed.endsWith(".") ? typed : typed + ".").lowerCase();
        } catch (PresentationException e) {
            throw Exit.because(Texts.json(typed) + " is no name: " + e.getMessage());
        }
        Evaluation evaluation = Evaluation.of(options, surroundings);
        Creds creds = ConfigVerbs.creds(options, surroundings);
        Config written = known(evaluation.config(), creds);
        Config validated = ConfigVerbs.validated(written, creds, surroundings, surroundings.err());
        new ExplainVerb(surroundings.out(), name, written, validated).explain(typed);
        return 0;
    }

    /// With the types of the credentials, as far as they say them.
    private static Config known(Config config, Creds creds) {
        return switch (ProviderTypes.resolve(config, creds)) {
            case ProviderTypes.Outcome.Resolved(Config resolved, var _) -> resolved;
            case ProviderTypes.Outcome.Failed _ -> config;
        };
    }

    private void explain(String typed) throws Exit {
        for (int i = 0; i < validated.domains().size(); i++) {
            DomainConfig domain = validated.domains().get(i);
            if (name.relativeTo(DesiredZone.apex(domain)).isPresent()) {
                explain(domain, written.domains().get(i));
            }
        }
        if (!found) {
            Optional<String> near = Suggestions.nearest(name.withoutDot(), names());
            throw Exit.because(
                    "the configuration has no records of " + typed,
                    near.map(one -> "Did you mean " + one + "?").orElse(""));
        }
    }

    private Set<String> names() {
        return validated.domains().stream()
                .flatMap(domain -> domain.records().stream().map(record -> owner(record, domain)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String owner(RecordConfig record, DomainConfig domain) {
        return record.name().equals("@") ? domain.name() : record.name() + "." + domain.name();
    }

    private void explain(DomainConfig domain, DomainConfig raw) {
        DesiredZone desired = desired(domain, Adjustments.NONE);
        if (desired == null) {
            return;
        }
        List<RecordConfig> records = domain.records();
        // The records of the desired zone stand in the order of the declared ones; the name servers follow.
        for (int i = 0; i < desired.records().size(); i++) {
            ResourceRecord record = desired.records().get(i);
            if (record.owner().equals(name)) {
                out.println(DiffLines.fqdn(record.owner()) + " " + record.type() + " "
                        + RdataText.comparable(record.rdata()) + " ttl="
                        + record.ttl().seconds());
                found = true;
                if (i < records.size()) {
                    explain(records.get(i), raw);
                } else {
                    say("a name server of the zone: NAMESERVER");
                }
                say("zone " + domain.displayName() + servedBy(domain));
                adjusted(domain, record).forEach(this::say);
            }
        }
        policies(domain, desired).forEach(this::say);
        absent(domain);
    }

    private void say(String line) {
        out.println("    " + line);
    }

    private static @Nullable DesiredZone desired(DomainConfig domain, Adjustments limits) {
        return switch (DesiredZone.of(domain, domain.nameServers(), limits)) {
            case DesiredZone.Outcome.Ready(DesiredZone zone) -> zone;
            case DesiredZone.Outcome.Impossible _ -> null;
        };
    }

    private void explain(RecordConfig record, DomainConfig raw) {
        record.position().ifPresent(place -> say("made at " + place));
        Optional<RecordConfig> before = raw.records().stream()
                .filter(one -> one.position().equals(record.position())
                        && one.type().equals(record.type())
                        && one.meta().equals(record.meta()))
                .filter(one -> one.name().equalsIgnoreCase(record.name())
                        || raw.records().stream()
                                        .filter(other -> other.position().equals(record.position()))
                                        .count()
                                == 1)
                .findFirst();
        before.ifPresent(one -> {
            if (!one.name().equals(record.name())) {
                say("owner name written " + Texts.json(one.name()));
            }
            if (!one.target().equals(record.target())) {
                say("target written " + Texts.json(one.target()));
            }
            say(
                    one.ttl() == 0
                            ? "TTL: 300 seconds, as nothing says otherwise"
                            : "TTL: of TTL() or DefaultTTL(), " + one.ttl() + " seconds");
        });
        if (!record.subdomain().isEmpty()) {
            say("inside D_EXTEND of " + record.subdomain());
        }
        record.meta().forEach((key, value) -> say("metadata " + key + ": " + value));
    }

    private String servedBy(DomainConfig domain) {
        List<String> names = new ArrayList<>();
        domain.dnsProviders().keySet().forEach(one -> names.add(one + type(one)));
        return names.isEmpty() ? ", which no DnsProvider() serves" : ", at " + String.join(" and ", names);
    }

    private String type(String provider) {
        return declaration(provider).map(one -> " (" + one.type() + ")").orElse("");
    }

    private Optional<ProviderDeclaration> declaration(String provider) {
        return validated.dnsProviders().stream()
                .filter(one -> one.name().equals(provider))
                .reduce((_, last) -> last);
    }

    /// What Gandi makes of it.
    private List<String> adjusted(DomainConfig domain, ResourceRecord record) {
        boolean gandi = domain.dnsProviders().keySet().stream()
                .anyMatch(one -> declaration(one)
                        .filter(declared -> declared.type().equals("GANDI_V5"))
                        .isPresent());
        DesiredZone there = gandi ? desired(domain, new GandiAdjustments()) : null;
        if (there == null) {
            return List.of();
        }
        String fqdn = DiffLines.fqdn(record.owner());
        boolean apex = record.owner().equals(there.zone().apex());
        List<String> lines = new ArrayList<>();
        if (record.rdata() instanceof Alias && !apex) {
            lines.add("Gandi holds it as a CNAME, as it is not at the apex");
        }
        for (String warning : there.warnings()) {
            boolean ignored = apex
                    && record.rdata() instanceof Ns ns
                    && warning.endsWith(" Ignoring " + ns.nameServer().lowerCase());
            if (ignored || List.of(warning.split("[ {}()]", -1)).contains(fqdn)) {
                lines.add(warning);
            }
        }
        return lines;
    }

    private List<String> policies(DomainConfig domain, DesiredZone desired) {
        List<String> lines = new ArrayList<>();
        if (domain.keepUnknown()) {
            lines.add("NO_PURGE: other records of this name stay");
        }
        if (domain.ignoreExternalDns()) {
            lines.add("IGNORE_EXTERNAL_DNS: what external-dns looks after stays");
        }
        List<IgnoreRule> rules = desired.policy().ignores();
        Optional<String> relative = name.relativeTo(DesiredZone.apex(domain)).map(RelativeName::toString);
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).owner().matches(relative.orElse(""))) {
                Unmanaged rule = domain.unmanaged().get(i);
                lines.add("IGNORE(" + Texts.json(rule.labelPattern()) + ", " + Texts.json(rule.typePattern()) + ", "
                        + Texts.json(rule.targetPattern()) + "): what fits it is left to others");
                if (!found) {
                    out.println(DiffLines.fqdn(name) + " is not declared");
                    found = true;
                }
            }
        }
        return found ? lines : List.of();
    }

    private void absent(DomainConfig domain) {
        for (RecordConfig record : domain.recordsAbsent()) {
            if (owner(record, domain).equalsIgnoreCase(name.withoutDot())) {
                found = true;
                out.println(name.withoutDot() + " " + record.type() + " " + record.target() + " shall not be there");
                record.position().ifPresent(place -> say("ENSURE_ABSENT_REC at " + place));
            }
        }
    }
}
