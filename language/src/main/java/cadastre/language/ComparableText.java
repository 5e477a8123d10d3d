package cadastre.language;

import java.util.Locale;
import java.util.SortedMap;

/// RDATA of a declared record as reports show them and as records are compared.
final class ComparableText {
    private ComparableText() {}

    /// {@return the text of `record`, without owner name, type and TTL}
    static String of(RecordConfig record) {
        if (record.modern().isPresent()) {
            return record.modern().get().comparable();
        }
        String target = record.target();
        return switch (record.type()) {
            case "MX" -> record.number("mxpreference") + " " + target;
            case "SRV" ->
                record.number("srvpriority") + " " + record.number("srvweight") + " " + record.number("srvport") + " "
                        + target;
            case "CAA" -> record.number("caaflag") + " " + record.text("caatag") + " " + quoted(target);
            case "TXT" -> quoted(target);
            case "LUA" -> record.text("luartype") + " " + quoted(target);
            case "NAPTR" ->
                record.number("naptrorder") + " " + record.number("naptrpreference") + " "
                        + quoted(record.text("naptrflags")) + " " + quoted(record.text("naptrservice")) + " "
                        + quoted(record.text("naptrregexp")) + " " + target;
            case "SSHFP" ->
                record.number("sshfpalgorithm") + " " + record.number("sshfpfingerprint") + " "
                        + target.toUpperCase(Locale.ROOT);
            case "TLSA", "SMIMEA" -> {
                String prefix = record.type().toLowerCase(Locale.ROOT);
                yield record.number(prefix + "usage") + " " + record.number(prefix + "selector") + " "
                        + record.number(prefix + "matchingtype") + " " + target;
            }
            case "DS" ->
                record.number("dskeytag") + " " + record.number("dsalgorithm") + " " + record.number("dsdigesttype")
                        + " " + record.text("dsdigest").toUpperCase(Locale.ROOT);
            case "DNSKEY" ->
                record.number("dnskeyflags") + " " + record.number("dnskeyprotocol") + " "
                        + record.number("dnskeyalgorithm") + " " + record.text("dnskeypublickey");
            case "SOA" ->
                target + " " + record.text("soambox") + " " + record.number("soarefresh") + " "
                        + record.number("soaretry") + " " + record.number("soaexpire") + " "
                        + record.number("soaminttl");
            case "HTTPS", "SVCB" ->
                (record.number("svcpriority") + " " + target + " " + record.text("svcparams")).strip();
            case "R53_ALIAS" -> target + fields(record, "r53_alias");
            case "AZURE_ALIAS" -> target + fields(record, "azure_alias");
            default -> target;
        };
    }

    private static String fields(RecordConfig record, String key) {
        StringBuilder out = new StringBuilder();
        if (record.fields().get(key) instanceof SortedMap<?, ?> map) {
            map.forEach(
                    (name, value) -> out.append(' ').append(name).append('=').append(value));
        }
        return out.toString();
    }

    /// {@return `text` in double quotes, `"` and `\` behind a backslash}
    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
