package cadastre.server;

import cadastre.desk.Admission;
import cadastre.desk.Desk;
import cadastre.desk.Lookout;
import cadastre.desk.Person;
import cadastre.emulator.Emulator;
import cadastre.emulator.EmulatorOptions;
import cadastre.emulator.PortfolioException;
import cadastre.people.Account;
import cadastre.people.Door;
import cadastre.people.Founding;
import cadastre.people.SignInName;
import cadastre.people.Ticket;
import cadastre.people.Workspace;
import cadastre.register.Card;
import cadastre.vault.Secret;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/// `demo`: the console on an emulated Gandi with a demonstration portfolio, and the command line beside it.
final class Demonstration {
    /// In the folder where the command is typed.
    static final String FOLDER = "cadastre-demo";
    /// What the emulated Gandi holds from one start to the next, beside the console's folder.
    private static final String GANDI = ".gandi.json";

    /// Everybody who can reach this machine's own port may know them.
    static final String NAME = "ada";

    static final String PASSWORD = "parcels by the harbour";
    /// Of the two organizations of the demonstration portfolio (`docs/emulator.md`).
    private static final List<String> TOKENS =
            List.of("pat_demo_all0000000000000000000000000000", "pat_demo_two0000000000000000000000000000");

    private static final int LONGEST_WAIT_SECONDS = 30;
    private static final Duration LATE = Duration.ofSeconds(3);
    /// Where nobody answers: the emulated names must not be asked for in the world.
    private static final int NO_PORT = 9;

    private final PrintStream out;
    private final Server server;

    private Demonstration(PrintStream out, Server server) {
        this.out = out;
        this.server = server;
    }

    static int run(Words words, Path here, Map<String, String> environment, PrintStream out)
            throws Complaint, IOException {
        Path folder = here.resolve(FOLDER);
        Path data = words.data().orElseGet(() -> folder.resolve(".console"));
        Path gandi = beside(data).resolve(GANDI);
        if (words.fresh()) {
            forget(data);
            Files.deleteIfExists(gandi);
        }
        out.println("Cadastre's demonstration. No account is needed: Gandi is emulated on this machine.");
        try (Emulator emulator = emulator(gandi);
                Server server = Server.start(
                        DataFolder.open(data),
                        words.port(),
                        Map.of("apiurl", emulator.address()),
                        lookout(emulator),
                        environment)) {
            new Demonstration(out, server).show(words, folder, emulator.address(), environment);
            return 0;
        } catch (PortfolioException e) {
            throw new Complaint(String.valueOf(e.getMessage()), e);
        }
    }

    /// With name servers, where this machine has the addresses for them. The last group is a little late, as it is
    /// in the world.
    private static Emulator emulator(Path state) throws IOException, PortfolioException {
        EmulatorOptions options = EmulatorOptions.standard().withState(state);
        try {
            Emulator emulator = Emulator.start(options.withDns(0));
            emulator.setPublicationDelay("c", LATE);
            return emulator;
        } catch (IOException e) {
            // Some systems have no 127.0.0.2: the demonstration then has no name servers to ask, and says so.
            return Emulator.start(options);
        }
    }

    private static Lookout lookout(Emulator emulator) {
        OptionalInt port = emulator.dnsPort();
        return port.isEmpty()
                ? new Lookout(Optional.empty(), NO_PORT)
                : new Lookout(
                        Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.getAsInt())),
                        port.getAsInt());
    }

    private static Path beside(Path data) {
        Path folder = data.toAbsolutePath().getParent();
        return folder == null ? data : folder;
    }

    private void show(Words words, Path folder, String api, Map<String, String> environment)
            throws Complaint, IOException {
        boolean first = found();
        out.println();
        out.println("The console:   " + server.address());
        out.println("Sign in as:    " + NAME);
        out.println("Password:      " + PASSWORD);
        out.println();
        if (first) {
            connect();
        } else {
            out.println("It goes on where it ended; --fresh starts anew.");
        }
        out.flush();
        CountDownLatch ended = new CountDownLatch(1);
        if (words.steps()) {
            new CommandLineSteps(out, folder, environment).show(api);
        }
        if (words.rehearsal()) {
            Rehearsal.run(server.address());
            return;
        }
        out.println();
        out.println("The console stays open at " + server.address() + " until Ctrl-C.");
        out.flush();
        Main.awaitEnd(ended);
    }

    /// Makes the owner, if there is none.
    private boolean found() throws Complaint {
        Instant now = Instant.now();
        Optional<Ticket> link = server.founding().link(now);
        if (link.isEmpty()) {
            return false;
        }
        try (Secret password = Secret.of(PASSWORD)) {
            Founding.Outcome outcome = server.founding().found(link.get(), "Brightwater", NAME, password, now);
            if (!(outcome instanceof Founding.Founded)) {
                throw new Complaint("the demonstration's owner was refused: " + outcome);
            }
        }
        return true;
    }

    private void connect() throws Complaint {
        Account account = server.store()
                .accounts()
                .forSignIn(new SignInName(NAME))
                .orElseThrow(() -> new Complaint("the demonstration's owner is gone"));
        Workspace workspace = server.store().workspaces().of(account.id()).getFirst();
        Desk desk = server.office()
                .desk(new Person(
                        account.id(),
                        NAME,
                        server.store()
                                .workspaces()
                                .membership(workspace.id(), account.id())
                                .orElseThrow(),
                        Door.COMMAND_LINE));
        for (String token : TOKENS) {
            if (!(desk.add(token) instanceof Admission.Admitted)) {
                throw new Complaint("the emulated Gandi does not take the demonstration's tokens");
            }
        }
        awaitSync(desk);
        int domains = desk.cards().stream().mapToInt(Card::domains).sum();
        out.println("Two integrations were added by their tokens, as a user would; " + domains
                + " domains and their records are there.");
    }

    private static void awaitSync(Desk desk) {
        Instant last = Instant.now().plusSeconds(LONGEST_WAIT_SECONDS);
        while (Instant.now().isBefore(last)) {
            if (desk.cards().stream()
                    .allMatch(card -> card.integration().lastSuccess().isPresent())) {
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static void forget(Path data) throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        if (!Files.exists(data.resolve("lock"))) {
            throw new IOException(data + " does not look like a folder of the demonstration, so it is left alone");
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
