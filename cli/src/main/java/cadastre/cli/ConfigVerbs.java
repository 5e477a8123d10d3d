package cadastre.cli;

import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import cadastre.language.Capabilities;
import cadastre.language.Config;
import cadastre.language.Creds;
import cadastre.language.DomainConfig;
import cadastre.language.IrWriter;
import cadastre.language.ProviderTypes;
import cadastre.language.Validation;
import cadastre.provider.ProviderException;
import cadastre.provider.ZoneCreator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The verbs that run a configuration: `check`, `print-ir`, `preview` and `push`.
final class ConfigVerbs {
    /// As Go's `log` dates its lines, in local time.
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss ");

    /// What is said of a configuration that does not choose between the two rules for classless reverse zones.
    static final String REVERSE_WARNING =
            "WARNING: REV() breaking change coming in v5.0." + " See https://docs.dnscontrol.org/functions/REVCOMPAT";

    private ConfigVerbs() {}

    /// `check`: messages and errors go to standard output.
    static int check(Options options, Surroundings surroundings) throws Exit {
        PrintStream out = surroundings.out();
        try {
            Evaluation evaluation = Evaluation.of(options, surroundings);
            validated(evaluation.config(), Creds.of(Map.of()), surroundings, out);
            if (evaluation.reverseUndecided()) {
                out.println(REVERSE_WARNING);
            }
        } catch (Exit exit) {
            if (!exit.message().isEmpty()) {
                out.println(exit.message());
            }
            throw new Exit(exit.status(), "", exit.hint());
        }
        out.println("No errors.");
        return 0;
    }

    static int printIr(Options options, Surroundings surroundings) throws Exit {
        Config config = Evaluation.of(options, surroundings).config();
        if (!options.on("raw")) {
            config = validated(config, Creds.of(Map.of()), surroundings, surroundings.err());
        }
        String json = IrWriter.write(config, options.on("pretty"));
        String file = options.text("out");
        if (file.isEmpty()) {
            surroundings.out().println(json);
            return 0;
        }
        try {
            Files.writeString(surroundings.resolve(file), json);
            return 0;
        } catch (IOException e) {
            throw Exit.because(GoFiles.message("open", file, e));
        }
    }

    static int preview(Options options, Surroundings surroundings, boolean push) throws Exit {
        if (options.number("cmax") < 1) {
            surroundings
                    .out()
                    .println(options.number("cmax") + " is not a valid value for --cmax.  Values must be 1 or greater");
            throw new Exit(1, "");
        }
        if (!Set.of("concurrent", "none", "all").contains(options.text("cmode"))) {
            surroundings
                    .out()
                    .println("\"" + options.text("cmode")
                            + "\" is not a valid option for --cmode.  Values are: concurrent, none, all");
            throw new Exit(1, "");
        }
        if (options.on("diff2")) {
            surroundings
                    .out()
                    .println("[WARNING: Please remove obsolete --diff2 flag. This will be an error in v5 or later. See"
                            + " https://github.com/DNSControl/dnscontrol/issues/2262]");
        }
        boolean full = options.on("full");
        say(full, surroundings, "Reading " + options.text("config") + " or equiv.");
        Evaluation evaluation = Evaluation.of(options, surroundings);
        say(full, surroundings, "Reading creds: \"" + options.text("creds") + "\"");
        Creds creds = creds(options, surroundings);
        boolean notified = Notifications.areOn(options, creds, push);
        say(full && notified, surroundings, "Notifications are enabled...");
        say(full, surroundings, "Creating an in-memory model of 'desired'...");
        Config resolved = resolved(evaluation.config(), creds, surroundings);
        try (Project opened = Project.open(options, surroundings, resolved, creds)) {
            say(full, surroundings, "Normalizing and validating 'desired'..");
            Project project = opened.with(validated(resolved, creds, surroundings, surroundings.err()));
            if (!notified) {
                return new Preview(options, surroundings, project, Notifier.NOBODY, push)
                        .run(evaluation.reverseUndecided());
            }
            try (Notifications notifications = Notifications.of(creds, surroundings)) {
                return new Preview(options, surroundings, project, notifications, push)
                        .run(evaluation.reverseUndecided());
            }
        }
    }

