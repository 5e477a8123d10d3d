package cadastre.dns;

/// What certificate to expect of the mailbox that the owner name says.
///
/// @rfc 8162 section 2
/// @param usage        what the certificate is in the chain, 0 to 255
/// @param selector     which part of it is compared, 0 to 255
/// @param matchingType how it is compared, 0 to 255
/// @param association  an even number of hexadecimal digits, at least two, held and presented in lower case
public record Smimea(int usage, int selector, int matchingType, String association) implements Rdata {
    /// @throws IllegalArgumentException if a field is out of its range
    public Smimea {
        Shapes.requireU8(usage, "usage");
        Shapes.requireU8(selector, "selector");
        Shapes.requireU8(matchingType, "matching type");
        association = Shapes.requireHex(association, "association");
    }
}
