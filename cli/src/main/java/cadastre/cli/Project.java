package cadastre.cli;

import cadastre.gandi.Gandi;
import cadastre.language.Adjustments;
import cadastre.language.Config;
import cadastre.language.Creds;
import cadastre.language.DomainConfig;
import cadastre.language.DomainFilter;
import cadastre.language.GandiAdjustments;
import cadastre.language.ProviderFilter;
import cadastre.language.ProviderTypes;
import cadastre.language.Suggestions;
import cadastre.provider.ProviderException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A configuration with the accounts it uses: what `preview` and `push` work on.
final class Project implements AutoCloseable {
    /// Requests for one zone: its name servers, its delegation, its records.
    private static final int REQUESTS_PER_ZONE = 3;

    private final Options options;
    private final Surroundings surroundings;
    private final Config config;
    private final Creds creds;
    private final Services services;
    private final Map<String, Service> opened = new LinkedHashMap<>();
    private final Map<String, Account> accounts = new LinkedHashMap<>();

    private Project(Options options, Surroundings surroundings, Config config, Creds creds, Services services) {
        this.options = options;
        this.surroundings = surroundings;
        this.config = config;
        this.creds = creds;
        this.services = services;
    }

    /// {@return the project, with every account opened that a domain uses, filtered out or not}
    ///
    /// @param config its types resolved
    /// @throws Exit if one is not to be had
    static Project open(Options options, Surroundings surroundings, Config config, Creds creds) throws Exit {
        Services services =
                new Services(surroundings, options.numberOrZero("rate"), options.numberOrZero("bindserial"));
        Project project = new Project(options, surroundings, config, creds, services);
        try {
            project.openAccounts();
            return project;
        } catch (Exit exit) {
            services.close();
            throw exit;
        }
    }

    /// {@return the same accounts for another form of the configuration}
    Project with(Config validated) {
        Project project = new Project(options, surroundings, validated, creds, services);
        project.opened.putAll(opened);
        project.accounts.putAll(accounts);
        return project;
    }

    private void openAccounts() throws Exit {
        for (ProviderTypes.Use use : ProviderTypes.inUse(config)) {
            Set<String> spoken =
                    use.role() == ProviderTypes.Role.REGISTRAR ? Services.REGISTRARS : Services.DNS_PROVIDERS;
            Optional<String> unknown = ProviderTypes.unknownType(use, spoken);
            if (unknown.isPresent() && ProviderTypes.isForeign(use.declaration().type())) {
                skip(use.declaration().name(), use.declaration().type());
                continue;
            }
            if (unknown.isPresent()) {
                throw Exit.because(
                        unknown.get(), ProviderTypes.advice(use.declaration().type()));
            }
            Optional<String> missing = ProviderTypes.missingCredential(use, creds);
            if (missing.isPresent()) {
                throw Exit.because(
                        missing.get(),
                        "Add \"token\": \"$GANDI_TOKEN\" to the entry \""
                                + use.declaration().name() + "\" of " + options.text("creds")
                                + ": a personal access token, from https://admin.gandi.net"
                                + " (Organization, then Sharing).");
            }
            String name = use.declaration().name();
            if (!accounts.containsKey(name)) {
                accounts.put(name, account(use));
            }
        }
    }

    private void skip(String name, String type) {
        if (accounts.put(name, Account.foreign(name, type)) == null) {
            surroundings.err().println("NOTE: " + name + ": " + ProviderTypes.advice(type));
        }
    }

    private Account account(ProviderTypes.Use use) throws Exit {
        String name = use.declaration().name();
        Service service = service(use);
        Adjustments adjustments = service instanceof Service.OfGandi ? new GandiAdjustments() : Adjustments.NONE;
        return new Account(name, service, adjustments);
    }

    private Service service(ProviderTypes.Use use) throws Exit {
        String name = use.declaration().name();
        Service open = opened.get(name);
        if (open != null) {
            return open;
        }
        try {
            Map<String, String> entry =
                    creds.entry(name).map(one -> Map.copyOf(one.fields())).orElse(Map.of());
            Service service = services.open(
                    name, use.declaration().type(), entry, use.declaration().meta());
            opened.put(name, service);
            return service;
        } catch (ProviderException e) {
            throw Exit.because(e.getMessage(), e.advice().orElse(""));
        }
    }

    /// {@return the domains this run is about, in the order of the configuration}
    List<DomainConfig> selected() {
        DomainFilter filter = DomainFilter.parse(options.text("domains"));
        filter.unmatched(config.domains())
                .forEach(item -> surroundings
                        .err()
                        .println("WARNING: --domains " + item + " fits no zone of the configuration"
                                + Suggestions.nearest(item, names())
                                        .map(name -> "; did you mean " + name + "?")
                                        .orElse("")));
        return filter.select(config.domains());
    }

    private List<String> names() {
        return config.domains().stream()
                .map(domain -> domain.tag().isEmpty() ? domain.name() : domain.uniqueName())
                .toList();
    }

    /// {@return the providers of `domain` this run is about}
    Set<String> selectedProviders(DomainConfig domain) {
        ProviderFilter filter = ProviderFilter.parse(options.text("providers"));
        Set<String> names = new LinkedHashSet<>();
        for (String name : domain.dnsProviders().keySet()) {
            if (filter.includes(name, creds)) {
                names.add(name);
            }
        }
        return names;
    }

    /// {@return why the zone of `domain` cannot be looked at, if one of its providers is not spoken to}
    Optional<String> skipped(DomainConfig domain) {
        for (String name : domain.dnsProviders().keySet()) {
            Optional<String> type = account(name).foreignType();
            if (type.isPresent()) {
                return Optional.of("Skipping zone \"" + domain.name() + "\": DNS provider \"" + name + "\" is of TYPE "
                        + Texts.json(type.get()) + ", which Cadastre does not speak");
            }
        }
        return Optional.empty();
    }

    /// {@return the account of that name}
    Account account(String name) {
        Account account = accounts.get(name);
        if (account == null) {
            throw new IllegalArgumentException("no account " + name);
        }
        return account;
    }

    /// Says how long the run takes at least, if the budget makes it wait.
    void sayHowLong(int zones) {
        int requests = REQUESTS_PER_ZONE * zones + (options.on("no-populate") ? 0 : 1);
        opened.forEach((name, service) -> {
            if (service instanceof Service.OfGandi(Gandi gandi)) {
                Duration wait = gandi.forecast(requests);
                if (!wait.isZero()) {
                    surroundings
                            .err()
                            .println("NOTE: up to " + requests + " requests to " + name + " at most "
                                    + gandi.perMinute().orElse(0) + " in any 60 seconds: about "
                                    + Durations.words(wait));
                }
            }
        });
    }

    /// Says once for each credential that was refused which one it is and what to do.
    void sayWhoWasRefused() {
        for (Account account : accounts.values()) {
            account.advice().ifPresent(surroundings.err()::println);
        }
    }

    @Override
    public void close() {
        services.close();
    }
}
