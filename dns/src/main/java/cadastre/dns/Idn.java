package cadastre.dns;

import com.ibm.icu.text.IDNA;

/// The only place that loads ICU4J, so that a name in ASCII never pays for it (16 to 54 ms at first use).
///
/// UTS 46, non-transitional, so that `faß.de` stays what its owner registered.
///
/// @rfc 5891 section 4
final class Idn {
    private static final IDNA UTS46 =
            IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);

    private Idn() {}

    /// {@return `text` with each label that is not ASCII as an A-label; dots and ASCII labels as written}
    static String toAscii(String text) throws PresentationException {
        StringBuilder ascii = new StringBuilder();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isDot(text.charAt(i))) {
                ascii.append(aLabel(text.substring(start, i), start + 1));
                if (i < text.length()) {
                    ascii.append('.');
                }
                start = i + 1;
            }
        }
        return ascii.toString();
    }

    private static boolean isDot(char c) {
        return c == '.' || c == '\u3002' || c == '\uff0e' || c == '\uff61';
    }

    private static String aLabel(String label, int column) throws PresentationException {
        if (Labels.isAscii(label)) {
            return label;
        }
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = new StringBuilder();
        UTS46.labelToASCII(label, ascii, info);
        if (info.hasErrors()) {
            throw new PresentationException(
                    "\"" + label + "\" is no internationalized label: " + info.getErrors(), 1, column);
        }
        return ascii.toString();
    }

    /// {@return `text` with A-labels as Unicode; labels that are none stay as written}
    static String toUnicode(String text) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder unicode = new StringBuilder();
        for (String label : text.split("\\.", -1)) {
            if (!unicode.isEmpty()) {
                unicode.append('.');
            }
            StringBuilder one = new StringBuilder();
            UTS46.labelToUnicode(label, one, info);
            unicode.append(info.hasErrors() ? label : one);
        }
        return unicode.toString();
    }
}