    /// `create-domains`: makes zones where that is a step of its own. Validates nothing, and fails only if the
    /// configuration or the credentials do.
    static int createDomains(Options options, Surroundings surroundings) throws Exit {
        PrintStream out = surroundings.out();
        out.println("DEPRECATED: This command is deprecated. The domain is automatically created at the Domain Service"
                + " Provider during the push command.");
        out.println("DEPRECATED: To prevent disable auto-creating, use --no-populate with the push command.");
        Evaluation evaluation = Evaluation.of(options, surroundings);
        Creds creds = creds(options, surroundings);
        Config resolved = resolved(evaluation.config(), creds, surroundings);
        try (Project project = Project.open(options, surroundings, resolved, creds)) {
            for (DomainConfig domain : resolved.domains()) {
                out.println("***  " + domain.name());
                for (String name : domain.dnsProviders().keySet()) {
                    create(project.account(name), domain, surroundings);
                }
            }
        }
        return 0;
    }

    private static void create(Account account, DomainConfig domain, Surroundings surroundings) {
        PrintStream out = surroundings.out();
        if (account.foreignType().isPresent()) {
            surroundings
                    .err()
                    .println("NOTE: " + account.name() + " does not make the zone " + domain.name()
                            + " here: Cadastre does not speak its TYPE");
            return;
        }
        try {
            Name apex = Name.parse(domain.name());
            if (account.dns(domain) instanceof ZoneCreator creator) {
                out.println("  - " + account.name());
                creator.createZone(apex);
            } else {
                surroundings
                        .err()
                        .println("NOTE: " + account.name() + " cannot make the zone " + domain.name()
                                + ": Gandi makes one when a domain that it holds starts to use LiveDNS");
            }
        } catch (PresentationException | ProviderException e) {
            out.println("Error creating domain: " + e.getMessage());
        }
    }

    private static void say(boolean full, Surroundings surroundings, String line) {
        if (full) {
            surroundings.out().println(line);
        }
    }

    private static Config resolved(Config config, Creds creds, Surroundings surroundings) throws Exit {
        ProviderTypes.Outcome outcome = ProviderTypes.resolve(config, creds);
        outcome.messages().forEach(surroundings.err()::println);
        return switch (outcome) {
            case ProviderTypes.Outcome.Resolved(Config known, List<String> _) -> known;
            case ProviderTypes.Outcome.Failed _ -> throw new Exit(1, "");
        };
    }

    static Creds creds(Options options, Surroundings surroundings) throws Exit {
        return creds(options, surroundings, "");
    }

    /// @param step what stands before the message of a failure
    static Creds creds(Options options, Surroundings surroundings, String step) throws Exit {
        return switch (Creds.load(options.text("creds"), new MachineCreds(surroundings))) {
            case Creds.Outcome.Loaded(Creds creds, List<String> notices) -> {
                notices.forEach(surroundings.out()::println);
                yield creds;
            }
            case Creds.Outcome.Failed failed ->
                throw Exit.because(
                        step + failed.text(),
                        failed.place()
                                .map(place -> place + ": " + failed.advice())
                                .orElse(""));
        };
    }

    /// {@return the time as it stands before dated lines, with a blank}
    static String date(Surroundings surroundings) {
        return DATE.format(surroundings.clock().instant().atZone(ZoneId.systemDefault()));
    }

    static Config validated(Config config, Creds creds, Surroundings surroundings, PrintStream log) throws Exit {
        Validation.Outcome outcome =
                Validation.validate(config, provider -> Capabilities.of(provider, creds), new LiveSpf(surroundings));
        String date = date(surroundings);
        outcome.lines().forEach(line -> log.println(date + line));
        if (outcome.hasErrors()) {
            throw Exit.because(Validation.EXITING, String.join("\n", outcome.advice()));
        }
        return outcome.config();
    }
}
