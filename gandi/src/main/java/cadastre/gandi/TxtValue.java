package cadastre.gandi;

import cadastre.dns.PresentationException;
import cadastre.dns.Txt;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// The value of a TXT record as LiveDNS sends it: strings in quotes with blanks between them, however long each
/// is. A value that does not begin with a quote is one text as it stands.
final class TxtValue {
    private final String value;
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private int at;

    private TxtValue(String value) {
        this.value = value;
    }

    /// The text, cut into strings of 255 octets: where Gandi cuts says nothing.
    static Txt read(String value) throws PresentationException {
        if (!value.stripLeading().startsWith("\"")) {
            return text(value.getBytes(StandardCharsets.UTF_8));
        }
        TxtValue reading = new TxtValue(value);
        while (reading.skipBlanks()) {
            reading.quoted();
        }
        return text(reading.octets.toByteArray());
    }

    private static Txt text(byte[] octets) throws PresentationException {
        try {
            return Txt.ofText(new String(octets, StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            throw new PresentationException(String.valueOf(e.getMessage()), 1, 1);
        }
    }

    private boolean skipBlanks() {
        while (at < value.length() && (value.charAt(at) == ' ' || value.charAt(at) == '\t')) {
            at++;
        }
        return at < value.length();
    }

    private void quoted() throws PresentationException {
        int start = at;
        if (value.charAt(at) != '"') {
            throw wrong("a string in quotes is followed by blanks and another one", at);
        }
        at++;
        while (at < value.length() && value.charAt(at) != '"') {
            if (value.charAt(at) == '\\') {
                escaped();
            } else {
                int character = value.codePointAt(at);
                octets.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
                at += Character.charCount(character);
            }
        }
        if (at == value.length()) {
            throw wrong("the string that begins here has no end", start);
        }
        at++;
        if (at < value.length() && value.charAt(at) != ' ' && value.charAt(at) != '\t') {
            throw wrong("a string in quotes is followed by blanks and another one", at);
        }
    }

    private void escaped() throws PresentationException {
        int digits = 0;
        while (digits < 3 && at + 1 + digits < value.length() && isDigit(value.charAt(at + 1 + digits))) {
            digits++;
        }
        if (digits == 3) {
            int octet = Integer.parseInt(value.substring(at + 1, at + 4));
            if (octet > 255) {
                throw wrong("\\DDD is an octet, \\000 to \\255", at);
            }
            octets.write(octet);
            at += 4;
            return;
        }
        if (digits > 0 || at + 1 == value.length()) {
            throw wrong("a backslash is followed by three digits or by one sign that is none", at);
        }
        int character = value.codePointAt(at + 1);
        octets.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
        at += 1 + Character.charCount(character);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static PresentationException wrong(String message, int index) {
        return new PresentationException(message, 1, index + 1);
    }
}
