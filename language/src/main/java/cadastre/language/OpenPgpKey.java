package cadastre.language;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/// The text of an OPENPGPKEY record, which may be hexadecimal or base64.
///
/// @rfc 7929 section 2.2
final class OpenPgpKey {
    private static final Pattern BLANK = Pattern.compile("\\s");
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private OpenPgpKey() {}

    /// Text that is neither.
    static final class Undecodable extends Exception {
        private static final long serialVersionUID = 1L;

        Undecodable(String message) {
            super(message);
        }
    }

    /// {@return `text` in base64}
    static String base64(String text) throws Undecodable {
        String whyNotHex = whyNotHex(text);
        if (whyNotHex.isEmpty()) {
            return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(text));
        }
        String whyNotBase64 = whyNotBase64(text);
        if (!whyNotBase64.isEmpty()) {
            throw new Undecodable("failed to decode OPENPGPKEY: string is neither valid hex nor valid base64: "
                    + whyNotHex + "; " + whyNotBase64);
        }
        return text;
    }

    private static String whyNotHex(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!text.equals(lower) && !text.equals(text.toUpperCase(Locale.ROOT))) {
            return "hex string contains mixed case: " + GoText.quote(text);
        }
        for (int c : text.codePoints().toArray()) {
            if (c > 127 || !HexFormat.isHexDigit(c)) {
                return "encoding/hex: invalid byte: U+%04X %s".formatted(c, GoText.quoteCharacter(c));
            }
        }
        return text.length() % 2 == 0 ? "" : "encoding/hex: odd length hex string";
    }

    private static String whyNotBase64(String text) {
        if (BLANK.matcher(text).find()) {
            return "base64 string contains whitespace: " + GoText.quote(text);
        }
        int digits = 0;
        while (digits < text.length() && ALPHABET.indexOf(text.charAt(digits)) >= 0) {
            digits++;
        }
        int padding = (4 - digits % 4) % 4;
        if (padding == 3) {
            return illegal(digits < text.length() ? digits : digits - 1);
        }
        for (int i = digits; i < digits + padding; i++) {
            if (i >= text.length() || text.charAt(i) != '=') {
                return illegal(i < text.length() ? i : i == digits ? digits - digits % 4 : text.length());
            }
        }
        return text.length() == digits + padding ? "" : illegal(digits + padding);
    }

    private static String illegal(int offset) {
        return "illegal base64 data at input byte " + offset;
    }
}
