package cadastre.selfhosted;

import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// What `NewDnsProvider("bind", {...})` may hold: `default_soa` and `default_ns`. Keys are compared without case;
/// others
/// are ignored.
///
/// @param soa         from which SOA records are made
/// @param nameServers those of every zone, without final dots
record BindSettings(SoaDefaults soa, List<String> nameServers) {
    /// Nothing is given.
    static final BindSettings NONE = new BindSettings(SoaDefaults.NONE, List.of());

    private static final String WHY_THE_DOT = "[https://docs.dnscontrol.org/language-reference/why-the-dot]";
    private static final long LARGEST = 0xFFFF_FFFFL;
    private static final JsonFactory JSON = new JsonFactory();

    BindSettings {
        nameServers = List.copyOf(nameServers);
    }

    /// {@return what a JSON object says}
    ///
    /// @throws ProviderException with [Reason.Misconfigured] if something in it cannot be
    static BindSettings parse(String json) throws ProviderException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() == JsonToken.VALUE_NULL) {
                return NONE;
            }
            BindSettings settings = NONE;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName().toLowerCase(Locale.ROOT);
                JsonToken value = parser.nextToken();
                switch (key) {
                    case "default_soa" -> settings = new BindSettings(soa(parser, value), settings.nameServers());
                    case "default_ns" -> settings = new BindSettings(settings.soa(), nameServers(parser, value));
                    default -> parser.skipChildren();
                }
            }
            return settings;
        } catch (JacksonException e) {
            throw wrong("default_soa", "the settings of the BIND provider are no JSON: " + e.getOriginalMessage());
        }
    }

    private static ProviderException wrong(String key, String message) {
        return new ProviderException(message, new Reason.Misconfigured(key), null);
    }

    private static List<String> nameServers(JsonParser parser, @Nullable JsonToken start) throws ProviderException {
        List<String> names = new ArrayList<>();
        if (start == JsonToken.VALUE_NULL) {
            return names;
        }
        if (start != JsonToken.START_ARRAY) {
            throw wrong("default_ns", "default_ns is a list of name servers, such as [\"ns1.example.net.\"]");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw wrong("default_ns", "default_ns[" + names.size() + "] is no text");
            }
            String name = parser.getString();
            if (name.isEmpty()) {
                throw wrong("default_ns", "empty string in default_ns[" + names.size() + "]");
            }
            if (!name.endsWith(".")) {
                throw wrong("default_ns", "default_ns (" + name + ") must end with a (.) " + WHY_THE_DOT);
            }
            names.add(name.substring(0, name.length() - 1));
        }
        return names;
    }

    private static SoaDefaults soa(JsonParser parser, @Nullable JsonToken start) throws ProviderException {
        if (start == JsonToken.VALUE_NULL) {
            return SoaDefaults.NONE;
        }
        if (start != JsonToken.START_OBJECT) {
            throw wrong("default_soa", "default_soa is an object, such as {master: \"ns1.example.net.\"}");
        }
        Map<String, String> texts = new HashMap<>();
        Map<String, Long> numbers = new HashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName().toLowerCase(Locale.ROOT);
            JsonToken value = parser.nextToken();
            switch (key) {
                case "master", "mbox" -> {
                    if (value != JsonToken.VALUE_STRING) {
                        throw wrong("default_soa", "default_soa: " + key + " is a text");
                    }
                    texts.put(key, parser.getString());
                }
                case "serial", "refresh", "retry", "expire", "minttl", "ttl" -> {
                    if (value != JsonToken.VALUE_NUMBER_INT || !isU32(parser.getBigIntegerValue())) {
                        throw wrong("default_soa", "default_soa: " + key + " is a number from 0 to " + LARGEST);
                    }
                    numbers.put(key, parser.getLongValue());
                }
                default -> parser.skipChildren();
            }
        }
        long ttl = numbers.getOrDefault("ttl", 0L);
        if (ttl > Integer.MAX_VALUE) {
            throw wrong("default_soa", "default_soa: a ttl is at most " + Integer.MAX_VALUE + " seconds");
        }
        return new SoaDefaults(
                name("master", texts.getOrDefault("master", "")),
                name("mbox", mailbox(texts.getOrDefault("mbox", ""))),
                numbers.getOrDefault("serial", 0L),
                numbers.getOrDefault("refresh", 0L),
                numbers.getOrDefault("retry", 0L),
                numbers.getOrDefault("expire", 0L),
                numbers.getOrDefault("minttl", 0L),
                ttl);
    }

    /// A mail address as the name that stands for it.
    private static String mailbox(String text) {
        int at = text.indexOf('@');
        return at < 0 ? text : text.substring(0, at).replace(".", "\\.") + "." + text.substring(at + 1);
    }

    private static boolean isU32(BigInteger number) {
        return number.signum() >= 0 && number.bitLength() <= 32;
    }

    private static Optional<Name> name(String key, String text) throws ProviderException {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Name.parse(text));
        } catch (PresentationException e) {
            throw wrong("default_soa", "default_soa: " + key + " " + text + ": " + e.getMessage());
        }
    }
}
