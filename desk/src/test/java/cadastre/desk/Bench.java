package cadastre.desk;

import cadastre.dns.Name;
import cadastre.emulator.Emulator;
import cadastre.emulator.EmulatorOptions;
import cadastre.emulator.PortfolioException;
import cadastre.people.Account;
import cadastre.people.AccountId;
import cadastre.people.Door;
import cadastre.people.Membership;
import cadastre.people.PasswordHash;
import cadastre.people.Passwords;
import cadastre.people.Role;
import cadastre.people.SignInName;
import cadastre.people.Workspace;
import cadastre.people.WorkspaceId;
import cadastre.register.Holding;
import cadastre.register.Integration;
import cadastre.rollout.Rollout;
import cadastre.store.Store;
import cadastre.vault.Keys;
import cadastre.vault.Secret;
import cadastre.vault.Vault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/// An office over a database in a folder and an emulated Gandi, with one workspace, for tests. To be closed.
final class Bench implements AutoCloseable {
    static final String TOKEN = "pat_demo_all0000000000000000000000000000";
    static final String TOKEN_TWO = "pat_demo_two0000000000000000000000000000";
    static final String TOKEN_VIEW = "pat_demo_view000000000000000000000000000";
    static final Name EXAMPLE = Name.of("example.tld.");

    private final Path folder;
    private final Vault vault;
    final Emulator emulator;
    final Membership membership;
    final Account account;
    Store store;
    Office office;

    Bench(Path folder) throws IOException, PortfolioException {
        this(folder, options -> options);
    }

    /// @param other what else the emulated Gandi is told
    Bench(Path folder, UnaryOperator<EmulatorOptions> other) throws IOException, PortfolioException {
        this.folder = folder;
        this.vault = new Vault(Keys.generate());
        this.emulator = Emulator.start(
                other.apply(EmulatorOptions.standard().withPort(0).withRegistryDelay(Duration.ofMillis(200))));
        this.store = Store.open(folder.resolve("cadastre.db"));
        SecureRandom chance = new SecureRandom();
        Passwords passwords = new Passwords(new PasswordHash.Cost(64, 1, 1), 1);
        Instant now = Instant.now();
        Workspace workspace = new Workspace(WorkspaceId.fresh(chance), "Bench", now);
        try (Secret password = Secret.of("parcels by the harbour")) {
            this.account =
                    new Account(AccountId.fresh(chance), new SignInName("ada"), passwords.hash(password, chance), now);
        }
        store.accounts().found(workspace, account);
        this.membership =
                store.workspaces().membership(workspace.id(), account.id()).orElseThrow();
        this.office = office();
    }

    private Office office() {
        return new Office(
                store,
                vault,
                new Office.Settings(
                        Map.of(),
                        "Cadastre/test",
                        Map.of("apiurl", emulator.address()),
                        new Lookout(Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9)), 9),
                        InstantSource.system(),
                        new SecureRandom()));
    }

    /// The program ends and starts again.
    void restart() throws IOException {
        office.close();
        store.close();
        store = Store.open(folder.resolve("cadastre.db"));
        office = office();
    }

    Desk desk() {
        return office.desk(new Person(account.id(), "ada", membership, Door.CONSOLE));
    }

    Desk deskOf(Role role) {
        Membership other = new Membership(membership.workspace(), account.id(), role, membership.since());
        return office.desk(new Person(account.id(), "ada", other, Door.CONSOLE));
    }

    /// An integration whose first sync came to its end.
    Integration.Id connected() {
        if (!(desk().add(TOKEN) instanceof Admission.Admitted(Integration.Id id))) {
            throw new AssertionError("the demonstration's token is not taken");
        }
        await(
                "the first sync",
                () -> desk().card(id).orElseThrow().integration().lastSuccess().isPresent());
        return id;
    }

    Holding example() {
        return desk().holding(EXAMPLE, Optional.empty()).orElseThrow();
    }

    Rollout.State ended(long number) {
        await(
                "the end of rollout " + number,
                () -> desk().execution(number).filter(Execution::isOver).isPresent());
        return desk().rollout(number).orElseThrow().state();
    }

    static void await(String what, BooleanSupplier condition) {
        Instant last = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(last)) {
                throw new AssertionError("waited in vain for " + what);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        office.close();
        store.close();
        emulator.close();
    }
}
