package cadastre.emulator;

import cadastre.dns.Name;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Record values: which are refused, and how the others come back.
///
/// @param apex the zone's, which relative names in values are relative to
record RdataText(Name apex, Guesses.Spelling spelling) {
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
            Optional<String> text = TxtText.normalised(value);
            return text.orElseThrow(() -> RrsetBody.refused("Text input is malformed.", rrset));
        }
        return value.strip();
    }
}
