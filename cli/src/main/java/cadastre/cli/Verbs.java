package cadastre.cli;

import cadastre.cli.Flag.Kind;
import java.util.ArrayList;
import java.util.List;

/// The table of verbs: one row each, from which reading the command line and help are derived.
final class Verbs {
    private static final Flag CONFIG = Flag.of("config", Kind.TEXT, "dnsconfig.js", "the file to run");
    private static final Flag JS =
            Flag.of("js", Kind.TEXT, "", "another name of --config").unseen();
    private static final Flag IR =
            Flag.of("ir", Kind.TEXT, "", "read the configuration from what print-ir wrote; nothing is run");
    private static final Flag JSON =
            Flag.of("json", Kind.TEXT, "", "another name of --ir").unseen();
    private static final Flag DEV =
            Flag.of("dev", Kind.SWITCH, "false", "has no effect here").unseen();
    private static final Flag VARIABLE =
            Flag.of("variable|v", Kind.LIST, "", "set a variable of the configuration; may be repeated");
    private static final List<Flag> PROGRAM = List.of(CONFIG, JS, VARIABLE, IR, JSON, DEV);
    private static final Flag CREDS = Flag.of("creds", Kind.TEXT, "creds.json", "the credentials: a file, or !command");
    private static final Flag PROVIDERS =
            Flag.of("providers", Kind.TEXT, "", "only these names of creds.json, separated by commas; or all");
    private static final Flag DOMAINS = Flag.of("domains", Kind.TEXT, "", "only these zones, separated by commas");
    private static final Flag RATE = Flag.of(
            "rate",
            Kind.NUMBER,
            "0",
            "at most N requests in any 60 seconds to each service (0: 120, none to loopback)");

    private static final Flag INTERACTIVE = Flag.of("i", Kind.SWITCH, "false", "ask before each change");
    private static final Flag OUT = Flag.of("out", Kind.TEXT, "", "write to this file");

    private static final List<Flag> RUN = List.of(
            Flag.of("expect-no-changes", Kind.SWITCH, "false", "end with 1 if anything would change"),
            Flag.of(
                    "plan",
                    Kind.TEXT,
                    "",
                    "preview writes what it shows to this file; push does that and nothing else"),
            Flag.of("notify", Kind.SWITCH, "false", "tell those that the credentials name under notifications"),
            Flag.of("no-populate", Kind.SWITCH, "false", "do not ask which zones exist"),
            Flag.of("populate-on-preview", Kind.SWITCH, "false", "make zones that are missing, on preview too"),
            Flag.of("bindserial", Kind.NUMBER, "0", "the serial of BIND zones that are written (0: the next)"),
            Flag.of("full", Kind.SWITCH, "false", "say more, and list all records that are kept"),
            Flag.of("cmode", Kind.TEXT, "concurrent", "none looks at one zone after the other; or concurrent, or all"),
            Flag.of("cmax", Kind.NUMBER, "100", "how many zones are looked at side by side"),
            Flag.of("reportmax", Kind.NUMBER, "5", "how many kept records are listed"),
            Flag.of("report", Kind.TEXT, "", "write what was done to this JSON file"),
            Flag.of("skip-foreign", Kind.SWITCH, "false", "what other services hold is skipped and is no failure"));

    /// Flags that every verb knows.
    static final List<Flag> GLOBAL = List.of(
            Flag.of("no-colors", Kind.SWITCH, "false", "no colours, whatever the terminal can"),
            Flag.of("debug", Kind.SWITCH, "false", "say how long each zone takes"),
            Flag.of("allow-fetch", Kind.SWITCH, "false", "let the configuration fetch pages of the web"),
            Flag.of("diff2", Kind.SWITCH, "false", "obsolete").unseen(),
            Flag.of("disableordering", Kind.SWITCH, "false", "changes in the order of names, whatever they point at"));

