package cadastre.cli;

import cadastre.dns.Name;
import cadastre.language.Creds;
import cadastre.provider.DnsProvider;
import cadastre.provider.Organization;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import cadastre.provider.ZoneCreator;
import cadastre.selfhosted.ZoneLabel;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// `init`: asks for a DNS provider, a credential and zones, and writes credentials and a configuration that holds these
/// zones as they are (spec dnscontrol.md section 1.9). Nothing is written before the last question is answered.
final class InitVerb {
    private static final List<String> TYPES = List.of("GANDI_V5", "BIND", "NONE");
    private static final List<String> TITLES = List.of("Gandi", "BIND: zone files in a folder", "none yet");

    private final Options options;
    private final Surroundings surroundings;
    private final Dialogue dialogue;

    private InitVerb(Options options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
        this.dialogue = new Dialogue(surroundings);
    }

    static int run(Options options, Surroundings surroundings) throws Exit {
        return new InitVerb(options, surroundings).run();
    }

    /// What was answered about the provider.
    ///
    /// @param type      of it
    /// @param name      of its entry
    /// @param entry     as it is to be written
    /// @param registrar whether it is the registrar too
    /// @param zones     that it holds
    private record Chosen(
            String type, String name, SequencedMap<String, String> entry, boolean registrar, List<String> zones) {}

    private int run() throws Exit {
        String credsFile = options.text("creds");
        String existing = text(credsFile).orElse("");
        Creds creds = existing.isEmpty() ? Creds.of(Map.of()) : ConfigVerbs.creds(options, surroundings);
        String type = TYPES.get(dialogue.choose("Which DNS service provider do you want to configure?", TITLES));
        Optional<Chosen> chosen = type.equals("NONE") ? Optional.empty() : Optional.of(chosen(type, creds));
        String newCreds = chosen.map(one -> Creds.added(existing, one.name(), one.entry()))
                .orElse(existing);
        String config = options.on("no-config") ? "" : config(chosen);
        show(credsFile, existing, chosen, config);
        if (!dialogue.confirm("Write these files?", true)) {
            throw aborted();
        }
        if (chosen.isPresent()) {
            write(surroundings.resolve(credsFile), newCreds, true);
        }
        if (!config.isEmpty()) {
            write(surroundings.resolve(options.text("config")), config, false);
            if (chosen.isPresent() && dialogue.confirm("Run preview now?", true)) {
                return Cadastre.run(
                        List.of("preview", "--creds", credsFile, "--config", options.text("config")), surroundings);
            }
        }
        return 0;
    }

    private static Exit aborted() {
        return Exit.because("init aborted by user");
    }

    private Optional<String> text(String file) throws Exit {
        Path path = surroundings.resolve(file);
        try {
            return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
        } catch (IOException e) {
            throw Exit.because(GoFiles.message("open", file, e));
        }
    }

    private Chosen chosen(String type, Creds creds) throws Exit {
        boolean gandi = type.equals("GANDI_V5");
        boolean registrar =
                gandi && dialogue.confirm("Use the same Gandi v5 account for the registrar role too?", true);
        String name = entryName(type.toLowerCase(Locale.ROOT) + "_primary", creds);
        while (true) {
            SequencedMap<String, String> entry = new LinkedHashMap<>();
            entry.put("TYPE", type);
            if (gandi) {
                credential(entry);
            } else {
                entry.put("directory", dialogue.ask("Folder of the zone files:", "zones"));
            }
            try (Services services = new Services(surroundings, 0, 0)) {
                Service service = services.open(name, type, substituted(entry), Optional.empty());
                organization(service, entry);
                return zones(services, new Chosen(type, name, entry, registrar, List.of()));
            } catch (ProviderException e) {
                dialogue.warn(String.valueOf(e.getMessage()));
                e.advice().ifPresent(dialogue::warn);
                if (!dialogue.confirm("Retry?", true)) {
                    throw aborted();
                }
            }
        }
    }

    private String entryName(String usual, Creds creds) throws Exit {
        while (true) {
            String name = dialogue.ask("Name of the entry in " + options.text("creds") + ":", usual);
            if (name.contains(":") || (creds.entry(name).isPresent() && !name.equals("bind"))) {
                dialogue.say("That name is taken, or holds a colon.");
            } else {
                return name;
            }
        }
    }

    private void credential(Map<String, String> entry) throws Exit {
        int kind = dialogue.choose(
                "How do you want to authenticate?", List.of("Personal access token", "API key (deprecated)"));
        dialogue.say(
                kind == 0
                        ? "Make a token at https://admin.gandi.net (Organization, then Sharing). A name such as"
                                + " $GANDI_TOKEN reads it from the environment."
                        : "A name such as $GANDI_KEY reads the key from the environment.");
        entry.put(kind == 0 ? "token" : "apikey", dialogue.askSecretly(kind == 0 ? "Token:" : "API key:"));
        surroundings.variable("CADASTRE_GANDI_URL").ifPresent(url -> entry.put("apiurl", url));
    }

