package cadastre.language;

import cadastre.dns.A;
import cadastre.dns.Aaaa;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The labels of PTR records, where an address may stand for its reversed form.
///
/// @rfc 1035 section 3.5
/// @rfc 2317
/// @rfc 4183
final class ReverseNames {
    private static final String IPV4_SUFFIX = ".in-addr.arpa";
    private static final String IPV6_SUFFIX = ".ip6.arpa";
    private static final Pattern CLASSLESS =
            Pattern.compile("(\\d{1,3})[/-](\\d{1,2})((?:\\.\\d{1,3}){1,3})\\.in-addr\\.arpa");

    private ReverseNames() {}

    /// An address outside the zone it is written in.
    static final class Outside extends Exception {
        private static final long serialVersionUID = 1L;

        Outside(String message) {
            super(message);
        }
    }

    static boolean isReverse(String zone) {
        return zone.endsWith(IPV4_SUFFIX) || zone.endsWith(IPV6_SUFFIX);
    }

    /// {@return the label in `zone` that `label` means: itself, unless both are of the same address
    /// family}
    static String label(String label, String zone) throws Outside {
        if (zone.endsWith(IPV4_SUFFIX)) {
            Optional<A> address = Addresses.ipv4(label);
            return address.isPresent() ? ipv4(label, address.get(), zone) : label;
        }
        if (zone.endsWith(IPV6_SUFFIX)) {
            Optional<Aaaa> address = Addresses.ipv6(label);
            return address.isPresent() ? ipv6(label, address.get(), zone) : label;
        }
        return label;
    }

    private static String ipv4(String label, A address, String zone) throws Outside {
        List<String> reversed =
                new ArrayList<>(Arrays.asList(address.presentation().split("\\.", -1)));
        Collections.reverse(reversed);
        String name = String.join(".", reversed) + IPV4_SUFFIX;
        Optional<String> inside = within(name, zone).or(() -> classless(address.address(), reversed, zone));
        return inside.orElseThrow(() -> new Outside("PTR record " + label + " in wrong IPv4 domain (" + zone + ")"));
    }

    private static Optional<String> within(String name, String zone) {
        if (name.equals(zone)) {
            return Optional.of("@");
        }
        return name.endsWith("." + zone)
                ? Optional.of(name.substring(0, name.length() - zone.length() - 1))
                : Optional.empty();
    }

    // "128/26.2.0.192.in-addr.arpa": the label says from where and how many bits, the rest which octets
    // stand above.
    private static Optional<String> classless(int address, List<String> reversed, String zone) {
        Matcher matcher = CLASSLESS.matcher(zone);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(matcher.group(1));
        int bits = Integer.parseInt(matcher.group(2));
        String above = matcher.group(3).substring(1);
        int octets = above.split("\\.", -1).length;
        if (bits <= 8 * octets || bits >= 8 * octets + 8) {
            return Optional.empty();
        }
        int left = 4 - octets;
        int masked = ((address & (-1 << (32 - bits))) >>> (8 * (left - 1))) & 255;
        boolean same = String.join(".", reversed.subList(left, 4)).equals(above);
        return same && masked == first ? Optional.of(String.join(".", reversed.subList(0, left))) : Optional.empty();
    }

    private static String ipv6(String label, Aaaa address, String zone) throws Outside {
        String digits = "%016x%016x".formatted(address.high(), address.low());
        List<String> nibbles = new ArrayList<>(Arrays.asList(digits.split("", -1)));
        nibbles.removeLast();
        Collections.reverse(nibbles);
        return within(String.join(".", nibbles) + IPV6_SUFFIX, zone)
                .orElseThrow(() -> new Outside("PTR record " + label + " in wrong IPv6 domain (" + zone + ")"));
    }
}
