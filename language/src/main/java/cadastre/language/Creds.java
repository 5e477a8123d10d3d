package cadastre.language;

import static java.util.Objects.requireNonNull;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The credentials of `creds.json`: entries by name, each a set of named values.
///
/// The values are secrets: nothing here ever prints one.
public final class Creds {
    private final SequencedMap<String, Entry> entries;

    private Creds(SequencedMap<String, Entry> entries) {
        this.entries = entries;
    }

    /// One entry. Its text names the fields and hides their values.
    ///
    /// @param fields name to value; names keep their case
    public record Entry(SortedMap<String, String> fields) {
        public Entry {
            fields = Collections.unmodifiableSortedMap(new TreeMap<>(requireNonNull(fields, "fields is null")));
        }

        /// {@return the value under `key`, or nothing if there is none}
        public Optional<String> value(String key) {
            return Optional.ofNullable(fields.get(key));
        }

        /// {@return the provider's type, such as `GANDI_V5`; empty if there is none}
        public String type() {
            return fields.getOrDefault("TYPE", "");
        }

        /// {@return the names of the fields, never their values}
        @Override
        public String toString() {
            return "Entry" + fields.keySet();
        }
    }

    /// What became of reading credentials.
    public sealed interface Outcome {
        /// They were read.
        ///
        /// @param creds the credentials
        /// @param notices lines for standard output, possibly none
        record Loaded(Creds creds, List<String> notices) implements Outcome {
            public Loaded {
                notices = List.copyOf(notices);
            }
        }

        /// They could not be read.
        ///
        /// @param text the one line that users of DNSControl know
        /// @param place where in the file, if it is a matter of its text
        /// @param advice what to do about it, one sentence
        record Failed(String text, Optional<SourcePosition> place, String advice) implements Outcome {}
    }

    /// {@return credentials of these entries, and the two that always exist}
    public static Creds of(Map<String, Map<String, String>> entries) {
        SequencedMap<String, Entry> all = new LinkedHashMap<>();
        entries.forEach((name, fields) -> all.put(name, new Entry(new TreeMap<>(fields))));
        all.putIfAbsent("none", new Entry(new TreeMap<>(Map.of("TYPE", "NONE"))));
        all.putIfAbsent("bind", new Entry(new TreeMap<>(Map.of("TYPE", "BIND"))));
        return new Creds(all);
    }

    /// Reads credentials from a file, or from what a program prints.
    ///
    /// @param name a file, an executable file, or `!` and a command
    public static Outcome load(String name, CredsSource source) {
        requireNonNull(name, "name is null");
        if (name.startsWith("!")) {
            return command(name, source);
        }
        if (!name.isEmpty() && !name.endsWith(".json") && source.isExecutable(name)) {
            return execute(name, List.of(local(name, source)), source);
        }
        CredsSource.FileContent content = name.isEmpty() ? new CredsSource.FileContent.Missing() : source.read(name);
        return switch (content) {
            case CredsSource.FileContent.Missing() ->
                new Outcome.Loaded(
                        of(Map.of()),
                        List.of("INFO: Config file " + GoText.quote(name) + " does not exist. Skipping."));
            case CredsSource.FileContent.Unreadable(String reason) ->
                new Outcome.Failed(
                        "failed reading provider credentials file " + name + ": " + reason,
                        Optional.empty(),
                        "Make " + name + " a file that you may read, or name another one with --creds.");
            case CredsSource.FileContent.Present present -> {
                byte[] utf8 = normalised(present.octets());
                yield CredsJson.isBlank(utf8) ? new Outcome.Loaded(of(Map.of()), List.of()) : parse(name, utf8, source);
            }
        };
    }

    private static Outcome command(String name, CredsSource source) {
        List<String> words;
        try {
            words = ShellWords.split(name.substring(1));
        } catch (ShellWords.Unterminated e) {
            return new Outcome.Failed(
                    String.valueOf(e.getMessage()), Optional.empty(), "Close the quotes of the command after \"!\".");
        }
        if (words.isEmpty()) {
            return new Outcome.Failed(
                    "no command after \"!\" in the name of the credentials file",
                    Optional.empty(),
                    "Write the command that prints the credentials, such as --creds '!pass show dns'.");
        }
        List<String> called = new ArrayList<>(words);
        called.set(0, local(words.getFirst(), source));
        return execute(name, called, source);
    }

