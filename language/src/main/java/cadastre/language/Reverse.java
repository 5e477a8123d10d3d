package cadastre.language;

import cadastre.dns.A;
import cadastre.dns.Aaaa;
import java.util.Locale;
import java.util.Optional;

/// `REV` and `REVCOMPAT`: names of reverse zones for blocks of addresses.
///
/// @rfc 2317
/// @rfc 4183
final class Reverse {
    private enum Mode {
        RFC2317,
        RFC4183
    }

    /// A block that cannot be reversed, in the words users of DNSControl know.
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    private Optional<Mode> mode = Optional.empty();
    private boolean classless;

    /// {@return whether a name depends on a mode that was not chosen}
    boolean isUndecided() {
        return classless && mode.isEmpty();
    }

    /// Chooses the mode, once.
    void choose(String text) throws Wrong {
        if (mode.isPresent()) {
            throw new Wrong("ERROR: REVCOMPAT() already set");
        }
        mode = Optional.of(
                switch (text.toLowerCase(Locale.ROOT)) {
                    case "rfc2317", "2317", "2", "old" -> Mode.RFC2317;
                    case "rfc4183", "4183", "4" -> Mode.RFC4183;
                    default -> throw new Wrong("invalid value " + GoText.quote(text) + ", must be rfc2317 or rfc4182");
                });
    }

    /// {@return the name of the reverse zone of `block`, without final dot}
    String name(String block) throws Wrong {
        int slash = block.indexOf('/');
        String address = slash < 0 ? block : block.substring(0, slash);
        Optional<A> ipv4 = Addresses.ipv4(address);
        Optional<Aaaa> ipv6 = Addresses.ipv6(address);
        if (ipv4.isEmpty() && (ipv6.isEmpty() || address.contains("%"))) {
            throw new Wrong(
                    slash < 0
                            ? "not an IP address: " + Addresses.whyNot(address)
                            : "not a CIDR block: netip.ParsePrefix(" + GoText.quote(block) + "): "
                                    + Addresses.whyNot(address));
        }
        int longest = ipv4.isPresent() ? 32 : 128;
        int bits = slash < 0 ? longest : bits(block, block.substring(slash + 1), longest);
        return ipv4.isPresent()
                ? ipv4(block, ipv4.get().address() & 0xFFFF_FFFFL, bits)
                : ipv6(block, ipv6.orElseThrow(), bits);
    }

    private static int bits(String block, String text, int longest) throws Wrong {
        String reason = !text.matches("0|[1-9][0-9]*")
                ? "bad bits after slash: " + GoText.quote(text)
                : text.length() > 3 || Integer.parseInt(text) > longest ? "prefix length out of range" : "";
        if (!reason.isEmpty()) {
            throw new Wrong("not a CIDR block: netip.ParsePrefix(" + GoText.quote(block) + "): " + reason);
        }
        return Integer.parseInt(text);
    }

    private void check(String block, boolean beyond, int bits) throws Wrong {
        if (beyond && mode.orElse(Mode.RFC2317) == Mode.RFC2317) {
            throw new Wrong("CIDR " + block + " has 1 bits beyond the mask");
        }
        if (bits < 8) {
            throw new Wrong("mask fewer than 8 bits is unreasonable: " + block);
        }
    }

    private String ipv4(String block, long address, int bits) throws Wrong {
        long mask = bits == 0 ? 0 : 0xFFFF_FFFFL << (32 - bits) & 0xFFFF_FFFFL;
        check(block, (address & ~mask) != 0, bits);
        long network = address & mask;
        int whole = bits / 8;
        StringBuilder name = new StringBuilder();
        if (bits % 8 != 0) {
            boolean slashed = bits > 24 && mode.orElse(Mode.RFC2317) == Mode.RFC2317;
            classless |= bits > 24;
            name.append(network >> (24 - 8 * whole) & 255)
                    .append(slashed ? '/' : '-')
                    .append(bits)
                    .append('.');
        }
        for (int octet = whole - 1; octet >= 0; octet--) {
            name.append(network >> (24 - 8 * octet) & 255).append('.');
        }
        return name.append("in-addr.arpa").toString();
    }

    private String ipv6(String block, Aaaa address, int bits) throws Wrong {
        boolean beyond = bits < 64
                ? address.low() != 0 || (bits == 0 ? address.high() != 0 : address.high() << bits != 0)
                : bits < 128 && address.low() << (bits - 64) != 0;
        check(block, beyond, bits);
        StringBuilder name = new StringBuilder();
        for (int nibble = (bits + 3) / 4 - 1; nibble >= 0; nibble--) {
            long half = nibble < 16 ? address.high() : address.low();
            int value = (int) (half >>> (60 - 4 * (nibble % 16))) & 15;
            int kept = Math.min(4, bits - 4 * nibble);
            name.append(Character.forDigit(value & (0xF0 >> kept), 16)).append('.');
        }
        return name.append("ip6.arpa").toString();
    }
}
