package cadastre.cli;

import cadastre.emulator.EmulatorOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The flags of `emulator`, and what they say.
final class EmulatorFlags {
    static final List<Flag> ALL = List.of(
            Flag.of("port", Flag.Kind.NUMBER, "8053", "where to listen on 127.0.0.1; 0 picks a free one"),
            Flag.of("limit", Flag.Kind.NUMBER, "0", "answer 429 above N requests in 60 seconds (0: never)"),
            Flag.of("limit-kind", Flag.Kind.TEXT, "sliding", "how they are counted: sliding, fixed or bucket"),
            Flag.of("portfolio", Flag.Kind.TEXT, "", "a file of organizations, credentials and domains"),
            Flag.of("generate", Flag.Kind.TEXT, "", "more domains: domains=500,rrsets=10000,seed=1"),
            Flag.of("state", Flag.Kind.TEXT, "", "a file that keeps every change; it outdoes --portfolio"),
            Flag.of("clock", Flag.Kind.TEXT, "", "what the clock shows at first, as 2027-03-12 or +6d"),
            Flag.of("faults", Flag.Kind.TEXT, "", "a file that says what is to go wrong"),
            Flag.of("tls", Flag.Kind.SWITCH, "false", "answer over TLS too, as api.gandi.net and its other names"),
            Flag.of("tls-port", Flag.Kind.NUMBER, "8443", "where, with --tls; 0 picks a free port"),
            Flag.of("ca", Flag.Kind.TEXT, "cadastre-emulator-ca.pem", "the authority to trust; made if missing"),
            Flag.of("dns-port", Flag.Kind.NUMBER, "-1", "answer over DNS on this port; 0 picks a free one"),
            Flag.of("resolver", Flag.Kind.TEXT, "", "who is asked for names that are not emulated"),
            Flag.of("admin-port", Flag.Kind.NUMBER, "-1", "take admin calls on this port; 0 picks a free one"));

    private static final int DNS = 53;
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:\\[([0-9A-Fa-f:.]+)]|([0-9.]+|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*))(?::(\\d{1,5}))?");

    private EmulatorFlags() {}

    static EmulatorOptions settings(Options options, Surroundings surroundings) throws Exit {
        EmulatorOptions settings = EmulatorOptions.standard().withPort(port(options, "port", 0));
        int limit = options.number("limit");
        if (limit < 0) {
            throw Exit.because("--limit " + limit + " is no limit: 0 (none) or the requests in 60 seconds");
        }
        settings = (limit == 0 ? settings : settings.withLimit(limit)).withLimitKind(limitKind(options));
        settings = withFiles(settings, options, surroundings);
        settings = withTimes(settings, options);
        if (options.on("tls")) {
            settings = settings.withTls(port(options, "tls-port", 0), surroundings.resolve(options.text("ca")));
        }
        int admin = port(options, "admin-port", -1);
        settings = admin < 0 ? settings : settings.withAdmin(admin);
        return withDns(settings, options);
    }

    private static EmulatorOptions withFiles(EmulatorOptions given, Options options, Surroundings surroundings) {
        EmulatorOptions settings = given;
        String portfolio = options.text("portfolio");
        settings = portfolio.isEmpty() ? settings : settings.withPortfolio(surroundings.resolve(portfolio));
        String state = options.text("state");
        settings = state.isEmpty() ? settings : settings.withState(surroundings.resolve(state));
        String faults = options.text("faults");
        return faults.isEmpty() ? settings : settings.withFaults(surroundings.resolve(faults));
    }

    private static EmulatorOptions withTimes(EmulatorOptions given, Options options) throws Exit {
        String flag = "--generate: ";
        try {
            String generate = options.text("generate");
            EmulatorOptions settings = generate.isEmpty() ? given : given.withGenerated(generate);
            flag = "--clock: ";
            String clock = options.text("clock");
            return clock.isEmpty() ? settings : settings.withClockStart(clock);
        } catch (IllegalArgumentException e) {
            throw Exit.because(flag + e.getMessage());
        }
    }

    private static EmulatorOptions.LimitKind limitKind(Options options) throws Exit {
        String word = options.text("limit-kind");
        for (EmulatorOptions.LimitKind kind : EmulatorOptions.LimitKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        throw Exit.because("--limit-kind " + word + " is not known; it is sliding, fixed or bucket");
    }

    /// {@return a port, or -1 for none where that is allowed}
    private static int port(Options options, String flag, int least) throws Exit {
        int port = options.number(flag);
        if (port < least || port > 65535) {
            throw Exit.because("--" + flag + " " + port + " is no port: 0 (a free one) to 65535");
        }
        return port;
    }

    private static EmulatorOptions withDns(EmulatorOptions settings, Options options) throws Exit {
        int port = port(options, "dns-port", -1);
        String resolver = options.text("resolver");
        if (port < 0) {
            if (!resolver.isEmpty()) {
                throw Exit.because("--resolver is for name servers; add --dns-port, for instance --dns-port 0");
            }
            return settings;
        }
        EmulatorOptions with = settings.withDns(port);
        return resolver.isEmpty() ? with : with.withResolver(address(resolver));
    }

    private static InetSocketAddress address(String text) throws Exit {
        Matcher matcher = ADDRESS.matcher(text);
        try {
            if (matcher.matches()) {
                String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                int port = matcher.group(3) == null ? DNS : Integer.parseInt(matcher.group(3));
                return new InetSocketAddress(InetAddress.ofLiteral(host), port);
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw Exit.because("--resolver " + text
                + " is no address; write it as 192.0.2.53, 192.0.2.53:5353, 2001:db8::53 or [2001:db8::53]:5353");
    }
}
