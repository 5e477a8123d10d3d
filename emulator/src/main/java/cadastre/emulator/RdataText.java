package cadastre.emulator;

import cadastre.dns.Name;
import cadastre.dns.Presentation;
import cadastre.dns.PresentationException;
import cadastre.dns.Rdata;
import cadastre.dns.RdataType;
import cadastre.dns.RdataTypes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Record values: which are refused, and how the others come back.
///
/// @param apex the zone's, which relative names in values are relative to
record RdataText(Name apex, Guesses.Spelling spelling) {
    private static final Set<String> ENDING_IN_A_HOST = Set.of("ALIAS", "CNAME", "DNAME", "MX", "NS", "PTR", "SRV");

    private static final Pattern IPV4 = Pattern.compile("(\\S+\\s+)*\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.?");

    private static final Pattern LAST_WORDS = Pattern.compile("(?<=\\s)[0-9A-Fa-f\\s]+$");

    /// {@return the RRset with its values as they will be answered, each once, in the order in which they came}
    ///
    /// @throws Refused if a value is none of its type
    StoredRrset normalised(StoredRrset rrset) throws Refused {
        Set<String> values = new LinkedHashSet<>();
        for (String value : rrset.values()) {
            values.add(value(rrset, value));
        }
        return new StoredRrset(rrset.name(), rrset.type(), rrset.ttl(), List.copyOf(values));
    }

    private String value(StoredRrset rrset, String value) throws Refused {
        if (RrTypes.TEXTS.contains(rrset.type())) {
            return TxtText.normalised(value).orElseThrow(() -> RrsetBody.refused("Text input is malformed.", rrset));
        }
        String stripped = value.strip();
        if (ENDING_IN_A_HOST.contains(rrset.type()) && IPV4.matcher(stripped).matches()) {
            throw RrsetBody.refused(PythonText.quoted(value) + ": invalid hostname", rrset);
        }
        Optional<RdataType> type = RdataTypes.find(rrset.type());
        if (type.isEmpty()) {
            return stripped;
        }
        try {
            Rdata rdata = Presentation.rdata(type.get(), stripped, apex);
            return spelling == Guesses.Spelling.CANONICAL ? canonical(rdata, stripped) : stripped;
        } catch (PresentationException e) {
            throw RrsetBody.refused(PythonText.quoted(value) + ": " + why(rrset.type(), e), rrset);
        }
    }

    private static String why(String type, PresentationException e) {
        return switch (type) {
            case "A" -> "invalid IPv4 address";
            case "AAAA" -> "invalid IPv6 address";
            default -> String.valueOf(e.getMessage());
        };
    }

    /// Names keep their case, and stay relative where they were written so.
    private static String canonical(Rdata rdata, String written) {
        return switch (rdata.type().mnemonic()) {
            case "AAAA", "CAA" -> rdata.presentation();
            case "SSHFP", "TLSA" -> digits(written, false);
            case "DS", "CDS" -> digits(written, true);
            default -> written.replaceAll("\\s+", " ");
        };
    }

    /// The digits stand at the end, perhaps in groups.
    private static String digits(String written, boolean upperCase) {
        String[] words = written.split("\\s+", 4);
        if (words.length < 4) {
            return LAST_WORDS.matcher(written).replaceAll(match -> cased(match.group(), upperCase));
        }
        return words[0] + " " + words[1] + " " + words[2] + " " + cased(words[3].replaceAll("\\s", ""), upperCase);
    }

    private static String cased(String digits, boolean upperCase) {
        return upperCase ? digits.toUpperCase(Locale.ROOT) : digits.toLowerCase(Locale.ROOT);
    }
}
