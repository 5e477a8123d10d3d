package cadastre.cli;

import cadastre.language.DomainConfig;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// A phase of a run in which each zone is looked at: what is printed around it (spec dnscontrol.md section 1.3).
///
/// Safe for use by several threads.
final class Phase {
    /// Which one.
    enum Kind {
        /// Which zones exist.
        CHECKING("checking for", "checking for zone", "checking for zone", "checking"),
        /// What zones hold.
        GATHERING("gathering records of", "gathering", "Gathering", "gathering");

        private final String all;
        private final String concurrently;
        private final String serially;
        private final String noun;

        Kind(String all, String concurrently, String serially, String noun) {
            this.all = all;
            this.concurrently = concurrently;
            this.serially = serially;
            this.noun = noun;
        }
    }

    private final PrintStream out;
    private final Kind kind;
    private final boolean serial;
    private final boolean full;
    private final boolean debug;
    private final List<DomainConfig> domains;

    /// @param domains in the order of the configuration
    Phase(PrintStream out, Kind kind, Options options, List<DomainConfig> domains) {
        this.out = out;
        this.kind = kind;
        this.serial = options.text("cmode").equals("none");
        this.full = options.on("full");
        this.debug = options.on("debug");
        this.domains = List.copyOf(domains);
    }

    /// Says that it begins.
    void begin() {
        int concurrent = serial ? 0 : domains.size();
        out.println("CONCURRENTLY " + kind.all + " " + concurrent + " zone(s)");
        if (full && !serial) {
            domains.forEach(
                    domain -> out.println("Concurrently " + kind.concurrently + ": \"" + domain.displayName() + "\""));
        }
        out.println("SERIALLY " + kind.all + " " + (domains.size() - concurrent) + " zone(s)");
        if (concurrent > 0) {
            out.print("Waiting for concurrent " + kind.noun + "(s) to complete..." + (debug ? "\n" : ""));
            out.flush();
        }
    }

    /// {@return what `work` gives, said to begin or to have taken its time where that is wanted}
    <T> T look(DomainConfig domain, Supplier<T> work) {
        if (serial) {
            out.println("Serially " + kind.serially + ": \"" + domain.displayName() + "\"");
        }
        long start = System.nanoTime();
        T result = work.get();
        if (debug) {
            double seconds = (System.nanoTime() - start) / 1e9;
            out.println(String.format(Locale.ROOT, "...DONE: \"%s\" (%.1fs)", domain.displayName(), seconds));
        }
        return result;
    }

    /// Says that it is done.
    void end() {
        if (!serial && !domains.isEmpty()) {
            out.println("DONE");
        }
    }
}
