package cadastre.selfhosted;

import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import cadastre.lookup.AddressBook;
import cadastre.lookup.NameServer;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// Where a name server is, as entries of credentials write it: `ns1.example.com`, `192.0.2.53:5353`,
/// `[2001:db8::53]:53`, `2001:db8::53`.
///
/// @param host a name or an address, without brackets
/// @param port 1 to 65535
record HostAndPort(String host, int port) {
    /// {@return what `text` writes; the port is 53 if there is none}
    ///
    /// @param key of the entry, for the message
    /// @throws ProviderException with [Reason.Misconfigured] if it is neither
    static HostAndPort parse(String key, String text) throws ProviderException {
        String host = text.strip();
        String port = "";
        int bracket = host.indexOf(']');
        int colon = host.lastIndexOf(':');
        boolean bracketed = host.startsWith("[") && bracket > 0;
        if (bracketed ? colon == bracket + 1 : colon >= 0 && host.indexOf(':') == colon) {
            port = host.substring(colon + 1);
            host = host.substring(0, colon);
        }
        if (bracketed) {
            host = host.substring(1, bracket);
        }
        boolean good = port.isEmpty() || (port.matches("\\d{1,5}") && isPort(Integer.parseInt(port)));
        if (host.isEmpty() || !good || !isHost(host)) {
            throw new ProviderException(
                    "AXFRDDNS: " + key + " is a name server, not \"" + text + "\"",
                    new Reason.Misconfigured(key),
                    "Write its name or address, and the port if it is not 53: \"192.0.2.53:5353\".");
        }
        return new HostAndPort(host, port.isEmpty() ? NameServer.PORT : Integer.parseInt(port));
    }

    private static boolean isPort(int number) {
        return number >= 1 && number <= 65535;
    }

    private static boolean isHost(String host) {
        try {
            InetAddress.ofLiteral(host);
            return true;
        } catch (IllegalArgumentException e) {
            return !host.contains(":") && isName(host);
        }
    }

    private static boolean isName(String host) {
        try {
            Name.parse(host);
            return true;
        } catch (PresentationException e) {
            return false;
        }
    }

    /// {@return the server at the first of its addresses}
    ///
    /// @throws ProviderException with [Reason.Unreachable] if it has none, or that cannot be found out
    NameServer find(AddressBook book) throws ProviderException {
        try {
            return new NameServer(Name.ROOT, new InetSocketAddress(InetAddress.ofLiteral(host), port));
        } catch (IllegalArgumentException e) {
            Name name = Name.of(host);
            return switch (book.of(name)) {
                case AddressBook.Addresses.Found(var addresses) ->
                    new NameServer(name, new InetSocketAddress(addresses.getFirst(), port));
                case AddressBook.Addresses.None() -> throw unknown("no such host");
                case AddressBook.Addresses.Unknown(String why) -> throw unknown(why);
            };
        }
    }

    private ProviderException unknown(String why) {
        return new ProviderException(
                "dial tcp: lookup " + host + ": " + why,
                new Reason.Unreachable(),
                "Write the address of the name server in `master`, such as \"192.0.2.53\".");
    }

    /// As users of DNSControl read it.
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
