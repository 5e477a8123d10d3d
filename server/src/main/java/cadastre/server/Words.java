package cadastre.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was typed after `cadastre`.
///
/// @param verb    `serve` or `demo`
/// @param port    where the console listens; 0 is a free one
/// @param data    the folder of all that survives a restart; empty for the usual place
/// @param api     where Gandi's API is, if not at Gandi
/// @param resolver that knows where name servers are; empty for the system's
/// @param fresh   whether to forget what a demonstration kept
/// @param steps   whether a demonstration shows the command line too
/// @param rehearsal whether a demonstration ends after its pages were fetched once: to train the class data cache
/// @param help    whether only the help is wanted
record Words(
        String verb,
        int port,
        Optional<Path> data,
        Optional<String> api,
        Optional<InetSocketAddress> resolver,
        boolean fresh,
        boolean steps,
        boolean rehearsal,
        boolean help) {
    /// Beside the emulator's 8053.
    static final int PORT = 8153;

    static final String HELP = """
            cadastre serve [--port N] [--data FOLDER] [--api-url URL] [--resolver ADDRESS]
               The console, on this machine: http://localhost:8153/ unless --port says otherwise (0: a free port).
               The first start prints a link that makes the owner. What survives a restart is in FOLDER:
               $CADASTRE_DATA, else $XDG_DATA_HOME/cadastre, else ~/.local/share/cadastre.
               --api-url asks something else than Gandi, such as cadastre emulator.
               --resolver ADDRESS[:PORT] finds name servers through it, not through the system's resolver.

            cadastre demo [--port N] [--data FOLDER] [--fresh] [--no-steps]
               The same on an emulated Gandi with a demonstration portfolio, and the command line beside it.
               It goes on where it ended; --fresh starts anew. --no-steps leaves the command line out.
            """;

    private static final List<String> VERBS = List.of("serve", "demo");

    static Words parse(List<String> typed, Path here) throws Complaint {
        Deque<String> words = new ArrayDeque<>(typed);
        String verb = words.isEmpty() ? "" : words.pop();
        if (!VERBS.contains(verb)) {
            throw new Complaint("this part of the program knows serve and demo, not \"" + verb + "\"");
        }
        int port = PORT;
        Optional<Path> data = Optional.empty();
        Optional<String> api = Optional.empty();
        Optional<InetSocketAddress> resolver = Optional.empty();
        boolean fresh = false;
        boolean steps = true;
        boolean rehearsal = false;
        boolean help = false;
        while (!words.isEmpty()) {
            String word = words.pop();
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String flag = equals < 0 ? word : word.substring(0, equals);
            if (equals >= 0) {
                words.push(word.substring(equals + 1));
            }
            switch (flag) {
                case "--port" -> port = port(value(words, flag));
                case "--data" -> data = Optional.of(here.resolve(value(words, flag)));
                case "--api-url" -> api = Optional.of(value(words, flag));
                case "--resolver" -> resolver = Optional.of(address(value(words, flag)));
                case "--fresh" -> fresh = true;
                case "--no-steps" -> steps = false;
                case "--rehearse" -> rehearsal = true;
                case "--help", "-h" -> help = true;
                default ->
                    throw new Complaint("\"" + word + "\" is not known to cadastre " + verb + "; cadastre " + verb
                            + " --help lists what is");
            }
        }
        if (fresh && verb.equals("serve")) {
            throw new Complaint("--fresh is for the demonstration; to start anew, move the data folder away");
        }
        return new Words(verb, port, data, api, resolver, fresh, steps, rehearsal, help);
    }

    private static String value(Deque<String> words, String flag) throws Complaint {
        if (words.isEmpty() || words.peek().isEmpty()) {
            throw new Complaint(flag + " wants a value after it");
        }
        return words.pop();
    }

    private static InetSocketAddress address(String text) throws Complaint {
        int colon = text.startsWith("[")
                ? text.indexOf("]:") + 1
                : text.indexOf(':') == text.lastIndexOf(':') ? text.indexOf(':') : -1;
        String host = (colon > 0 ? text.substring(0, colon) : text).replaceAll("[\\[\\]]", "");
        int port = colon > 0 ? port(text.substring(colon + 1)) : 53;
        try {
            return new InetSocketAddress(InetAddress.ofLiteral(host), port);
        } catch (IllegalArgumentException e) {
            throw new Complaint("--resolver " + text + " is no address, such as 192.0.2.53 or 127.0.0.1:5353", e);
        }
    }

    private static int port(String text) throws Complaint {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535) {
            return Integer.parseInt(text);
        }
        throw new Complaint("--port " + text + " is no port: 0 (a free one) to 65535");
    }

    /// {@return the folder of what survives a restart}
    ///
    /// @param environment the variables of the process
    static Path usualData(Map<String, String> environment) throws Complaint {
        String own = environment.getOrDefault("CADASTRE_DATA", "");
        if (!own.isEmpty()) {
            return Path.of(own);
        }
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        if (!xdg.isEmpty()) {
            return Path.of(xdg, "cadastre");
        }
        String home = environment.getOrDefault("HOME", "");
        if (home.isEmpty()) {
            throw new Complaint("there is no HOME to keep data in; name a folder with --data");
        }
        return Path.of(home, ".local", "share", "cadastre");
    }
}
