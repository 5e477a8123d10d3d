package cadastre.dns;

/// The fingerprint of an SSH host key of the owner name.
///
/// @rfc 4255 section 3.1
/// @param algorithm       the key's, 0 to 255
/// @param fingerprintType how the fingerprint was made, 0 to 255
/// @param fingerprint     an even number of hexadecimal digits, at least two, held in lower case and presented
///                        in upper
public record Sshfp(int algorithm, int fingerprintType, String fingerprint) implements Rdata {
    /// @throws IllegalArgumentException if a field is out of its range
    public Sshfp {
        Shapes.requireU8(algorithm, "algorithm");
        Shapes.requireU8(fingerprintType, "fingerprint type");
        fingerprint = Shapes.requireHex(fingerprint, "fingerprint");
    }
}
