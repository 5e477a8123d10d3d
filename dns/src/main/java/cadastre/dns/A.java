package cadastre.dns;

/// An IPv4 address of the owner name.
///
/// @rfc 1035 section 3.4.1
/// @param address the 32 bits, most significant octet first: 192.0.2.1 is `0xC0000201`
public record A(int address) implements Rdata {}
