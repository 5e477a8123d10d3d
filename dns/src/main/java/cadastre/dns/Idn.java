package cadastre.dns;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.stream.Collectors;

/// The only place that loads ICU4J, so that a name in ASCII never pays for it (16 to 54 ms at first use).
///
/// UTS 46, non-transitional, so that `faß.de` stays what its owner registered.
///
/// @rfc 5891 section 4
final class Idn {
    private static final IDNA UTS46 =
            IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);

    private Idn() {}

    /// {@return the A-label of a label without escapes that is not ASCII}
    ///
    /// @param column where the label starts
    static String aLabel(String label, int column) throws PresentationException {
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = new StringBuilder();
        UTS46.labelToASCII(label, ascii, info);
        if (info.hasErrors()) {
            throw new PresentationException(
                    "\"" + label + "\" is no internationalized label (" + reasons(info) + ")", 1, column);
        }
        if (!ascii.chars().allMatch(Idn::isUsual)) {
            throw new PresentationException(
                    "\"" + label + "\" stands for \"" + ascii + "\", which is no label; write it in ASCII", 1, column);
        }
        return ascii.toString();
    }

    /// Some characters beyond ASCII are mapped to punctuation or blanks, which nobody means in a name.
    private static boolean isUsual(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '*';
    }

    private static String reasons(IDNA.Info info) {
        return info.getErrors().stream()
                .map(error -> error.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    /// {@return the U-label of an A-label; if it is none, `label` as it is}
    static String uLabel(String label) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder unicode = new StringBuilder();
        UTS46.labelToUnicode(label, unicode, info);
        return info.hasErrors() ? label : unicode.toString();
    }
}