    /// With several organizations one is chosen, so that only its domains are meant.
    private void organization(Service service, Map<String, String> entry) throws ProviderException, Exit {
        if (!(service instanceof Service.OfGandi(var gandi))) {
            return;
        }
        List<Organization> organizations = gandi.portfolio().organizations();
        if (organizations.size() < 2) {
            return;
        }
        List<String> names = new ArrayList<>(List.of("all that the credential reaches"));
        organizations.forEach(one -> names.add(one.name() + (one.type().isEmpty() ? "" : " (" + one.type() + ")")));
        int chosen = dialogue.choose("Which organization is this about?", names);
        if (chosen > 0) {
            entry.put("sharing_id", organizations.get(chosen - 1).id());
        }
    }

    /// Lists the zones, which shows that the credential is right, and lets some be chosen.
    private Chosen zones(Services services, Chosen chosen) throws ProviderException, Exit {
        if (chosen.type().equals("BIND")) {
            makeFolder(chosen.entry().getOrDefault("directory", "zones"));
        }
        Service service = services.open(chosen.name(), chosen.type(), substituted(chosen.entry()), Optional.empty());
        List<String> zones =
                service.zones().stream().map(Name::withoutDot).sorted().toList();
        List<String> some = List.of();
        if (zones.isEmpty()) {
            dialogue.say("No zones were found.");
        } else if (!options.on("no-config")) {
            some = dialogue.chooseSome("Which zones shall " + options.text("config") + " hold?", zones);
        }
        List<String> drafts = new ArrayList<>();
        JsDraft draft = JsDraft.ofInit("DNS_" + chosen.type(), "REG_" + chosen.type());
        for (String zone : some) {
            drafts.add(draft.zone(export(service, zone), Optional.empty()));
        }
        return new Chosen(chosen.type(), chosen.name(), chosen.entry(), chosen.registrar(), drafts);
    }

    private void makeFolder(String folder) throws Exit {
        try {
            Files.createDirectories(surroundings.resolve(folder));
        } catch (FileAlreadyExistsException _) {
            throw Exit.because(folder + " is no folder");
        } catch (IOException e) {
            throw Exit.because(GoFiles.message("mkdir", folder, e));
        }
    }

    private static ZoneExport export(Service service, String zone) throws ProviderException {
        Name apex = Name.of(zone);
        DnsProvider provider = service.dns(ZoneLabel.of(apex, ""));
        try {
            return new ZoneExport(
                    zone,
                    apex,
                    provider.read(apex).records(),
                    !provider.nameServers(apex).isEmpty());
        } catch (ProviderException e) {
            if (provider instanceof ZoneCreator && e.reason() instanceof Reason.NotFound) {
                return new ZoneExport(zone, apex, List.of(), false);
            }
            throw e;
        }
    }

    private Map<String, String> substituted(Map<String, String> entry) {
        Map<String, String> values = new LinkedHashMap<>();
        entry.forEach((key, value) -> values.put(
                key, value.startsWith("$") ? surroundings.environment().getOrDefault(value.substring(1), "") : value));
        return values;
    }

    private String config(Optional<Chosen> chosen) {
        StringBuilder text = new StringBuilder();
        String type = chosen.map(Chosen::type).orElse("NONE");
        String registrar = chosen.filter(Chosen::registrar).map(Chosen::name).orElse("none");
        text.append("var REG_")
                .append(type)
                .append(" = NewRegistrar(")
                .append(Texts.json(registrar))
                .append(");\n");
        chosen.ifPresent(one -> text.append("var DNS_")
                .append(type)
                .append(" = NewDnsProvider(")
                .append(Texts.json(one.name()))
                .append(");\n"));
        text.append('\n');
        List<String> zones = chosen.map(Chosen::zones).orElse(List.of());
        zones.forEach(text::append);
        if (zones.isEmpty()) {
            String provider = chosen.isPresent() ? "\tDnsProvider(DNS_" + type + "),\n" : "";
            text.append("D(\"example.com\", REG_")
                    .append(type)
                    .append(",\n")
                    .append(provider)
                    .append("\tA(\"@\", \"1.2.3.4\"),\n);\n");
        }
        return text.toString().stripTrailing() + "\n";
    }

    private void show(String credsFile, String existing, Optional<Chosen> chosen, String config) {
        if (chosen.isPresent()) {
            SequencedMap<String, String> shown =
                    new LinkedHashMap<>(chosen.get().entry());
            for (String secret : List.of("token", "apikey")) {
                shown.computeIfPresent(secret, (_, value) -> value.startsWith("$") ? value : "********");
            }
            dialogue.say("\n--- " + credsFile);
            dialogue.say(Creds.added("", chosen.get().name(), shown).strip());
            if (!existing.isEmpty()) {
                dialogue.say("NOTE: " + credsFile + " already exists; new entries are merged in.");
            }
        }
        if (!config.isEmpty()) {
            String file = options.text("config");
            dialogue.say("\n--- " + file);
            dialogue.say(config.strip());
            if (Files.exists(surroundings.resolve(file))) {
                dialogue.say("NOTE: " + file + " already exists and will be replaced.");
            }
        }
        dialogue.say("");
    }

    private static void write(Path file, String text, boolean secret) throws Exit {
        try {
            if (secret && !Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw Exit.because(GoFiles.message("open", String.valueOf(file.getFileName()), e));
        }
    }
}
