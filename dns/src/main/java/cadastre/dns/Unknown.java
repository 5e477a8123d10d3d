package cadastre.dns;

import static java.util.Objects.requireNonNull;

/// RDATA of a type whose inside we do not know: kept as it was written and given back so.
///
/// @rfc 3597 section 5
/// @param type its type, of which at least the mnemonic is known
/// @param text its presentation format, either the type's own or the generic `\# length hexadecimal`
public record Unknown(RdataType type, String text) implements Rdata {
    /// Neither may be null.
    public Unknown {
        requireNonNull(type, "type is null");
        requireNonNull(text, "text is null");
    }

    @Override
    public String presentation() {
        return text;
    }

    @Override
    public String canonical() {
        return text;
    }
}
