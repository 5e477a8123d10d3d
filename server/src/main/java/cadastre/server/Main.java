package cadastre.server;

import cadastre.desk.Lookout;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// `serve` and `demo`.
public final class Main {
    private Main() {}

    /// Ends when it is interrupted.
    ///
    /// @param typed the verb and its flags
    public static void main(String[] typed) {
        int status = run(List.of(typed), Path.of("").toAbsolutePath(), System.getenv(), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /// {@return the exit status}
    static int run(List<String> typed, Path here, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            Words words = Words.parse(typed, here);
            if (words.help()) {
                out.print(Words.HELP);
                return 0;
            }
            if (words.verb().equals("demo")) {
                return Demonstration.run(words, here, environment, out);
            }
            return serve(words, environment, out);
        } catch (Complaint e) {
            err.println("cadastre: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            err.println("cadastre: " + e);
            return 1;
        }
    }

    private static int serve(Words words, Map<String, String> environment, PrintStream out) throws Complaint {
        Path folder = words.data().isPresent() ? words.data().get() : Words.usualData(environment);
        Map<String, String> defaults =
                words.api().map(url -> Map.of("apiurl", url)).orElse(Map.of());
        CountDownLatch ended = new CountDownLatch(1);
        try (Server server =
                Server.start(DataFolder.open(folder), words.port(), defaults, lookout(words), environment)) {
            out.println("Cadastre listens at " + server.address());
            Optional<String> welcome = server.welcome();
            welcome.ifPresent(link -> {
                out.println("There is no owner yet. Whoever opens this link within an hour becomes it:");
                out.println("  " + link);
            });
            out.println("Data: " + folder.toAbsolutePath().normalize() + ". Ctrl-C ends it; nothing is lost.");
            out.flush();
            awaitEnd(ended);
            return 0;
        }
    }

    private static Lookout lookout(Words words) {
        return new Lookout(words.resolver(), 53);
    }

    /// Waits for Ctrl-C, and lets what is open be closed before the program is gone.
    static void awaitEnd(CountDownLatch ended) {
        Thread main = Thread.currentThread();
        Thread hook = new Thread(() -> {
            ended.countDown();
            try {
                main.join(40_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
