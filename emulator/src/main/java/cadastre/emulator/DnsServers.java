package cadastre.emulator;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The emulated name servers: LiveDNS's of the groups a, b and c, and a resolver for everything. Thread-safe.
final class DnsServers implements AutoCloseable {
    private final Map<DnsSockets.Role, Duration> delays;
    private final DnsSockets sockets;

    private DnsServers(Map<DnsSockets.Role, Duration> delays, DnsSockets sockets) {
        this.delays = delays;
        this.sockets = sockets;
    }

    /// {@return servers that answer already}
    ///
    /// @param port 0 for a free one
    /// @throws IOException if it is taken or not allowed
    static DnsServers start(int port, Registry registry, EmulatorOptions options) throws IOException {
        ServedZones zones = new ServedZones(registry, options.clock());
        Recursion recursion = new Recursion(zones, options.resolver());
        Map<DnsSockets.Role, Duration> delays = new ConcurrentHashMap<>();
        Map<DnsSockets.Role, DnsAnswerer> answerers = new EnumMap<>(DnsSockets.Role.class);
        answerers.put(DnsSockets.Role.RESOLVER, new DnsAnswerer(zones, options.clock(), Optional.empty(), recursion));
        for (DnsSockets.Role role : List.of(DnsSockets.Role.A, DnsSockets.Role.B, DnsSockets.Role.C)) {
            Authority authority = new Authority(zones, recursion, () -> delays.getOrDefault(role, Duration.ZERO));
            answerers.put(role, new DnsAnswerer(zones, options.clock(), Optional.of(authority), recursion));
        }
        return new DnsServers(delays, DnsSockets.start(port, answerers));
    }

    int port() {
        return sockets.port();
    }

    /// @param group `a`, `b` or `c`
    void setDelay(String group, Duration delay) {
        delays.put(DnsSockets.Role.ofGroup(group), delay);
    }

    @Override
    public void close() {
        sockets.close();
    }
}
