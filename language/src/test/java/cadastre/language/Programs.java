package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.script.Limits;
import cadastre.script.ScriptEngine;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Programs for tests, with files that exist only in memory.
final class Programs implements Sources {
    /// A registrar and a DNS provider, in one line.
    static final String DECLARATIONS = "var REG = NewRegistrar('none'), DNS = NewDnsProvider('dns');\n";

    private final Map<String, String> files = new HashMap<>();
    private final SortedMap<String, String> variables = new TreeMap<>();
    private final List<String> printed = new ArrayList<>();
    private Optional<Fetcher> fetcher = Optional.empty();
    private Limits limits = new Limits(Duration.ofSeconds(30), 512);

    static Programs with(String file, String text) {
        return new Programs().and(file, text);
    }

    Programs and(String file, String text) {
        files.put(file, text);
        return this;
    }

    Programs variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Programs limits(Limits limits) {
        this.limits = limits;
        return this;
    }

    Programs fetching(Fetcher fetcher) {
        this.fetcher = Optional.of(fetcher);
        return this;
    }

    Program.Outcome run(String file) {
        return Program.evaluate(
                file, new Program.Settings(this, variables, printed::add, ScriptEngine.v8(), limits, fetcher));
    }

    List<String> printed() {
        return printed;
    }

    /// {@return what `dnsconfig.js` declares}
    Config config() {
        Program.Outcome outcome = run("dnsconfig.js");
        assertThat(outcome).isInstanceOf(Program.Evaluated.class);
        return ((Program.Evaluated) outcome).config();
    }

    /// {@return what is said of `dnsconfig.js`, which is wrong}
    Program.Failed failure() {
        Program.Outcome outcome = run("dnsconfig.js");
        assertThat(outcome).isInstanceOf(Program.Failed.class);
        return (Program.Failed) outcome;
    }

    /// {@return what `text` declares after a registrar and a DNS provider}
    static Config config(String text) {
        return with("dnsconfig.js", DECLARATIONS + text).config();
    }

    /// {@return the records of the only domain `text` declares}
    static List<RecordConfig> records(String text) {
        return config(text).domains().getFirst().records();
    }

    /// {@return the records that these modifiers make in `example.com`, as `name type ttl target
    /// key=value...`}
    static List<String> made(String modifiers) {
        return records("D('example.com', REG, " + modifiers + ");").stream()
                .map(Programs::line)
                .toList();
    }

    static String line(RecordConfig record) {
        StringBuilder line = new StringBuilder(record.name() + " " + record.type());
        line.append(record.ttl() == 0 ? "" : " ttl=" + record.ttl())
                .append(" '")
                .append(record.target())
                .append('\'');
        record.fields()
                .forEach(
                        (key, value) -> line.append(' ').append(key).append('=').append(value));
        record.meta()
                .forEach(
                        (key, value) -> line.append(' ').append(key).append(':').append(value));
        return line.toString();
    }

    /// {@return what is said when these modifiers are used in `example.com`}
    static String complaint(String modifiers) {
        return with("dnsconfig.js", DECLARATIONS + "D('example.com', REG, " + modifiers + ");")
                .failure()
                .message();
    }

    /// {@return what is said of `text` after a registrar and a DNS provider}
    static String complaintAbout(String text) {
        return with("dnsconfig.js", DECLARATIONS + text).failure().message();
    }

    @Override
    public byte[] read(String path) throws NoSuchFileException {
        String text = files.get(path);
        if (text == null) {
            throw new NoSuchFileException(path);
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean isFolder(String path) {
        return path.equals(".") || files.keySet().stream().anyMatch(file -> file.startsWith(path + "/"));
    }

    @Override
    public List<String> list(String folder) {
        TreeSet<String> names = new TreeSet<>();
        String prefix = folder.equals(".") ? "" : folder + "/";
        for (String file : files.keySet()) {
            if (file.startsWith(prefix)) {
                names.add(file.substring(prefix.length()).split("/", 2)[0]);
            }
        }
        return List.copyOf(names);
    }
}
