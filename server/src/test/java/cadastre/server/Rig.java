package cadastre.server;

import cadastre.desk.Admission;
import cadastre.desk.Desk;
import cadastre.desk.Person;
import cadastre.emulator.Emulator;
import cadastre.emulator.EmulatorOptions;
import cadastre.people.Account;
import cadastre.people.AccountId;
import cadastre.people.Door;
import cadastre.people.Membership;
import cadastre.people.PasswordHash;
import cadastre.people.Role;
import cadastre.people.SignInName;
import cadastre.people.WorkspaceId;
import cadastre.register.Integration;
import cadastre.register.PassState;
import cadastre.register.Passes;
import cadastre.register.Scope;
import cadastre.vault.Secret;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// All that the tests of this module share: an emulated Gandi with many estates, a wire to it that can be harmed, a
/// server, and a browser. Each test takes a seat and an estate of its own.
final class Rig implements AutoCloseable {
    /// Longer than anything takes on a busy machine.
    static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("patience", 30));

    private static final int ESTATES = 90;

    /// Tokens that may everything in the last estate, and that nothing else contains.
    static final List<String> SECRETS = List.of("q7Xw9ZkT3mVb8RyL5nPd2HsJ6cGf4aEu", "Kd4Rv8YtM2xQ7bWz5LgN9hPc3JsF6uTe");

    private static final String CHROMIUM = "/usr/bin/chromium";
    private static final Path NODE = Path.of("/usr/bin/node");

    private final Path folder;
    private final Emulator emulator;
    private final Wire wire;
    private final House house;
    private final Playwright playwright;
    private final Browser browser;
    private final AtomicInteger estates = new AtomicInteger();

    private Rig(Path folder, Emulator emulator, Wire wire, House house, Playwright playwright, Browser browser) {
        this.folder = folder;
        this.emulator = emulator;
        this.wire = wire;
        this.house = house;
        this.playwright = playwright;
        this.browser = browser;
    }

    static Rig open() throws Exception {
        Path folder = Files.createTempDirectory("cadastre-rig");
        Path portfolio = Files.writeString(folder.resolve("portfolio.json"), Estate.portfolio(ESTATES, SECRETS));
        Emulator emulator = Emulator.start(
                EmulatorOptions.standard().withPortfolio(portfolio).withRegistryDelay(Duration.ofSeconds(3)));
        Wire wire = new Wire(emulator.address());
        House house = House.open(folder.resolve("data"), wire.address());
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment()));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(CHROMIUM))
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
        PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
        return new Rig(folder, emulator, wire, house, playwright, browser);
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        if (Files.isExecutable(NODE)) {
            environment.put("PLAYWRIGHT_NODEJS_PATH", NODE.toString());
        }
        return environment;
    }

    Emulator emulator() {
        return emulator;
    }

    Wire wire() {
        return wire;
    }

    House house() {
        return house;
    }

    Browser browser() {
        return browser;
    }

    /// {@return an estate that no test has}
    Estate estate() {
        int number = estates.getAndIncrement();
        if (number >= ESTATES - 1) {
            throw new IllegalStateException("there are only " + ESTATES + " estates");
        }
        return new Estate(number);
    }

    /// {@return the estate of [#SECRETS]}
    static Estate secretEstate() {
        return new Estate(ESTATES - 1);
    }

    /// {@return somebody with a workspace and an estate of their own}
    Seat seat() throws SQLException {
        return seat(house, estate());
    }

    /// {@return the same in another house}
    static Seat seat(House house, Estate estate) throws SQLException {
        Server server = house.server();
        Instant now = Instant.now();
        WorkspaceId workspace = WorkspaceId.fresh(server.chance());
        SignInName name = new SignInName("owner-" + estate.number());
        PasswordHash hash;
        try (Secret password = Secret.of(Seat.PASSWORD)) {
            hash = server.passwords().hash(password, server.chance());
        }
        Account account = new Account(AccountId.fresh(server.chance()), name, hash, now);
        addWorkspace(house, workspace, "Workspace " + estate.number(), now);
        server.store().accounts().add(account, new Membership(workspace, account.id(), Role.OWNER, now));
        return new Seat(name.text(), workspace, account.id(), estate);
    }

    /// The program makes one workspace only, so far.
    private static void addWorkspace(House house, WorkspaceId workspace, String name, Instant now) throws SQLException {
        Path database = house.folder().resolve("cadastre.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database + "?busy_timeout=30000");
                PreparedStatement insert =
                        connection.prepareStatement("insert into workspaces (id, name, created_at) values (?, ?, ?)")) {
            insert.setString(1, workspace.toString());
            insert.setString(2, name);
            insert.setLong(3, now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000);
            insert.executeUpdate();
        }
    }

    /// {@return what that person may ask, not through a page}
    Desk desk(Seat seat) {
        return desk(house, seat);
    }

    static Desk desk(House house, Seat seat) {
        Membership membership = house.server()
                .store()
                .workspaces()
                .membership(seat.workspace(), seat.account())
                .orElseThrow();
        return house.server().office().desk(new Person(seat.account(), seat.name(), membership, Door.COMMAND_LINE));
    }

    /// {@return a page of the browser, not signed in}
    Screen screen(boolean script) {
        return new Screen(browser, house.address(), script);
    }

    /// {@return a page of the browser in which that person signed in}
    Screen screen(Seat seat, boolean script) {
        Screen screen = screen(script);
        screen.signIn(seat.name(), Seat.PASSWORD);
        return screen;
    }

    /// {@return a page of the browser in which that person signed in, their estate's domains seen already}
    Screen settled(Seat seat, boolean script) {
        connect(seat, Estate.Token.FULL);
        return screen(seat, script);
    }

    /// Adds an integration and waits until all is seen, the registrations' own pages too.
    void connect(Seat seat, Estate.Token token) {
        Desk desk = desk(seat);
        Admission admission = desk.add(seat.estate().token(token));
        if (!(admission instanceof Admission.Admitted(Integration.Id id))) {
            throw new AssertionError(token + " is not taken: " + admission);
        }
        Passes passes = house.server().store().compartment(seat.workspace()).passes();
        await(
                "the first sync of " + seat.name(),
                () -> passes.latest(id, new Scope.Details())
                        .filter(PassState::isFinished)
                        .isPresent());
    }

    /// Waits until something is so.
    static void await(String what, BooleanSupplier so) {
        Instant last = Instant.now().plus(PATIENCE);
        while (!so.getAsBoolean()) {
            if (Instant.now().isAfter(last)) {
                throw new AssertionError("it never came to this: " + what);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting for " + what, e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        browser.close();
        playwright.close();
        house.close();
        wire.close();
        emulator.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
