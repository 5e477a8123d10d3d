package cadastre.emulator;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A running emulation of Gandi's API on 127.0.0.1, its state in memory and, if that is asked for, in a file.
/// Thread-safe.
///
/// The API is at [#address] + `/v5`, the introspection of tokens (at Gandi on a host of its own) at [#address] +
/// `/tokeninfo`.
public final class Emulator implements AutoCloseable {
    private final Registry registry;
    private final EmulatorOptions options;
    private final HttpServer server;
    private final RequestLog log;
    private final RegistryDelay registryDelay;
    private final Optional<StateFile> state;
    private final Optional<DnsServers> dns;

    private Emulator(
            Registry registry,
            EmulatorOptions options,
            HttpServer server,
            RequestLog log,
            RegistryDelay registryDelay,
            Optional<StateFile> state,
            Optional<DnsServers> dns) {
        this.registry = registry;
        this.options = options;
        this.server = server;
        this.log = log;
        this.registryDelay = registryDelay;
        this.state = state;
        this.dns = dns;
    }

    /// {@return an emulator that answers already}
    ///
    /// @throws IOException if the port is taken or not allowed, or the state file cannot be written
    /// @throws PortfolioException if the portfolio or state file cannot be read or is wrong
    public static Emulator start(EmulatorOptions options) throws IOException, PortfolioException {
        Optional<Registry> kept = StateFile.load(options);
        return start(options, kept.isPresent() ? kept.get() : Portfolio.load(options));
    }

    static Emulator start(EmulatorOptions options, Registry registry) throws IOException {
        RegistryDelay registryDelay = new RegistryDelay(options.registryDelay());
        RequestLog log = new RequestLog();
        Optional<StateFile> state = options.state().isPresent()
                ? Optional.of(StateFile.keep(options.state().get(), registry))
                : Optional.empty();
        Gateway gateway = new Gateway(routes(registry, options, registryDelay), registry, options, log, state);
        Optional<DnsServers> dns = Optional.empty();
        try {
            if (options.dnsPort().isPresent()) {
                dns = Optional.of(DnsServers.start(options.dnsPort().getAsInt(), registry, options));
            }
            HttpServer server =
                    HttpServer.start(options.port(), options.idleTimeout(), gateway::answer, gateway::refuse);
            return new Emulator(registry, options, server, log, registryDelay, state, dns);
        } catch (IOException e) {
            dns.ifPresent(DnsServers::close);
            state.ifPresent(StateFile::close);
            throw e;
        }
    }

    private static Router routes(Registry registry, EmulatorOptions options, RegistryDelay registryDelay) {
        Access access = new Access(registry);
        Router router = new Router();
        new DomainCalls(access, options.guesses(), registryDelay).addTo(router);
        new DomainSettingCalls(access, options.guesses(), registryDelay).addTo(router);
        new DnssecCalls(access, options.guesses(), registryDelay).addTo(router);
        new HostCalls(access, options.guesses(), registryDelay).addTo(router);
        new RedirectionCalls(access, options.guesses()).addTo(router);
        new RenewalCalls(access, registry, registryDelay).addTo(router);
        new ForwardCalls(access, options.guesses()).addTo(router);
        new TransferCalls(access, registry).addTo(router);
        if (options.guesses().tokensRenewable()) {
            new TokenCalls(registry).addTo(router);
        }
        new LiveDnsCalls(access, options.guesses()).addTo(router);
        new SnapshotCalls(access, options.guesses()).addTo(router);
        new RecordCalls(access, options.guesses()).addTo(router);
        new OrganizationCalls().addTo(router);
        new TokenInfoCalls(registry).addTo(router);
        return router;
    }

    /// {@return the port on which it listens}
    public int port() {
        return server.port();
    }

    /// {@return `http://127.0.0.1:PORT`}
    public String address() {
        return "http://127.0.0.1:" + port();
    }

    /// {@return the port of the name servers, if there are any: over UDP and TCP, LiveDNS's of the groups a, b and c
    /// at 127.0.0.2, .3 and .4, a resolver for everything at 127.0.0.1}
    public OptionalInt dnsPort() {
        return dns.isPresent() ? OptionalInt.of(dns.get().port()) : OptionalInt.empty();
    }