    // A file here is meant, not a program of the same name in PATH.
    private static String local(String program, CredsSource source) {
        boolean named = program.startsWith("/") || program.startsWith("./") || program.startsWith("../");
        return !named && source.exists(program) ? "./" + program : program;
    }

    private static Outcome execute(String name, List<String> words, CredsSource source) {
        String program = words.getFirst();
        return switch (source.run(words)) {
            case CredsSource.Execution.NotFound() ->
                new Outcome.Failed(
                        program.contains("/")
                                ? "fork/exec " + program + ": no such file or directory"
                                : "exec: " + GoText.quote(program) + ": executable file not found in $PATH",
                        Optional.empty(),
                        "Install it, or write its full path after \"!\".");
            case CredsSource.Execution.Refused(String reason) ->
                new Outcome.Failed(
                        "fork/exec " + program + ": " + reason,
                        Optional.empty(),
                        "Name an executable file, or one that ends in .json if it is to be read.");
            case CredsSource.Execution.Ended ended when ended.status() == 0 -> parse(name, ended.output(), source);
            case CredsSource.Execution.Ended ended ->
                new Outcome.Failed(
                        "exit status " + ended.status(),
                        Optional.empty(),
                        "Run " + program + " by hand to see what it says; it must print the credentials as JSON.");
        };
    }

    private static Outcome parse(String name, byte[] utf8, CredsSource source) {
        Map<String, Map<String, String>> entries;
        try {
            entries = CredsJson.read(utf8);
        } catch (CredsJson.Wrong e) {
            return new Outcome.Failed(
                    "failed parsing provider credentials file " + name + ": " + e.getMessage(),
                    Optional.of(new SourcePosition(name, e.line(), e.column())),
                    "Write { \"entry\": { \"TYPE\": \"GANDI_V5\", \"token\": \"$GANDI_TOKEN\" } }: "
                            + "an object of entries, each an object of strings in double quotes.");
        }
        for (Map<String, String> fields : entries.values()) {
            fields.replaceAll((key, value) -> substituted(value, source));
        }
        return new Outcome.Loaded(of(entries), List.of());
    }

    /// {@return the text of a credentials file with an entry more; what is in it stays as it is written, with its
    /// comments and the names of its variables}
    ///
    /// @param text  of a file that [#load] reads; empty for a new one
    /// @param name  of no entry that is in it
    /// @param entry its keys and values, in their order
    public static String added(String text, String name, SequencedMap<String, String> entry) {
        StringBuilder fields = new StringBuilder("{");
        entry.forEach((key, value) -> {
            fields.append(fields.length() == 1 ? " " : ", ");
            JsonOutput.quote(key, fields);
            fields.append(": ");
            JsonOutput.quote(value, fields);
        });
        byte[] octets = (text.isBlank() ? "{}\n" : text).getBytes(StandardCharsets.UTF_8);
        return new String(CredsJson.added(octets, name, fields.append(" }").toString()), StandardCharsets.UTF_8);
    }

    private static String substituted(String value, CredsSource source) {
        return value.startsWith("$") ? source.variable(value.substring(1)).orElse("") : value;
    }

    private static byte[] normalised(byte[] octets) {
        if (startsWith(octets, 0xef, 0xbb, 0xbf)) {
            return Arrays.copyOfRange(octets, 3, octets.length);
        }
        if (startsWith(octets, 0xff, 0xfe)) {
            return recoded(octets, StandardCharsets.UTF_16LE);
        }
        return startsWith(octets, 0xfe, 0xff) ? recoded(octets, StandardCharsets.UTF_16BE) : octets;
    }

    private static byte[] recoded(byte[] octets, Charset charset) {
        return new String(octets, 2, octets.length - 2, charset).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean startsWith(byte[] octets, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (i >= octets.length || (octets[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /// {@return the entry of that name}
    public Optional<Entry> entry(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /// {@return the names of all entries, in the order of the file}
    public Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /// {@return the names of the entries, never their values}
    @Override
    public String toString() {
        return "Creds" + entries.keySet();
    }
}
