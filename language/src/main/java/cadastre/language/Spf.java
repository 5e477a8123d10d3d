package cadastre.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// SPF records that take in others' terms, or that are cut into a chain of records that include each
/// other.
///
/// @rfc 7208 section 3.4
final class Spf {
    private static final int LONGEST = 255;

    private final Messages messages;
    private final SpfRecords records;
    private Optional<SpfLookups> lookups = Optional.empty();

    private Spf(SpfRecords records, Messages messages) {
        this.records = records;
        this.messages = messages;
    }

    /// {@return `domains` with their SPF records flattened and cut, where their metadata say so}
    static List<DomainConfig> apply(List<DomainConfig> domains, SpfRecords records, Messages messages) {
        Spf spf = new Spf(records, messages);
        List<DomainConfig> results = domains.stream().map(spf::apply).toList();
        spf.lookups.ifPresent(lookups -> lookups.finish(messages));
        return results;
    }

    private DomainConfig apply(DomainConfig domain) {
        List<RecordConfig> results = new ArrayList<>(domain.records());
        boolean changed = false;
        for (int i = 0; i < domain.records().size(); i++) {
            RecordConfig record = results.get(i);
            String split = record.meta().getOrDefault("split", "");
            String flatten = record.meta().getOrDefault("flatten", "");
            if (!record.type().equals("TXT") || (split.isEmpty() && flatten.isEmpty())) {
                continue;
            }
            Optional<SpfText> text = flattened(record, flatten);
            if (text.isEmpty()) {
                continue;
            }
            changed = true;
            results.set(
                    i, flatten.isEmpty() ? record : record.withTarget(text.get().text()));
            if (!split.isEmpty()) {
                chain(domain.name(), results.get(i), text.get(), split, i, results);
            }
        }
        return changed ? domain.withRecords(results) : domain;
    }

    private Optional<SpfText> flattened(RecordConfig record, String domains) {
        try {
            SpfText text = SpfText.parse(record.target());
            return Optional.of(domains.isEmpty() ? text : text.flattened(domains, lookups()));
        } catch (SpfText.Unsupported e) {
            messages.error(String.valueOf(e.getMessage()), record);
            return Optional.empty();
        }
    }

    private SpfLookups lookups() throws SpfText.Unsupported {
        if (lookups.isEmpty()) {
            lookups = Optional.of(SpfLookups.of(records));
        }
        return lookups.get();
    }

    private void chain(
            String zone, RecordConfig record, SpfText text, String split, int index, List<RecordConfig> records) {
        OptionalInt overhead = number(record, "overhead1", 0);
        OptionalInt size = number(record, "txtMaxSize", LONGEST);
        if (!split.contains("%d")) {
            messages.warning(
                    "split format `" + split + "` in `" + HostNames.owner(record.name(), zone)
                            + "` is not proper format (missing %d)",
                    record);
            return;
        }
        if (size.isEmpty()) {
            return;
        }
        Map<String, String> chain = text.chain(split + "." + zone, overhead.orElse(0), size.getAsInt());
        chain.forEach((name, target) -> {
            RecordConfig changed = record.withTarget(target);
            if (name.equals("@")) {
                records.set(index, changed);
            } else {
                records.add(changed.withName(name.substring(0, name.length() - zone.length() - 1)));
            }
        });
    }

    private OptionalInt number(RecordConfig record, String key, int otherwise) {
        String text = record.meta().get(key);
        if (text == null) {
            return OptionalInt.of(otherwise);
        }
        try {
            return OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException _) {
            messages.warning("split " + key + " " + GoText.quote(text) + " is not an int", record);
            return OptionalInt.empty();
        }
    }
}
