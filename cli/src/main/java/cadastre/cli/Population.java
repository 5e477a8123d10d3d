package cadastre.cli;

import cadastre.dns.Name;
import cadastre.language.DomainConfig;
import cadastre.provider.DnsProvider;
import cadastre.provider.ProviderException;
import cadastre.provider.Reading;
import cadastre.provider.Reason;
import cadastre.provider.ZoneCreator;
import cadastre.rollout.StepResult;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which zones of a run exist, and making those that do not (spec dnscontrol.md section 1.3, phase 1).
final class Population {
    private final Options options;
    private final PrintStream out;
    private final Project project;
    private final Corrections corrections;
    private final boolean push;
    private final boolean full;
    private final Map<DomainConfig, Map<String, Reading>> readings = new HashMap<>();

    Population(Options options, Surroundings surroundings, Project project, Corrections corrections, boolean push) {
        this.options = options;
        this.out = surroundings.out();
        this.project = project;
        this.corrections = corrections;
        this.push = push;
        this.full = options.on("full");
    }

    /// {@return what was read of a zone while it was looked for, by account}
    Map<String, Reading> readings(DomainConfig domain) {
        return readings.getOrDefault(domain, Map.of());
    }

    /// Looks for missing zones, and says or makes what is missing.
    void populate(List<DomainConfig> domains) {
        if (full) {
            out.println("PHASE 1: CHECKING for missing zones");
        }
        Phase phase = new Phase(out, Phase.Kind.CHECKING, options, domains);
        phase.begin();
        Map<DomainConfig, List<Missing>> missing = new LinkedHashMap<>();
        for (DomainConfig domain : domains) {
            missing.put(domain, phase.look(domain, () -> missing(domain)));
        }
        phase.end();
        missing.forEach(this::show);
    }

    private List<Missing> missing(DomainConfig domain) {
        List<Missing> ofZone = new ArrayList<>();
        for (String provider : domain.dnsProviders().keySet()) {
            missing(domain, project.account(provider)).ifPresent(ofZone::add);
        }
        return ofZone;
    }

    /// What is to say, or to do, about a zone that is missing, or might be, at an account.
    ///
    /// @param creator who makes it; nobody if there is only something to say
    private record Missing(Account account, String text, Optional<ZoneCreator> creator) {}

    private void show(DomainConfig domain, List<Missing> missing) {
        if (missing.isEmpty()) {
            return;
        }
        if (missing.stream().anyMatch(one -> one.creator().isEmpty())) {
            corrections.fail();
        }
        corrections.transcript().zone(domain.displayName());
        for (Missing one : missing) {
            if (project.selectedProviders(domain).contains(one.account().name())) {
                corrections
                        .transcript()
                        .section(domain.name(), "provider", one.account().name(), 1, full);
                corrections.count(1);
                if (one.creator().isPresent()) {
                    create(domain, one, one.creator().get());
                } else {
                    corrections.transcript().info(List.of(one.text()));
                }
            }
        }
    }

    private void create(DomainConfig domain, Missing missing, ZoneCreator creator) {
        String account = missing.account().name();
        if (!push && !options.on("populate-on-preview")) {
            corrections.foreseen(domain.name(), account, List.of(missing.text()));
        } else if (corrections.next(domain.name(), account, List.of(missing.text()))) {
            corrections.ended(made(Name.of(domain.name()), creator));
        } else {
            corrections.ended(new StepResult.Declined());
        }
    }

    private static StepResult made(Name apex, ZoneCreator creator) {
        try {
            creator.createZone(apex);
            return new StepResult.Done();
        } catch (ProviderException e) {
            return new StepResult.Failed(e);
        }
    }

    private Optional<Missing> missing(DomainConfig domain, Account account) {
        try {
            if (account.holds(domain)) {
                return Optional.empty();
            }
        } catch (ProviderException e) {
            return Optional.of(new Missing(
                    account, "zoneList failed for \"" + account.name() + "\": " + e.getMessage(), Optional.empty()));
        }
        DnsProvider provider = account.dns(domain);
        return provider instanceof ZoneCreator creator
                ? Optional.of(new Missing(
                        account,
                        "Ensuring zone \"" + domain.name() + "\" exists in \"" + account.name() + "\"",
                        Optional.of(creator)))
                : whyNotListed(domain, account, provider).map(text -> new Missing(account, text, Optional.empty()));
    }

    private Optional<String> whyNotListed(DomainConfig domain, Account account, DnsProvider provider) {
        try {
            // Lists leave out what another organization pays for; a zone whose records answer exists.
            Reading reading = provider.read(Name.of(domain.name()));
            readings.computeIfAbsent(domain, _ -> new HashMap<>()).put(account.name(), reading);
            return Optional.empty();
        } catch (ProviderException e) {
            if (e.reason() instanceof Reason.NotFound) {
                return Optional.of("Zone \"" + domain.name() + "\" does not exist. Can not create because \""
                        + account.name() + "\" does not implement ZoneCreator");
            }
            return Optional.of("Zone \"" + domain.name() + "\" is not in the list of \"" + account.name()
                    + "\" and does not answer: " + e.getMessage());
        }
    }
}