    /// Sets how much later than it happened a change shows at the name servers of a group.
    ///
    /// @param group `a`, `b` or `c`
    /// @param delay not negative, at most an hour
    /// @throws IllegalStateException if there are no name servers
    public void setPublicationDelay(String group, Duration delay) {
        if (delay.isNegative() || delay.compareTo(LiveZone.VERSIONS_KEPT) > 0) {
            throw new IllegalArgumentException("a publication delay is from nothing to an hour, not " + delay);
        }
        dns.orElseThrow(() -> new IllegalStateException("the emulator has no name servers"))
                .setDelay(group, delay);
    }

    /// {@return the requests that were answered since the start or the last [#forgetRequests], oldest first; at
    /// most the last 100,000}
    public List<Exchange> requests() {
        return log.all();
    }

    /// Makes [#requests] empty.
    public void forgetRequests() {
        log.clear();
    }

    /// Sets how long changes of name servers that come from now on stay pending.
    public void setRegistryDelay(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("the delay is negative");
        }
        registryDelay.set(delay);
    }

    /// {@return the RRsets of a zone in the order in which they are listed}
    ///
    /// @param fqdn the domain, in lower case and without a final dot
    /// @throws IllegalArgumentException if the domain is not in the portfolio or LiveDNS does not serve it
    public List<StoredRrset> rrsets(String fqdn) {
        return zoneState(fqdn).rrsets();
    }

    LiveZone.State zoneState(String fqdn) {
        return domain(fqdn)
                .zone(options.clock().instant())
                .orElseThrow(() -> new IllegalArgumentException(fqdn + " is not served by LiveDNS"))
                .state();
    }

    /// {@return the name servers of a domain that the registry shows now}
    ///
    /// @param fqdn the domain, in lower case and without a final dot
    /// @throws IllegalArgumentException if the domain is not in the portfolio
    public List<String> nameServers(String fqdn) {
        return domain(fqdn).nameServers(options.clock().instant());
    }

    /// Lets a token end at another time. From then on it is refused as one that was never known: with 403, and
    /// with 401 where it asks about itself.
    ///
    /// @throws IllegalArgumentException if there is no token of that secret
    public void setTokenExpiry(String secret, Instant end) {
        change(() -> registry.changeToken(secret, token -> token.expiringAt(end)));
    }

    /// Gives a token other permissions.
    ///
    /// @param scopes as Gandi names them: `domain:view`, `domain:renew`, `domain:tech`
    /// @throws IllegalArgumentException if there is no token of that secret
    public void setTokenPermissions(String secret, List<String> scopes) {
        change(() -> registry.changeToken(secret, token -> token.permitted(scopes)));
    }

    /// Restricts a token to some domains.
    ///
    /// @param fqdns in lower case, as A-labels, without final dots; none lifts the restriction
    /// @throws IllegalArgumentException if there is no token of that secret, or a domain is not in the portfolio
    public void setTokenReach(String secret, Set<String> fqdns) {
        fqdns.forEach(this::domain);
        change(() -> registry.changeToken(secret, token -> token.restrictedTo(fqdns)));
    }

    /// Takes a token or a key away.
    ///
    /// @throws IllegalArgumentException if there is none of that secret
    public void revoke(String secret) {
        change(() -> registry.revoke(secret));
    }

    private void change(Runnable change) {
        if (state.isEmpty()) {
            change.run();
            return;
        }
        state.get().changing(() -> {
            change.run();
            return true;
        });
    }

    private Domain domain(String fqdn) {
        return registry.domain(fqdn).orElseThrow(() -> new IllegalArgumentException(fqdn + " is not in the portfolio"));
    }

    /// Ends all connections and frees the port; the state file then holds everything.
    ///
    /// @throws java.io.UncheckedIOException if the state cannot be written
    @Override
    public void close() {
        server.close();
        dns.ifPresent(DnsServers::close);
        state.ifPresent(StateFile::close);
    }
}
