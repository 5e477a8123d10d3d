package cadastre.selfhosted;

import cadastre.dns.Name;
import cadastre.dns.Presentation;
import cadastre.dns.PresentationException;
import cadastre.dns.RdataType;
import cadastre.dns.RdataTypes;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Ttl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// A zone as PowerDNS's HTTP API shows it.
///
/// @param records  those that are served, in the order of the answer
/// @param signed   whether PowerDNS signs the zone
/// @param warnings what is in it that cannot be shown, as users read it
record PowerDnsZone(List<ResourceRecord> records, boolean signed, List<String> warnings) {
    private static final JsonFactory JSON = new JsonFactory();

    PowerDnsZone {
        records = List.copyOf(records);
        warnings = List.copyOf(warnings);
    }

    /// An answer that is not a zone.
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// One RRset of the answer, in its words.
    private record Shown(String name, String type, long ttl, List<String> contents, boolean someDisabled) {}

    static PowerDnsZone parse(String json, Name apex) throws UnreadableException {
        List<Shown> rrsets = new ArrayList<>();
        boolean signed = false;
        boolean complete = false;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (key) {
                    case "dnssec" -> signed = value == JsonToken.VALUE_TRUE;
                    case "rrsets" -> {
                        complete = true;
                        while (parser.nextToken() == JsonToken.START_OBJECT) {
                            rrsets.add(rrset(parser));
                        }
                    }
                    default -> parser.skipChildren();
                }
            }
        } catch (JacksonException e) {
            throw new UnreadableException("the answer is no JSON: " + e.getOriginalMessage(), e);
        }
        if (!complete) {
            throw new UnreadableException("the answer has no \"rrsets\"", new IllegalStateException("no rrsets"));
        }
        return of(rrsets, signed, apex);
    }

    private static Shown rrset(JsonParser parser) {
        String name = "";
        String type = "";
        long ttl = 0;
        List<String> contents = new ArrayList<>();
        boolean disabled = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            switch (key) {
                case "name" -> name = parser.getValueAsString("");
                case "type" -> type = parser.getValueAsString("");
                case "ttl" -> ttl = parser.getValueAsLong();
                case "records" -> {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        Optional<String> content = content(parser);
                        content.ifPresent(contents::add);
                        disabled |= content.isEmpty();
                    }
                }
                default -> parser.skipChildren();
            }
        }
        return new Shown(name, type, ttl, contents, disabled);
    }

    /// What a record says; nothing if it is disabled.
    private static Optional<String> content(JsonParser parser) {
        String content = "";
        boolean disabled = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (key) {
                case "content" -> content = parser.getValueAsString("");
                case "disabled" -> disabled = value == JsonToken.VALUE_TRUE;
                default -> parser.skipChildren();
            }
        }
        return disabled ? Optional.empty() : Optional.of(content);
    }

    private static PowerDnsZone of(List<Shown> rrsets, boolean signed, Name apex) throws UnreadableException {
        List<ResourceRecord> records = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (Shown shown : rrsets) {
            Optional<RdataType> type = RdataTypes.find(shown.type());
            if (type.isEmpty()) {
                warnings.add("PowerDNS holds " + shown.type() + " at " + shown.name()
                        + ", which is of its own making; it is left alone");
                continue;
            }
            if (shown.someDisabled()) {
                warnings.add("PowerDNS holds disabled records of " + shown.name() + " " + shown.type()
                        + "; they go if that RRset is changed");
            }
            for (String content : shown.contents()) {
                records.add(record(shown, type.get(), content, apex));
            }
        }
        return new PowerDnsZone(records, signed, warnings);
    }

    private static ResourceRecord record(Shown shown, RdataType type, String content, Name apex)
            throws UnreadableException {
        try {
            int ttl = Math.clamp(shown.ttl(), 0, Integer.MAX_VALUE);
            return new ResourceRecord(
                    Name.parse(shown.name()), new Ttl(ttl), Presentation.rdata(type, content, Name.ROOT));
        } catch (PresentationException e) {
            throw new UnreadableException(
                    shown.name() + " " + type + " in " + apex.withoutDot() + ": " + e.getMessage(), e);
        }
    }
}
