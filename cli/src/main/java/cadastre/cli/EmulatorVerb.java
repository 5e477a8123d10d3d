package cadastre.cli;

import cadastre.emulator.Emulator;
import cadastre.emulator.EmulatorOptions;
import cadastre.emulator.PortfolioException;
import java.io.IOException;

/// `emulator`: Gandi's API on this machine, until it is interrupted.
final class EmulatorVerb {
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
        try (Emulator emulator = Emulator.start(settings)) {
            surroundings.out().println("Gandi's API, emulated, listens at " + emulator.address());
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
            throw Exit.because("the emulator cannot listen on port " + port + ": " + e.getMessage()
                    + "; choose another with --port, or --port 0 for a free one");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
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
