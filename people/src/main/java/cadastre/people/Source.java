package cadastre.people;

import static java.util.Objects.requireNonNull;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/// From where somebody tries to sign in: what bears the consequences of a failure.
public sealed interface Source {
    /// A network that nothing else is known of.
    ///
    /// @param network an IPv4 address, or the first 64 bits of an IPv6 address, as 8 or 16 hexadecimal digits
    record Address(String network) implements Source {
        /// Not null.
        public Address {
            requireNonNull(network, "network is null");
        }
    }

    /// A browser in which the same name signed in before. Wherever it is, and whoever else is there, it has
    /// failures of its own only.
    ///
    /// @param name   who signed in
    /// @param device the digest of the ticket that the browser got then
    record Device(SignInName name, Digest device) implements Source {
        /// None may be null.
        public Device {
            requireNonNull(name, "name is null");
            requireNonNull(device, "device is null");
        }
    }

    /// {@return the network that `address` is in}
    static Source of(InetAddress address) {
        int octets = address instanceof Inet6Address ? 8 : 4;
        return new Address(HexFormat.of().formatHex(address.getAddress(), 0, octets));
    }
}
