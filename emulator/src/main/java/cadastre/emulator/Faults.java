package cadastre.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// What is done to requests on purpose, by chance but from a seed: the same requests in the same order suffer the same.
/// Thread-safe.
final class Faults {
    private static final Set<String> MEMBERS = Set.of("seed", "faults");
    private static final Set<String> FAULT = Set.of(
            "kind",
            "method",
            "path",
            "probability",
            "after",
            "times",
            "least_ms",
            "most_ms",
            "spread",
            "status",
            "shape",
            "location");
    private static final int LONGEST_MS = 600_000;
    private static final List<String> SHAPES = List.of("json", "html", "text", "json-retry-after", "html-retry-after");

    private List<Planned> planned = List.of();
    private Random random = new Random(0);

    /// A fault and what has become of it.
    private static final class Planned {
        private final Fault fault;
        private int met;
        private int happened;

        Planned(Fault fault) {
            this.fault = fault;
        }

        /// {@return whether it happens now, to one that it concerns}
        boolean strikes(Random random) {
            met++;
            if (met <= fault.after() || happened >= fault.times() || random.nextDouble() >= fault.probability()) {
                return false;
            }
            happened++;
            return true;
        }
    }

    /// What happens to one request: at most one fault beside a latency.
    ///
    /// @param latency in milliseconds
    record Plan(long latency, Optional<Fault> fault) {
        static final Plan NOTHING = new Plan(0, Optional.empty());

        String words() {
            String waits = latency > 0 ? "latency " + latency + " ms" : "";
            String words = fault.map(one -> one.kind().word()).orElse("");
            return waits.isEmpty() || words.isEmpty() ? waits + words : waits + ", " + words;
        }
    }

    synchronized boolean isNone() {
        return planned.isEmpty();
    }

    /// {@return what happens to a request}
    synchronized Plan plan(Request request) {
        long latency = 0;
        Optional<Fault> fault = Optional.empty();
        for (Planned one : planned) {
            Fault.Kind kind = one.fault.kind();
            boolean wait = kind == Fault.Kind.LATENCY;
            if (kind == Fault.Kind.TLS || !one.fault.concerns(request) || (!wait && fault.isPresent())) {
                continue;
            }
            if (one.strikes(random)) {
                if (wait) {
                    latency += one.fault.latency(random);
                } else {
                    fault = Optional.of(one.fault);
                }
            }
        }
        return latency == 0 && fault.isEmpty() ? Plan.NOTHING : new Plan(latency, fault);
    }

    /// {@return whether the next handshake of TLS fails}
    synchronized boolean breaksHandshake() {
        for (Planned one : planned) {
            if (one.fault.kind() == Fault.Kind.TLS && one.strikes(random)) {
                return true;
            }
        }
        return false;
    }

    /// {@return a number below `bound`, from the seed}
    synchronized int number(int bound) {
        return random.nextInt(bound);
    }

    synchronized void set(Settings settings) {
        planned = settings.faults().stream().map(Planned::new).toList();
        random = new Random(settings.seed());
    }

    /// {@return which faults there are and how often each has happened}
    synchronized List<Fields> state() {
        return planned.stream()
                .map(one -> Fields.of("kind", one.fault.kind().word())
                        .maybe("method", one.fault.method())
                        .maybe("path", one.fault.path())
                        .and("happened", one.happened))
                .toList();
    }

    /// What a file of faults says.
    record Settings(long seed, List<Fault> faults) {
        static final Settings NONE = new Settings(0, List.of());
    }

    /// {@return what the file says}
    ///
    /// @throws PortfolioException if it cannot be read or is wrong
    static Settings read(Path path) throws PortfolioException {
        String file = path.toString();
        try {
            return read(file, JsonReader.readFile(Files.readString(path)));
        } catch (JsonReader.Malformed e) {
            throw new PortfolioException(file, e.place(), "this is not JSON: " + e.getMessage());
        } catch (IOException e) {
            throw new PortfolioException(file, "the file cannot be read: " + e.getMessage());
        }
    }

    /// @param file what to call it in messages
    static Settings read(String file, Json json) throws PortfolioException {
        PortfolioEntry top = PortfolioEntry.of(file, json, "a file of faults", MEMBERS);
        List<Fault> faults = new ArrayList<>();
        for (Json item : top.list("faults")) {
            faults.add(fault(PortfolioEntry.of(file, item, "a fault", FAULT)));
        }
        return new Settings(top.integer("seed", 0, 0, Integer.MAX_VALUE), faults);
    }

    private static Fault fault(PortfolioEntry entry) throws PortfolioException {
        List<String> words =
                List.of(Fault.Kind.values()).stream().map(Fault.Kind::word).toList();
        Fault.Kind kind = Fault.Kind.of(entry.text("kind"))
                .orElseThrow(() -> entry.wrong("kind", "is one of " + String.join(", ", words)));
        boolean redirect = kind == Fault.Kind.REDIRECT;
        int least = entry.integer("least_ms", 0, 0, LONGEST_MS);
        return new Fault(
                kind,
                entry.find("method"),
                entry.find("path"),
                probability(entry),
                entry.integer("after", 0, 0, Integer.MAX_VALUE),
                entry.integer("times", Integer.MAX_VALUE, 1, Integer.MAX_VALUE),
                least,
                entry.integer("most_ms", Math.max(least, 1000), least, LONGEST_MS),
                entry.oneOf("spread", "uniform", List.of("uniform", "exponential"))
                                .equals("uniform")
                        ? Fault.Spread.UNIFORM
                        : Fault.Spread.EXPONENTIAL,
                redirect ? entry.integer("status", 302, 301, 308) : entry.integer("status", 503, 500, 599),
                entry.oneOf("shape", "json", SHAPES),
                entry.text("location", ""));
    }

    private static double probability(PortfolioEntry entry) throws PortfolioException {
        Optional<Json> value = entry.json().find("probability");
        if (value.isEmpty()) {
            return 1;
        }
        double probability =
                value.get() instanceof Json.Numeral number ? number.value().doubleValue() : -1;
        if (!(probability > 0 && probability <= 1)) {
            throw entry.wrong("probability", "is a number above 0 and at most 1");
        }
        return probability;
    }
}
