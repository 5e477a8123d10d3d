package cadastre.dns;

import static java.util.Objects.requireNonNull;

/// RDATA of a type whose inside we do not know: kept as it was written and given back so.
///
/// Only blanks between words are made one, and the generic form is made `\# length hexadecimal` in lower case,
/// so that what differs in nothing else is equal. Names in it are not completed and keep their case.
///
/// @rfc 3597 section 5
/// @param type its type, of which [RdataTypes] has no row
/// @param text its presentation format on one line, either the type's own or the generic one; may be empty
public record Unknown(RdataType type, String text) implements Rdata {
    /// @throws IllegalArgumentException if the type is one we know, or the text is not a list of words and
    /// quoted strings
    public Unknown {
        requireNonNull(type, "type is null");
        if (RdataTypes.isKnown(type)) {
            throw new IllegalArgumentException(type + " is known; read it with Presentation.rdata");
        }
        try {
            text = Presentation.unknownText(requireNonNull(text, "text is null"));
        } catch (PresentationException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no RDATA: " + e.describe(), e);
        }
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
