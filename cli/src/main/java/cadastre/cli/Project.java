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
import cadastre.provider.Observer;
import cadastre.provider.PoliteClient;
import cadastre.provider.ProviderException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A configuration with the accounts it uses: what `preview` and `push` work on.
final class Project implements AutoCloseable {
    private static final Set<String> REGISTRARS = Set.of("GANDI_V5", "NONE");
    private static final Set<String> DNS_PROVIDERS = Set.of("GANDI_V5");

    /// Requests for one zone: its name servers, its delegation, its records.
    private static final int REQUESTS_PER_ZONE = 3;

    private final Options options;
    private final Surroundings surroundings;
    private final Config config;
    private final Creds creds;
    private final PoliteClient client;
    private final Map<String, Gandi> services = new LinkedHashMap<>();
    private final Map<String, Account> accounts = new LinkedHashMap<>();

    private Project(Options options, Surroundings surroundings, Config config, Creds creds, PoliteClient client) {
        this.options = options;
        this.surroundings = surroundings;
        this.config = config;
        this.creds = creds;
        this.client = client;
    }

    /// {@return the project, with every account opened that a domain uses, filtered out or not}
    ///
    /// @param config its types resolved
    /// @throws Exit if one is not to be had
    static Project open(Options options, Surroundings surroundings, Config config, Creds creds) throws Exit {
        PoliteClient client = new PoliteClient(PoliteClient.Options.of(
                surroundings.environment(), "Cadastre/" + Version.NUMBER, new Notices(surroundings.err())));
        Project project = new Project(options, surroundings, config, creds, client);
        try {
            project.openAccounts();
            return project;
        } catch (Exit exit) {
            client.close();
            throw exit;
        }
    }

    /// {@return the same accounts for another form of the configuration}
    Project with(Config validated) {
        Project project = new Project(options, surroundings, validated, creds, client);
        project.services.putAll(services);
        project.accounts.putAll(accounts);
        return project;
    }

    /// What the client says goes to standard error.
    private record Notices(PrintStream err) implements Observer {
        @Override
        public void waiting(Wait why, Duration duration) {
            if (why == Wait.TOO_MANY) {
                err.println("NOTE: the service says that there were too many requests; going on in "
                        + Durations.words(duration));
            }
        }

        @Override
        public void warning(String text) {
            err.println("WARNING: " + text);
        }
    }

    private void openAccounts() throws Exit {
        for (ProviderTypes.Use use : ProviderTypes.inUse(config)) {
            Set<String> spoken = use.role() == ProviderTypes.Role.REGISTRAR ? REGISTRARS : DNS_PROVIDERS;
            Optional<String> unknown = ProviderTypes.unknownType(use, spoken);
            if (unknown.isPresent()) {
                throw Exit.because(unknown.get() + "\n"
                        + ProviderTypes.advice(use.declaration().type()));
            }
            Optional<String> missing = ProviderTypes.missingCredential(use, creds);
            if (missing.isPresent()) {
                throw Exit.because(missing.get() + "\nAdd \"token\": \"$GANDI_TOKEN\" to the entry \""
                        + use.declaration().name() + "\" of " + options.text("creds")
                        + ": a personal access token from https://admin.gandi.net (Organization, then Sharing).");
            }
            String name = use.declaration().name();
            if (!accounts.containsKey(name)) {
                accounts.put(name, account(use));
            }
        }
    }

    private Account account(ProviderTypes.Use use) throws Exit {
        String name = use.declaration().name();
        if (use.declaration().type().equals("NONE")) {
            return new Account(name, "none", Optional.empty(), Optional.empty(), Adjustments.NONE);
        }
        Gandi gandi = service(name);
        return new Account(
                name,
                gandi.origin().toString(),
                Optional.of(gandi.liveDns()),
                Optional.of(gandi.domains()),
                new GandiAdjustments());
    }

    private Gandi service(String name) throws Exit {
        Gandi open = services.get(name);
        if (open != null) {
            return open;
        }
        int rate = options.number("rate");
        if (rate < 0) {
            throw Exit.because("--rate " + rate + " is no rate: at least 1 request in any 60 seconds");
        }
        try {
            Map<String, String> entry =
                    creds.entry(name).map(one -> Map.copyOf(one.fields())).orElse(Map.of());
            Gandi gandi = Gandi.open(name, entry, client, rate == 0 ? OptionalInt.empty() : OptionalInt.of(rate));
            services.put(name, gandi);
            return gandi;
        } catch (ProviderException e) {
            throw Exit.because(
                    e.getMessage() + e.advice().map(advice -> "\n" + advice).orElse(""));
        }
    }

    /// {@return the domains this run is about, in the order of the configuration}
    List<DomainConfig> selected() {
        DomainFilter filter = DomainFilter.parse(options.text("domains"));
        filter.unmatched(config.domains())
                .forEach(item -> surroundings
                        .err()
                        .println("WARNING: --domains " + item + " fits no zone of the configuration"));
        return filter.select(config.domains());
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
        for (Map.Entry<String, Gandi> service : services.entrySet()) {
            int requests = REQUESTS_PER_ZONE * zones + (options.on("no-populate") ? 0 : 1);
            Duration wait = service.getValue().forecast(requests);
            if (!wait.isZero()) {
                surroundings
                        .err()
                        .println("NOTE: up to " + requests + " requests to " + service.getKey() + " at most "
                                + service.getValue().perMinute().orElse(0) + " in any 60 seconds: about "
                                + Durations.words(wait));
            }
        }
    }

    /// Says once for each credential that was refused which one it is and what to do.
    void sayWhoWasRefused() {
        for (Account account : accounts.values()) {
            account.advice().ifPresent(surroundings.err()::println);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
