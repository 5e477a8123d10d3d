package cadastre.cli;

import cadastre.emulator.Emulator;
import cadastre.emulator.EmulatorOptions;
import cadastre.emulator.PortfolioException;
import java.io.IOException;

/// `emulator`: Gandi's API on this machine, until it is interrupted.
final class EmulatorVerb {
    private EmulatorVerb() {}

    static int run(Options options, Surroundings surroundings) throws Exit {
        EmulatorOptions settings = EmulatorFlags.settings(options, surroundings);
        try (Emulator emulator = Emulator.start(settings)) {
            surroundings.out().println("Gandi's API, emulated, listens at " + emulator.address());
            emulator.tlsPort()
                    .ifPresent(port ->
                            surroundings.out().println("https://127.0.0.1:" + port + " (" + options.text("ca") + ")"));
            emulator.dnsPort().ifPresent(port -> surroundings.out().println("dns 127.0.0.1:" + port));
            emulator.adminPort().ifPresent(port -> surroundings.out().println("admin http://127.0.0.1:" + port));
            surroundings
                    .out()
                    .println("Credentials and domains of the demonstration: docs/emulator.md."
                            + (options.text("state").isEmpty()
                                    ? " Ctrl-C ends it and forgets every change."
                                    : " Ctrl-C ends it; changes are kept in " + options.text("state") + "."));
            await(emulator);
            return 0;
        } catch (PortfolioException e) {
            throw Exit.because(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw Exit.because("the emulator cannot start: " + e.getMessage()
                    + "; other ports are chosen with --port, --tls-port, --dns-port and --admin-port,"
                    + " 0 for a free one");
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
