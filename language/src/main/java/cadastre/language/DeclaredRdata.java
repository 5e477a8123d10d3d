package cadastre.language;

import cadastre.dns.Name;
import cadastre.dns.Presentation;
import cadastre.dns.PresentationException;
import cadastre.dns.Rdata;
import cadastre.dns.RdataType;
import cadastre.dns.RdataTypes;
import cadastre.dns.Txt;

/// RDATA of a declared record whose names are in A-labels and absolute.
final class DeclaredRdata {
    private static final int LONGEST_TEXT = 65_000;

    private DeclaredRdata() {}

    /// {@return the name that `text` writes; characters that have a meaning in zone files stand for
    /// themselves}
    static Name name(String text) throws PresentationException {
        return Name.parse(escaped(text));
    }

    /// {@return the RDATA of `record`}
    ///
    /// @throws PresentationException if they cannot be in DNS, with what is wrong
    static Rdata of(RecordConfig record) throws PresentationException {
        RdataType type = RdataTypes.find(record.type())
                .orElseThrow(() -> new PresentationException(
                        "there is no type " + record.type() + " in DNS; it exists at another provider only", 1, 1));
        if (type.equals(RdataTypes.TXT)) {
            return text(record.target());
        }
        String text = switch (record.type()) {
            case "CAA" -> record.number("caaflag") + " " + record.text("caatag") + " " + quoted(record.target());
            case "SOA" -> soa(record);
            default ->
                ComparableText.of(
                        AsciiNames.isNameTarget(record.type())
                                        && record.modern().isEmpty()
                                ? record.withTarget(escaped(record.target()))
                                : record);
        };
        return Presentation.rdata(type, text, Name.ROOT);
    }

    private static Txt text(String text) throws PresentationException {
        String octets = Txt.octets(text);
        if (octets.length() > LONGEST_TEXT) {
            throw new PresentationException(
                    "a text has at most " + LONGEST_TEXT + " octets, not " + octets.length(), 1, 1);
        }
        return Txt.ofText(octets);
    }

    private static String soa(RecordConfig record) {
        return escaped(record.target()) + " " + escaped(record.text("soambox")) + " " + record.number("soaserial") + " "
                + record.number("soarefresh") + " " + record.number("soaretry") + " " + record.number("soaexpire") + " "
                + record.number("soaminttl");
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder().append('"');
        String octets = Txt.octets(text);
        for (int i = 0; i < octets.length(); i++) {
            char octet = octets.charAt(i);
            if (octet == '"' || octet == '\\') {
                out.append('\\').append(octet);
            } else if (octet < ' ' || octet > '~') {
                out.append("\\%03d".formatted((int) octet));
            } else {
                out.append(octet);
            }
        }
        return out.append('"').toString();
    }

    private static String escaped(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c <= ' ' || c == 0x7f || "\"();@$".indexOf(c) >= 0) {
                out.append("\\%03d".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
