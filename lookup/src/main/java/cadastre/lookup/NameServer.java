package cadastre.lookup;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// A name server at one of its addresses.
///
/// @param name    what people call it
/// @param address where it listens, over UDP and TCP; an address, not a name that is still to be found
public record NameServer(Name name, InetSocketAddress address) {
    /// Where name servers listen.
    public static final int PORT = 53;

    /// @throws IllegalArgumentException if `address` is a name without an address
    public NameServer {
        requireNonNull(name, "name is null");
        if (address.isUnresolved()) {
            throw new IllegalArgumentException(address + " is not an address");
        }
    }

    /// {@return the server of that name at the usual port of an address}
    public static NameServer at(Name name, InetAddress address) {
        return new NameServer(name, new InetSocketAddress(address, PORT));
    }

    /// {@return address and port, such as `192.0.2.53:53` or `[2001:db8:0:0:0:0:0:53]:53`}
    public String place() {
        String host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    /// {@return its name and place}
    @Override
    public String toString() {
        return name.withoutDot() + " (" + place() + ")";
    }
}