    /// All verbs, in the order in which help shows them.
    static final List<Verb> ALL = List.of(
            new Verb(
                    List.of("init"),
                    "Main",
                    "ask for a provider and its zones, and write credentials and configuration",
                    "[options]",
                    List.of(CREDS, CONFIG, Flag.of("no-config", Kind.SWITCH, "false", "write credentials only")),
                    LocalVerb.INIT),
            new Verb(
                    List.of("preview"),
                    "Main",
                    "show what would change, and change nothing",
                    "[options]",
                    flags(PROGRAM, List.of(CREDS, PROVIDERS, DOMAINS, RATE), RUN),
                    (options, surroundings) -> ConfigVerbs.preview(options, surroundings, false)),
            new Verb(
                    List.of("push"),
                    "Main",
                    "change what preview shows, and read it back",
                    "[options]",
                    flags(PROGRAM, List.of(CREDS, PROVIDERS, DOMAINS, RATE, INTERACTIVE), RUN),
                    (options, surroundings) -> ConfigVerbs.preview(options, surroundings, true)),
            new Verb(
                    List.of("check"),
                    "Configuration",
                    "say whether the configuration makes sense; asks nobody",
                    "[options]",
                    PROGRAM,
                    ConfigVerbs::check),
            new Verb(
                    List.of("print-ir"),
                    "Configuration",
                    "print the configuration as JSON",
                    "[options]",
                    flags(
                            PROGRAM,
                            List.of(
                                    Flag.of("pretty", Kind.SWITCH, "false", "with line breaks"),
                                    OUT,
                                    Flag.of("raw", Kind.SWITCH, "false", "without validation and normalisation"))),
                    ConfigVerbs::printIr),
            new Verb(
                    List.of("explain"),
                    "Configuration",
                    "say why the records of a name are as they are; asks nobody",
                    "[options] NAME",
                    flags(PROGRAM, List.of(CREDS)),
                    LocalVerb.EXPLAIN),
            new Verb(
                    List.of("fmt"),
                    "Configuration",
                    "lay the configuration out anew",
                    "[options]",
                    List.of(
                            Flag.of("input|i", Kind.TEXT, "dnsconfig.js", "the file to read; \"\" for standard input"),
                            Flag.of(
                                    "output|o",
                                    Kind.TEXT,
                                    "dnsconfig.js",
                                    "the file to write; \"\" for standard output"),
                            Flag.of("verbose|v", Kind.SWITCH, "false", "say so when nothing is to change")),
                    LocalVerb.FMT),
            new Verb(
                    List.of("write-types"),
                    "Configuration",
                    "write what editors need to know of the language",
                    "[options]",
                    List.of(Flag.of("dts-file|o", Kind.TEXT, "types-dnscontrol.d.ts", "the file to write")),
                    LocalVerb.WRITE_TYPES),
            new Verb(
                    List.of("shell-completion"),
                    "Configuration",
                    "print what makes a shell complete words",
                    "[bash | zsh]",
                    List.of(),
                    LocalVerb.SHELL_COMPLETION),
            new Verb(
                    List.of("get-zones", "get-zone"),
                    "Zones",
                    "print zones as they are: as zone files, as a configuration, as a table",
                    "[options] CREDENTIAL ZONE... | all",
                    List.of(
                            CREDS,
                            Flag.of("format", Kind.TEXT, "zone", "zone, js, djs, tsv or nameonly"),
                            OUT,
                            Flag.of(
                                    "ttl",
                                    Kind.NUMBER,
                                    "0",
                                    "the default TTL of the output (0: the most frequent one)"),
                            RATE),
                    ZoneVerbs::getZones),
            new Verb(
                    List.of("check-creds"),
                    "Zones",
                    "say which zones a credential sees",
                    "[options] CREDENTIAL",
                    List.of(
                            CREDS,
                            Flag.of("format", Kind.TEXT, "nameonly", "ignored").unseen(),
                            OUT,
                            Flag.of("ttl", Kind.NUMBER, "0", "ignored").unseen(),
                            RATE),
                    ZoneVerbs::checkCreds),
            new Verb(
                    List.of("create-domains"),
                    "Zones",
                    "deprecated: push makes zones that are missing",
                    "[options]",
                    flags(PROGRAM, List.of(CREDS)),
                    ConfigVerbs::createDomains),
            new Verb(
                    List.of("emulator"),
                    "Rehearsal",
                    "serve Gandi's API on this machine, to rehearse on",
                    "[options]",
                    EmulatorFlags.ALL,
                    EmulatorVerb::run),
            new Verb(
                    List.of("serve"),
                    "Server",
                    "the console, on this machine",
                    "[options]",
                    List.of(),
                    ServerVerb::run),
            new Verb(
                    List.of("demo"),
                    "Rehearsal",
                    "the main job in a minute, without an account",
                    "",
                    List.of(),
                    ServerVerb::run),
            new Verb(List.of("version"), "Configuration", "print the version", "", List.of(), (_, surroundings) -> {
                surroundings.out().println(Version.LINE);
                return 0;
            }));

    /// What every command line knows beside them.
    static final Verb HELP =
            new Verb(List.of("help", "h"), "", "say more about a verb", "[VERB]", List.of(), (_, surroundings) -> {
                surroundings.out().print(Help.root());
                return 0;
            });

    private Verbs() {}

    @SafeVarargs
    private static List<Flag> flags(List<Flag>... lists) {
        List<Flag> all = new ArrayList<>();
        for (List<Flag> list : lists) {
            all.addAll(list);
        }
        return List.copyOf(all);
    }
}
