package cadastre.dns;

import static java.util.Objects.requireNonNull;

/// A type of resource record: its number and its mnemonic.
///
/// Types are the same if their mnemonics are. [RdataTypes] holds those that exist.
///
/// @rfc 1035 section 3.2.2
/// @param number   0 to 65535
/// @param mnemonic upper case, such as `AAAA`, or `TYPE65280` for one without a name (RFC 3597)
public record RdataType(int number, String mnemonic) implements Comparable<RdataType> {
    /// Less than every type there is.
    static final RdataType FIRST = new RdataType(0, "!");

    /// @throws IllegalArgumentException if the number is out of range, or the mnemonic is empty, or has blanks
    /// or lower case
    public RdataType {
        requireNonNull(mnemonic, "mnemonic is null");
        if (number < 0 || number > 65535) {
            throw new IllegalArgumentException("a type is 0 to 65535, not " + number);
        }
        if (mnemonic.isEmpty() || mnemonic.chars().anyMatch(c -> c <= ' ' || c > '~' || (c >= 'a' && c <= 'z'))) {
            throw new IllegalArgumentException("a mnemonic is printable and in upper case, not \"" + mnemonic + '"');
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RdataType that && mnemonic.equals(that.mnemonic);
    }

    @Override
    public int hashCode() {
        return mnemonic.hashCode();
    }

    /// By mnemonic, in the order of its characters.
    @Override
    public int compareTo(RdataType other) {
        return mnemonic.compareTo(other.mnemonic);
    }

    @Override
    public String toString() {
        return mnemonic;
    }
}
