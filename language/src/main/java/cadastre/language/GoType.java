package cadastre.language;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/// The types in which numbers and texts of a record are kept, and the messages of who else keeps them so.
enum GoType {
    STRING("string", 0),
    BOOL("bool", 0),
    INT("int", 0),
    UINT8("uint8", 0xFF),
    UINT16("uint16", 0xFFFF),
    UINT32("uint32", 0xFFFF_FFFFL);

    /// The fields of a record that are neither metadata nor texts, under the IR's key names in lower case.
    static final Map<String, GoType> NUMBERS = Map.ofEntries(
            Map.entry("ttl", UINT32),
            Map.entry("mxpreference", UINT16),
            Map.entry("srvpriority", UINT16),
            Map.entry("srvweight", UINT16),
            Map.entry("srvport", UINT16),
            Map.entry("caaflag", UINT8),
            Map.entry("dskeytag", UINT16),
            Map.entry("dsalgorithm", UINT8),
            Map.entry("dsdigesttype", UINT8),
            Map.entry("dnskeyflags", UINT16),
            Map.entry("dnskeyprotocol", UINT8),
            Map.entry("dnskeyalgorithm", UINT8),
            Map.entry("locversion", UINT8),
            Map.entry("locsize", UINT8),
            Map.entry("lochorizpre", UINT8),
            Map.entry("locvertpre", UINT8),
            Map.entry("loclatitude", UINT32),
            Map.entry("loclongitude", UINT32),
            Map.entry("localtitude", UINT32),
            Map.entry("naptrorder", UINT16),
            Map.entry("naptrpreference", UINT16),
            Map.entry("smimeausage", UINT8),
            Map.entry("smimeaselector", UINT8),
            Map.entry("smimeamatchingtype", UINT8),
            Map.entry("sshfpalgorithm", UINT8),
            Map.entry("sshfpfingerprint", UINT8),
            Map.entry("soaserial", UINT32),
            Map.entry("soarefresh", UINT32),
            Map.entry("soaretry", UINT32),
            Map.entry("soaexpire", UINT32),
            Map.entry("soaminttl", UINT32),
            Map.entry("svcpriority", UINT16),
            Map.entry("tlsausage", UINT8),
            Map.entry("tlsaselector", UINT8),
            Map.entry("tlsamatchingtype", UINT8));

    private final String word;
    private final long largest;

    GoType(String word, long largest) {
        this.word = word;
        this.largest = largest;
    }

    /// {@return what Go calls it}
    String word() {
        return word;
    }

    /// {@return the number, if it is whole and in range}
    ///
    /// @param text a number of JSON
    Optional<Long> number(String text) {
        BigDecimal value = new BigDecimal(text);
        boolean plain = text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
        if (!plain || value.precision() > 18) {
            return Optional.empty();
        }
        long number = value.longValueExact();
        boolean fits = this == INT || (number >= 0 && number <= largest);
        return fits ? Optional.of(number) : Optional.empty();
    }
}
