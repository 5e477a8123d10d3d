package cadastre.emulator;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/// All that the emulated Gandi holds: organizations, credentials, domains. Organizations and the set of domains do
/// not change while it runs; credentials come, change and go. Thread-safe.
final class Registry {
    /// What each organization has to pay with when the emulator starts, in euros.
    private static final BigDecimal FUNDS = new BigDecimal("250.00");

    private final List<Organization> organizations;
    private final Map<String, Credential> credentials = new ConcurrentHashMap<>();
    private final Map<String, Domain> domains = new TreeMap<>();
    private final Map<String, BigDecimal> spent = new ConcurrentHashMap<>();
    private final Map<String, TsigKey> tsigKeys = new ConcurrentHashMap<>();
    private final AtomicInteger made = new AtomicInteger();

    /// All that it keeps of itself, at one moment.
    ///
    /// @param spent what each organization has paid, by id, in euros
    /// @param made  how many tokens and keys were made
    record Held(
            List<Organization> organizations,
            Collection<Credential> credentials,
            Map<String, BigDecimal> spent,
            Collection<TsigKey> tsigKeys,
            int made) {}

    Registry(List<Organization> organizations, Collection<Credential> credentials, Collection<Domain> domains) {
        this.organizations = List.copyOf(organizations);
        credentials.forEach(credential -> this.credentials.put(credential.secret(), credential));
        domains.forEach(domain -> this.domains.put(domain.fqdn(), domain));
    }

    /// What was kept of it, and the domains.
    static Registry restored(Held held, Collection<Domain> domains) {
        Registry registry = new Registry(held.organizations(), held.credentials(), domains);
        registry.spent.putAll(held.spent());
        held.tsigKeys().forEach(key -> registry.tsigKeys.put(key.id(), key));
        registry.made.set(held.made());
        return registry;
    }

    /// {@return what it keeps of itself; domains say themselves what they hold}
    Held held() {
        return new Held(
                organizations, new TreeMap<>(credentials).values(), new TreeMap<>(spent), tsigKeys(), made.get());
    }

    List<Organization> organizations() {
        return organizations;
    }

    Optional<Credential> credential(String secret) {
        return Optional.ofNullable(credentials.get(secret));
    }

    Collection<Credential> credentials() {
        return List.copyOf(credentials.values());
    }

    /// Makes the successor of a token: the same reach, another secret, which is the same one in each run.
    Credential succeed(Credential old, String name, Instant now, Instant end) {
        while (true) {
            String seed = "token/" + made.incrementAndGet();
            Credential successor = old.succeededBy("pat_" + hex(seed).substring(0, 36), name, now, end);
            if (credentials.putIfAbsent(successor.secret(), successor) == null) {
                return successor;
            }
        }
    }

    /// {@return what an organization has to pay with}
    BigDecimal balance(String organization) {
        return FUNDS.subtract(spent(organization));
    }

    BigDecimal spent(String organization) {
        return spent.getOrDefault(organization, BigDecimal.ZERO);
    }

    /// {@return whether there was enough to pay it}
    synchronized boolean pay(String organization, BigDecimal amount) {
        if (balance(organization).compareTo(amount) < 0) {
            return false;
        }
        spent.merge(organization, amount, BigDecimal::add);
        return true;
    }

    /// Makes a key for transfers, the same ones in each run.
    TsigKey makeTsigKey(Organization owner) {
        String seed = "tsig/" + made.incrementAndGet();
        String id =
                UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
        byte[] secret = HexFormat.of().parseHex(hex(seed) + hex(seed + "/"));
        TsigKey key = new TsigKey(
                id, owner.id(), id + ".gandi.net", Base64.getEncoder().encodeToString(secret));
        tsigKeys.put(id, key);
        return key;
    }

    Optional<TsigKey> tsigKey(String id) {
        return Optional.ofNullable(tsigKeys.get(id));
    }

    /// {@return all keys for transfers, by their ids}
    Collection<TsigKey> tsigKeys() {
        return new TreeMap<>(tsigKeys).values();
    }

    private static String hex(String seed) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Takes a credential away, as the button on Gandi's page does.
    ///
    /// @throws IllegalArgumentException if there is none of that secret; the message does not hold it
    void revoke(String secret) {
        if (credentials.remove(secret) == null) {
            throw unknown();
        }
    }

    /// @throws IllegalArgumentException if there is no token of that secret; the message does not hold it
    void changeToken(String secret, UnaryOperator<Credential> change) {
        Credential changed = credentials.computeIfPresent(
                secret, (_, old) -> old.kind() == Credential.Kind.TOKEN ? change.apply(old) : old);
        if (changed == null || changed.kind() != Credential.Kind.TOKEN) {
            throw unknown();
        }
    }

    private static IllegalArgumentException unknown() {
        return new IllegalArgumentException("there is no such token");
    }

    /// {@return the domain of that name, given in lower case and without a final dot}
    Optional<Domain> domain(String fqdn) {
        return Optional.ofNullable(domains.get(fqdn));
    }

    /// {@return all domains by name}
    Collection<Domain> domains() {
        return domains.values();
    }

    /// Carries out what is due at `now`, in all domains.
    void settle(Instant now) {
        domains.values().forEach(domain -> domain.settle(now));
    }
}
