package cadastre.language;

import cadastre.dns.A;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Addresses that become others: `IMPORT_TRANSFORM` of another domain's records, then `transform` of
/// single ones.
final class Transforms {
    private static final String IMPORT = "IMPORT_TRANSFORM";

    private final List<DomainConfig> domains;
    private final List<List<RecordConfig>> records;
    private final Messages messages;

    private Transforms(List<DomainConfig> domains, Messages messages) {
        this.domains = domains;
        this.records = new ArrayList<>();
        domains.forEach(domain -> records.add(new ArrayList<>(domain.records())));
        this.messages = messages;
    }

    static List<DomainConfig> apply(List<DomainConfig> domains, Messages messages) {
        Transforms transforms = new Transforms(domains, messages);
        for (int i = 0; i < domains.size(); i++) {
            for (RecordConfig record : domains.get(i).records()) {
                if (record.type().equals(IMPORT)) {
                    transforms.importInto(i, record);
                }
            }
        }
        List<DomainConfig> results = new ArrayList<>();
        for (int i = 0; i < domains.size(); i++) {
            List<RecordConfig> kept = transforms.records.get(i);
            kept.removeIf(record -> record.type().equals(IMPORT));
            transforms.transform(kept);
            results.add(domains.get(i).withRecords(kept));
        }
        return results;
    }

    private void importInto(int destination, RecordConfig order) {
        Optional<TransformTable> table = table(order.meta().getOrDefault("transform_table", ""), order);
        if (table.isEmpty()) {
            return;
        }
        for (int source = 0; source < domains.size(); source++) {
            if (domains.get(source).name().equals(order.target())) {
                copyRecords(source, destination, order, table.get());
                return;
            }
        }
        messages.error("IMPORT_TRANSFORM mentions non-existent domain " + GoText.quote(order.target()), order);
    }

    private Optional<TransformTable> table(String text, RecordConfig about) {
        try {
            return Optional.of(TransformTable.decode(text));
        } catch (TransformTable.Undecodable e) {
            messages.error(String.valueOf(e.getMessage()), about);
            return Optional.empty();
        }
    }

    private void copyRecords(int source, int destination, RecordConfig order, TransformTable table) {
        String zone = domains.get(source).name();
        String newZone = domains.get(destination).name();
        String suffix = order.meta().getOrDefault("transform_suffixstrip", "");
        List<RecordConfig> into = records.get(destination);
        for (RecordConfig record : List.copyOf(records.get(source))) {
            String owner = HostNames.owner(record.name(), zone);
            boolean present = into.stream()
                    .anyMatch(one ->
                            one.type().equals(record.type()) && one.name().equals(owner));
            boolean copied = record.type().equals("A") || record.type().equals("CNAME");
            if (present
                    || !copied
                    || !record.meta().getOrDefault("import_transform_skip", "").isEmpty()) {
                continue;
            }
            if (!suffix.isEmpty() && !owner.endsWith("." + suffix)) {
                messages.error(
                        "label " + GoText.quote(owner) + " does not end with " + GoText.quote("." + suffix), order);
                return;
            }
            String label = suffix.isEmpty() ? owner : owner.substring(0, owner.length() - suffix.length() - 1);
            RecordConfig copy = record.withName(label).withTtl(order.ttl() == 0 ? record.ttl() : order.ttl());
            if (record.type().equals("CNAME")) {
                String target = HostNames.absolute(record.target(), zone + ".");
                into.add(copy.withTarget(target + newZone + "."));
            } else {
                targets(record, table).forEach(target -> into.add(copy.withTarget(target)));
            }
        }
    }

    private static List<String> targets(RecordConfig record, TransformTable table) {
        Optional<A> address = Addresses.ipv4(record.target());
        return address.map(table::transformed).orElse(List.of());
    }

    private void transform(List<RecordConfig> records) {
        int declared = records.size();
        for (int i = 0; i < declared; i++) {
            RecordConfig record = records.get(i);
            String text = record.meta().get("transform");
            if (!record.type().equals("A") || text == null) {
                continue;
            }
            Optional<TransformTable> table = table(text, record);
            if (table.isEmpty()) {
                return;
            }
            List<String> targets = targets(record, table.get());
            for (int k = 0; k < targets.size(); k++) {
                RecordConfig changed = record.withTarget(targets.get(k));
                if (k == 0) {
                    records.set(i, changed);
                } else {
                    records.add(changed);
                }
            }
        }
    }
}
