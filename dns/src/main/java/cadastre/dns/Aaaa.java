package cadastre.dns;

/// An IPv6 address of the owner name.
///
/// @rfc 3596 section 2
/// @param high the first 64 bits
/// @param low  the last 64 bits
public record Aaaa(long high, long low) implements Rdata {
    static Aaaa of(Ipv6 address) {
        return new Aaaa(address.high(), address.low());
    }

    Ipv6 address() {
        return new Ipv6(high, low);
    }
}
