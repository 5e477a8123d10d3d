package cadastre.provider;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Set;

/// Which addresses may be asked on behalf of a configuration.
public enum Reach {
    /// All but those at which a cloud tells a machine its own secrets: for a command line, whose user may reach
    /// everything else anyway.
    NOT_METADATA("machines in a cloud ask it about themselves"),

    /// Those of the public Internet alone: for a server that evaluates what others wrote.
    PUBLIC("it is not on the public Internet");

    /// 169.254.169.254 (most), 169.254.170.2 and .23 (containers at Amazon), 168.63.129.16 (Azure), 100.100.100.200
    /// (Alibaba), 192.0.0.192 (Oracle), fd00:ec2::254 and fd00:ec2::23 (Amazon), fd20:ce::254 (Google).
    private static final Set<String> METADATA = Set.of(
            "a9fea9fe",
            "a9feaa02",
            "a9feaa17",
            "a83f8110",
            "646464c8",
            "c00000c0",
            "fd000ec2000000000000000000000254",
            "fd000ec2000000000000000000000023",
            "fd2000ce000000000000000000000254");

    private final String why;

    Reach(String why) {
        this.why = why;
    }

    /// {@return why an address is left out, as the end of a sentence}
    String why() {
        return why;
    }

    /// {@return whether an address may be asked}
    public boolean includes(InetAddress address) {
        InetAddress plain = embedded(address);
        if (METADATA.contains(HexFormat.of().formatHex(plain.getAddress()))) {
            return false;
        }
        return this == NOT_METADATA || isPublic(plain);
    }

    /// An IPv4 address inside an IPv6 one (`::ffff:0:0/96`, `64:ff9b::/96`, 6to4) reaches the same machine.
    private static InetAddress embedded(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        byte[] octets = address.getAddress();
        String hex = HexFormat.of().formatHex(octets);
        int at = hex.startsWith("00000000000000000000ffff") || hex.startsWith("0064ff9b0000000000000000")
                ? 12
                : hex.startsWith("2002") ? 2 : -1;
        return at < 0 ? address : ipv4(octets, at);
    }

    private static InetAddress ipv4(byte[] octets, int at) {
        try {
            return InetAddress.getByAddress(new byte[] {octets[at], octets[at + 1], octets[at + 2], octets[at + 3]});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four octets are an address", e);
        }
    }

    private static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] octets = address.getAddress();
        int first = octets[0] & 0xff;
        int second = octets[1] & 0xff;
        if (address instanceof Inet4Address) {
            return first != 0
                    && first < 240
                    && !(first == 100 && second >= 64 && second < 128)
                    && !(first == 192 && second == 0 && octets[2] == 0)
                    && !(first == 198 && (second & 0xfe) == 18);
        }
        // Only 2000::/3 is given out.
        return (first & 0xe0) == 0x20;
    }
}
