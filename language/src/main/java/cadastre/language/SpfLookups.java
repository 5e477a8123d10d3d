package cadastre.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// SPF records of other domains, each looked up once; what the cache file says wins over what was looked
/// up.
///
/// A run can so be repeated with the same result, and says when the cache is out of date.
final class SpfLookups {
    private static final JsonFactory JSON = new JsonFactory();

    private final SpfRecords records;
    private final Optional<Map<String, String>> cached;
    private final SortedMap<String, SpfRecords.Answer> answers = new TreeMap<>();

    private SpfLookups(SpfRecords records, Optional<Map<String, String>> cached) {
        this.records = records;
        this.cached = cached;
    }

    /// @throws SpfText.Unsupported if the cache file is not JSON of its shape
    static SpfLookups of(SpfRecords records) throws SpfText.Unsupported {
        Optional<String> text = records.cache();
        return new SpfLookups(records, text.isPresent() ? Optional.of(read(text.get())) : Optional.empty());
    }

    private static Map<String, String> read(String text) throws SpfText.Unsupported {
        Map<String, String> entries = new HashMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            expect(parser.nextToken() == JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String domain = parser.currentName();
                expect(parser.nextToken() == JsonToken.START_OBJECT);
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String key = parser.currentName();
                    expect(parser.nextToken() == JsonToken.VALUE_STRING);
                    if (key.equals("SPF")) {
                        entries.put(domain, parser.getString());
                    }
                }
            }
        } catch (JacksonException e) {
            throw new SpfText.Unsupported("spfcache.json: " + e.getOriginalMessage());
        }
        return entries;
    }

    private static void expect(boolean shape) throws SpfText.Unsupported {
        if (!shape) {
            throw new SpfText.Unsupported("spfcache.json: {\"domain\": {\"SPF\": \"v=spf1 ...\"}} is expected");
        }
    }

    /// {@return the record of `domain`}
    ///
    /// @throws SpfText.Unsupported if it is neither found nor in the cache
    String record(String domain) throws SpfText.Unsupported {
        SpfRecords.Answer answer = answers.computeIfAbsent(domain, records::lookUp);
        String known = cached.map(entries -> entries.getOrDefault(domain, "")).orElse("");
        if (!known.isEmpty()) {
            return known;
        }
        return switch (answer) {
            case SpfRecords.Answer.Found(String text) -> text;
            case SpfRecords.Answer.Failed(String reason) -> throw new SpfText.Unsupported(reason);
        };
    }

    /// Says what could not be looked up, or else that the cache is out of date, and keeps what was looked
    /// up.
    void finish(Messages messages) {
        List<String> changed = new ArrayList<>();
        JsonOutput updated = new JsonOutput(true).beginObject();
        boolean failed = false;
        for (Map.Entry<String, SpfRecords.Answer> entry : answers.entrySet()) {
            switch (entry.getValue()) {
                case SpfRecords.Answer.Failed(String reason) -> {
                    messages.warning("problem resolving SPF record: " + reason);
                    failed = true;
                }
                case SpfRecords.Answer.Found(String text) -> {
                    updated.key(entry.getKey()).map(Map.of("SPF", text));
                    if (!text.equals(cached.orElse(Map.of()).get(entry.getKey()))) {
                        changed.add(entry.getKey());
                    }
                }
            }
        }
        if (failed || changed.isEmpty()) {
            return;
        }
        records.keep(updated.endObject().text()).ifPresent(messages::error);
        if (cached.isPresent()) {
            messages.warning(changed.size() + " spf record lookups are out of date with cache ("
                    + String.join(",", changed)
                    + ").\nWhat was looked up is in spfcache.updated.json; compare it, and rename it to spfcache.json "
                    + "to use it.");
        }
    }
}
