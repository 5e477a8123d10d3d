package cadastre.lookup;

import static java.util.Objects.requireNonNull;

import javax.net.ssl.SSLContext;

/// What messages to a name server travel by.
public sealed interface Carrier {
    /// Datagrams: what is too large for one is not sent.
    record Udp() implements Carrier {}

    /// A stream.
    record Tcp() implements Carrier {}

    /// A stream that nobody on the way can read, to a server that proves to be `host`.
    ///
    /// @rfc 9103
    /// @param context what decides whom to trust
    /// @param host    the name or address that the server's certificate has to be for
    record Tls(SSLContext context, String host) implements Carrier {
        /// Neither may be null.
        public Tls {
            requireNonNull(context, "context is null");
            requireNonNull(host, "host is null");
        }
    }
}
