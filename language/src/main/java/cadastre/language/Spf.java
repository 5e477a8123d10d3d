package cadastre.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// SPF records that are too long for one string, cut into a chain of records that include each other.
///
/// @rfc 7208 section 3.4
final class Spf {
    private static final int LONGEST = 255;

    private final Messages messages;

    private Spf(Messages messages) {
        this.messages = messages;
    }

    static List<DomainConfig> split(List<DomainConfig> domains, Messages messages) {
        Spf spf = new Spf(messages);
        return domains.stream().map(spf::split).toList();
    }

    private DomainConfig split(DomainConfig domain) {
        List<RecordConfig> records = new ArrayList<>(domain.records());
        boolean changed = false;
        for (int i = 0; i < domain.records().size(); i++) {
            RecordConfig record = records.get(i);
            String split = record.meta().getOrDefault("split", "");
            String flatten = record.meta().getOrDefault("flatten", "");
            if (!record.type().equals("TXT") || (split.isEmpty() && flatten.isEmpty())) {
                continue;
            }
            Optional<SpfText> text = parsed(record);
            if (text.isEmpty()) {
                continue;
            }
            if (!flatten.isEmpty()) {
                messages.error(
                        "problem resolving SPF record: flattening of " + HostNames.owner(record.name(), domain.name())
                                + " needs look-ups, which are not made yet; remove flatten from SPF_BUILDER",
                        record);
            }
            if (!split.isEmpty()) {
                chain(domain.name(), record, text.get(), split, i, records);
                changed = true;
            }
        }
        return changed ? domain.withRecords(records) : domain;
    }

    private Optional<SpfText> parsed(RecordConfig record) {
        try {
            return Optional.of(SpfText.parse(record.target()));
        } catch (SpfText.Unsupported e) {
            messages.error(String.valueOf(e.getMessage()), record);
            return Optional.empty();
        }
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
