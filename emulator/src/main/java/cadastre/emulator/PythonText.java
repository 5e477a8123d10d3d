package cadastre.emulator;

import java.util.List;
import java.util.stream.Collectors;

/// Values as Python 2 prints them: Gandi's error descriptions quote what was sent in that form.
final class PythonText {
    private PythonText() {}

    /// {@return `['a', 'b']`}
    static String list(List<String> strings) {
        return strings.stream().map(PythonText::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /// {@return the RRset as a dictionary of unicode strings}
    static String rrset(StoredRrset rrset) {
        String values =
                rrset.values().stream().map(value -> "u" + quoted(value)).collect(Collectors.joining(", "));
        return "{'rrset_type': u" + quoted(rrset.type()) + ", 'rrset_ttl': " + rrset.ttl() + ", 'rrset_name': u"
                + quoted(rrset.name()) + ", 'rrset_values': [" + values + "]}";
    }

    /// Python takes single quotes unless only the other kind avoids a backslash.
    static String quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder quoted = new StringBuilder().append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c == quote) {
                        quoted.append('\\').append(c);
                    } else if (c < ' ' || (c > '~' && c <= 0xff)) {
                        quoted.append(String.format("\\x%02x", (int) c));
                    } else if (c > 0xff) {
                        quoted.append(String.format("\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append(quote).toString();
    }
}
