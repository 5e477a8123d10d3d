package cadastre.provider;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// The hosts of a `NO_PROXY`, which are reached without a proxy.
///
/// A list separated by commas of: `*` for all; an address, perhaps with a port; a range of addresses
/// (`192.0.2.0/24`); a domain, perhaps with a port, that stands for itself and all below it, or with a dot (or
/// `*.`) in front for those below it alone. What is none of these matches nothing.
///
/// @param all   whether every host is one
/// @param rules the others
record Bypass(boolean all, List<Rule> rules) {
    Bypass {
        rules = List.copyOf(rules);
    }

    /// One entry of the list.
    sealed interface Rule {
        /// An address.
        record Address(InetAddress address, OptionalInt port) implements Rule {}

        /// A range of addresses by their first bits.
        record Range(InetAddress network, int bits) implements Rule {
            boolean holds(InetAddress address) {
                byte[] wanted = network.getAddress();
                byte[] octets = address.getAddress();
                if (octets.length != wanted.length) {
                    return false;
                }
                for (int bit = 0; bit < bits; bit++) {
                    int mask = 0x80 >> (bit % 8);
                    if (((octets[bit / 8] ^ wanted[bit / 8]) & mask) != 0) {
                        return false;
                    }
                }
                return true;
            }
        }

        /// A domain.
        ///
        /// @param suffix with a dot in front
        /// @param itself whether the domain itself is meant too
        record Domain(String suffix, boolean itself, OptionalInt port) implements Rule {}
    }

    static Bypass parse(String list) {
        List<Rule> rules = new ArrayList<>();
        for (String entry : list.split(",", -1)) {
            String text = entry.strip().toLowerCase(Locale.ROOT);
            if (text.equals("*")) {
                return new Bypass(true, List.of());
            }
            rule(text, rules);
        }
        return new Bypass(false, rules);
    }

    private static void rule(String text, List<Rule> rules) {
        int slash = text.indexOf('/');
        if (slash >= 0) {
            range(text.substring(0, slash), text.substring(slash + 1), rules);
            return;
        }
        String host = text;
        OptionalInt port = OptionalInt.empty();
        int colon = text.lastIndexOf(':');
        boolean oneColon = colon >= 0 && (text.indexOf(':') == colon || text.charAt(Math.max(0, colon - 1)) == ']');
        if (oneColon && text.substring(colon + 1).matches("\\d{0,5}")) {
            host = text.substring(0, colon);
            String digits = text.substring(colon + 1);
            port = digits.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
        }
        if (host.isEmpty()) {
            return;
        }
        var address = Loopback.literal(host);
        if (address.isPresent()) {
            rules.add(new Rule.Address(address.get(), port));
            return;
        }
        String name = host.startsWith("*.") ? host.substring(1) : host;
        boolean itself = !name.startsWith(".");
        rules.add(new Rule.Domain(itself ? "." + name : name, itself, port));
    }

    private static void range(String address, String bits, List<Rule> rules) {
        var network = Loopback.literal(address);
        if (network.isPresent() && bits.matches("\\d{1,3}")) {
            if (Integer.parseInt(bits) <= network.get().getAddress().length * 8) {
                rules.add(new Rule.Range(network.get(), Integer.parseInt(bits)));
            }
        }
    }

    /// Whether `host` is reached without a proxy.
    boolean covers(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        var literal = Loopback.literal(name);
        for (Rule rule : rules) {
            boolean covered = switch (rule) {
                case Rule.Address(InetAddress address, OptionalInt only) ->
                    literal.isPresent() && literal.get().equals(address) && isPort(only, port);
                case Rule.Range range -> literal.isPresent() && range.holds(literal.get());
                case Rule.Domain(String suffix, boolean itself, OptionalInt only) ->
                    (name.endsWith(suffix) || (itself && name.equals(suffix.substring(1)))) && isPort(only, port);
            };
            if (covered) {
                return true;
            }
        }
        return all;
    }

    private static boolean isPort(OptionalInt only, int port) {
        return only.isEmpty() || only.getAsInt() == port;
    }
}
