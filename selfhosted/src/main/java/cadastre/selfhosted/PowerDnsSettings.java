package cadastre.selfhosted;

import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// What `NewDnsProvider("powerdns", {...})` may hold. Other keys are ignored.
///
/// @param nameServers `default_ns`: those of every zone, without final dots
/// @param kind        `zone_kind`: how zones that are made are kept, `Native`, `Master` or `Slave`
/// @param signed      `dnssec_on_create`: whether zones that are made are signed
/// @param serials     `soa_edit_api`: how the serials of zones that are made move, if PowerDNS is not
///                    to choose
record PowerDnsSettings(List<String> nameServers, String kind, boolean signed, Optional<String> serials) {
    /// Nothing is given.
    static final PowerDnsSettings NONE = new PowerDnsSettings(List.of(), "Native", false, Optional.empty());

    private static final List<String> KINDS = List.of("Native", "Master", "Slave");
    private static final JsonFactory JSON = new JsonFactory();

    PowerDnsSettings {
        nameServers = List.copyOf(nameServers);
    }

    /// {@return what a JSON object says}
    ///
    /// @throws ProviderException with [Reason.Misconfigured] if something in it cannot be
    static PowerDnsSettings parse(String json) throws ProviderException {
        String kind = NONE.kind();
        boolean signed = false;
        Optional<String> serials = Optional.empty();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() == JsonToken.VALUE_NULL) {
                return NONE;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (key) {
                    case "zone_kind" -> kind = kind(parser.getValueAsString(""));
                    case "dnssec_on_create" -> signed = value == JsonToken.VALUE_TRUE;
                    case "soa_edit_api" ->
                        serials = Optional.of(parser.getValueAsString("")).filter(text -> !text.isEmpty());
                    case "use_views" -> {
                        if (value == JsonToken.VALUE_TRUE) {
                            throw wrong(key, "use_views is not supported: zones have no variants here");
                        }
                    }
                    default -> parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            throw wrong("zone_kind", "the settings of the POWERDNS provider are no JSON: " + e.getOriginalMessage());
        }
        return new PowerDnsSettings(BindSettings.parse(json).nameServers(), kind, signed, serials);
    }

    private static String kind(String text) throws ProviderException {
        if (!KINDS.contains(text)) {
            throw wrong("zone_kind", "zone_kind is one of Native, Master, Slave, not \"" + text + "\"");
        }
        return text;
    }

    private static ProviderException wrong(String key, String message) {
        return new ProviderException(message, new Reason.Misconfigured(key), null);
    }
}
