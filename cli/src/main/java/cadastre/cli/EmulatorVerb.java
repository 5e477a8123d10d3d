package cadastre.cli;

import cadastre.emulator.Emulator;
import cadastre.emulator.EmulatorOptions;
import cadastre.emulator.PortfolioException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `emulator`: Gandi's API on this machine, until it is interrupted.
final class EmulatorVerb {
    private static final int DNS = 53;
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:\\[([0-9A-Fa-f:.]+)]|([0-9.]+|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*))(?::(\\d{1,5}))?");

    private EmulatorVerb() {}

    static int run(Options options, Surroundings surroundings) throws Exit {
        int port = options.number("port");
        int limit = options.number("limit");
        if (port < 0 || port > 65535) {
            throw Exit.because("--port " + port + " is no port: 0 (a free one) to 65535");
        }
        if (limit < 0) {
            throw Exit.because("--limit " + limit + " is no limit: 0 (none) or the requests in any 60 seconds");
        }
        EmulatorOptions settings = EmulatorOptions.standard().withPort(port);
        settings = limit == 0 ? settings : settings.withLimit(limit);
        String portfolio = options.text("portfolio");
        settings = portfolio.isEmpty() ? settings : settings.withPortfolio(surroundings.resolve(portfolio));
        String state = options.text("state");
        settings = state.isEmpty() ? settings : settings.withState(surroundings.resolve(state));
        settings = withDns(settings, options);
        try (Emulator emulator = Emulator.start(settings)) {
            surroundings.out().println("Gandi's API, emulated, listens at " + emulator.address());
            if (emulator.dnsPort().isPresent()) {
                surroundings.out().println("dns 127.0.0.1:" + emulator.dnsPort().getAsInt());
            }
            surroundings
                    .out()
                    .println("Credentials and domains of the demonstration: docs/emulator.md."
                            + (state.isEmpty()
                                    ? " Ctrl-C ends it and forgets every change."
                                    : " Ctrl-C ends it; changes are kept in " + state + "."));
            await(emulator);
            return 0;
        } catch (PortfolioException e) {
            throw Exit.because(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw Exit.because("the emulator cannot start: " + e.getMessage()
                    + "; choose other ports with --port and --dns-port, 0 for a free one");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    private static EmulatorOptions withDns(EmulatorOptions settings, Options options) throws Exit {
        int port = options.number("dns-port");
        String resolver = options.text("resolver");
        if (port < -1 || port > 65535) {
            throw Exit.because("--dns-port " + port + " is no port: 0 (a free one) to 65535");
        }
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

    /// Waits for Ctrl-C, and lets the emulator be closed, which writes its state, before the program is gone.
    private static void await(Emulator emulator) throws InterruptedException {
        Thread hook = new Thread(emulator::close, "emulator-end");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            Thread.currentThread().join();
        } finally {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
