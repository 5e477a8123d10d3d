package cadastre.provider;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// Which hosts are this machine: 127.0.0.0/8, ::1 and `localhost`.
public final class Loopback {
    private Loopback() {}

    /// {@return whether the address leads to this machine, judged by its text alone}
    public static boolean is(URI uri) {
        return uri.getHost() != null && isHost(uri.getHost());
    }

    static boolean isHost(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.equals("localhost")
                || literal(lower).map(InetAddress::isLoopbackAddress).orElse(false);
    }

    /// The address that `host` writes, perhaps in brackets; nothing for a name.
    static Optional<InetAddress> literal(String host) {
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        String bare = bracketed ? host.substring(1, host.length() - 1) : host;
        try {
            return Optional.of(InetAddress.ofLiteral(bare));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a name
        }
    }
}
