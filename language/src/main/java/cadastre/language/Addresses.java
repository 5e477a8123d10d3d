package cadastre.language;

import cadastre.dns.A;
import cadastre.dns.Aaaa;
import cadastre.dns.Name;
import cadastre.dns.Presentation;
import cadastre.dns.PresentationException;
import cadastre.dns.RdataTypes;
import java.util.Optional;
import java.util.regex.Pattern;

/// IP addresses as `dnsconfig.js` writes them.
final class Addresses {
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private Addresses() {}

    /// {@return the IPv4 address `text` writes, with its octets in order of significance}
    static Optional<A> ipv4(String text) {
        String[] octets = text.split("\\.", -1);
        if (octets.length != 4) {
            return Optional.empty();
        }
        int address = 0;
        for (String octet : octets) {
            boolean written = DIGITS.matcher(octet).matches() && octet.length() <= 3;
            if (!written || (octet.length() > 1 && octet.startsWith("0")) || Integer.parseInt(octet) > 255) {
                return Optional.empty();
            }
            address = (address << 8) | Integer.parseInt(octet);
        }
        return Optional.of(new A(address));
    }

    /// {@return the IPv6 address `text` writes, without regard to a zone (`%eth0`) behind it}
    static Optional<Aaaa> ipv6(String text) {
        String address = withoutZone(text);
        if (text.endsWith("%")
                || !address.contains(":")
                || !IPV6.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            return Presentation.rdata(RdataTypes.AAAA, address, Name.ROOT) instanceof Aaaa aaaa
                    ? Optional.of(aaaa)
                    : Optional.empty();
        } catch (PresentationException _) {
            // It is no address; the caller says so in its own words.
            return Optional.empty();
        }
    }

    private static String withoutZone(String text) {
        int percent = text.indexOf('%');
        return percent < 0 ? text : text.substring(0, percent);
    }

    /// {@return the one text of the address `text` writes, or nothing if it writes none}
    static Optional<String> canonical(String text) {
        Optional<A> ipv4 = ipv4(text);
        if (ipv4.isPresent()) {
            return ipv4.map(A::presentation);
        }
        int percent = text.indexOf('%');
        String zone = percent < 0 ? "" : text.substring(percent);
        return ipv6(text).map(address -> address.presentation() + zone);
    }

    /// {@return why `text` is no address, in the words of Go's `netip.ParseAddr`}
    static String whyNot(String text) {
        String start = "ParseAddr(" + GoText.quote(text) + "): ";
        if (text.indexOf('.') < 0 || text.indexOf(':') >= 0) {
            return start + "unable to parse IP";
        }
        for (String octet : text.split("\\.", -1)) {
            if (octet.isEmpty()) {
                return start + "IPv4 field must have at least one digit";
            }
            if (!DIGITS.matcher(octet).matches()) {
                return start + "unexpected character";
            }
            if (octet.length() > 1 && octet.startsWith("0")) {
                return start + "IPv4 field has octet with leading zero";
            }
            if (octet.length() > 3 || Integer.parseInt(octet) > 255) {
                return start + "IPv4 field has value >255";
            }
        }
        return start + (text.split("\\.", -1).length < 4 ? "IPv4 address too short" : "IPv4 address too long");
    }
}
