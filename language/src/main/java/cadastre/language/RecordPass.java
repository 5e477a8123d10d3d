package cadastre.language;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What validation does with each record by itself: check it as it was written, then bring it into its one
/// form.
final class RecordPass {
    private static final long DEFAULT_TTL = 300;
    private static final String NOT_SET = "DEFAULT_NOT_SET.";
    private static final Set<String> CAA_TAGS =
            Set.of("issue", "issuewild", "iodef", "contactemail", "contactphone", "issuemail", "issuevmc");

    private final String zone;
    private final Messages messages;

    RecordPass(String zone, Messages messages) {
        this.zone = zone;
        this.messages = messages;
    }

    /// {@return `record` in its one form; nothing if its label is outside the zone, which ends validation}
    Optional<RecordConfig> normalised(RecordConfig written) {
        RecordConfig record = lowerCase(written);
        if (record.ttl() == 0) {
            record = record.withTtl(DEFAULT_TTL);
        }
        String label = label(record.name());
        if (label.endsWith(".")) {
            messages.error("label " + GoText.quote(label) + " does not match D(" + GoText.quote(zone) + ")", record);
            return Optional.empty();
        }
        if (ReverseNames.isReverse(zone) && label.endsWith("." + zone)) {
            label = label.substring(0, label.length() - zone.length() - 1);
        }
        record = checkedType(record.withName(label));
        checkLabel(record);
        TargetChecks.check(record, zone, messages);
        record = withCanonicalTarget(record);
        if (record.meta().containsKey("ignore_name_disable_safety_check")) {
            messages.error(
                    "IGNORE_NAME_DISABLE_SAFETY_CHECK no longer supported. Please use DISABLE_IGNORE_SAFETY_CHECK "
                            + "for the entire domain",
                    record);
        }
        return Optional.of(record);
    }

    /// {@return `record` in lower case where case has no meaning}
    static RecordConfig lowerCase(RecordConfig record) {
        if (record.modern().isPresent()) {
            return record;
        }
        RecordConfig lower = record.withName(HostNames.lower(record.name()));
        if (!RecordTypes.hasLowerCaseTarget(record.type())) {
            return lower;
        }
        if (!record.type().equals("SOA")) {
            return lower.withTarget(HostNames.lower(record.target()));
        }
        String mailbox = record.text("soambox");
        RecordConfig soa = record.target().equals(NOT_SET) ? lower : lower.withTarget(HostNames.lower(record.target()));
        return mailbox.isEmpty() || mailbox.equals(NOT_SET) ? soa : soa.withField("soambox", HostNames.lower(mailbox));
    }

    private String label(String name) {
        String absolute = zone + ".";
        if (name.equals(absolute)) {
            return "@";
        }
        return name.endsWith("." + absolute) ? name.substring(0, name.length() - absolute.length() - 1) : name;
    }

    private RecordConfig checkedType(RecordConfig record) {
        if (RecordTypes.isCustom(record.type())) {
            return record.withMeta("orig_custom_type", record.type());
        }
        if (!RecordTypes.isStandard(record.type())) {
            messages.error(
                    "unsupported record type (" + record.type() + ") domain=" + zone + " name=" + record.name(),
                    record);
        }
        return record;
    }

    private void checkLabel(RecordConfig record) {
        String label = record.name();
        if (label.equals("@")) {
            return;
        }
        if (label.isEmpty()) {
            messages.error(
                    "empty " + record.type() + " label (\"\") in " + zone + ". Did you mean \"@\" instead?", record);
            return;
        }
        // Not said by the original; no server takes such a name.
        if (label.startsWith(".") || label.contains("..")) {
            messages.error(
                    "label " + GoText.quote(label + "." + zone)
                            + " has an empty part. Inside of D_EXTEND names do not end"
                            + " with a dot, and \"@\" is the extended name",
                    record);
            return;
        }
        boolean repeats = label.equals(zone) || label.endsWith("." + zone);
        if (repeats && !"true".equals(record.meta().get("skip_fqdn_check"))) {
            String shorter = label.equals(zone) ? label : label.substring(0, label.length() - zone.length() - 1);
            messages.error(
                    "The name \"" + label + "." + zone + ".\" is an error (repeats the domain). Maybe instead of \""
                            + label + "\" you intended \"" + shorter
                            + "\"? If not add DISABLE_REPEATED_DOMAIN_CHECK to this record to permit this as-is.",
                    record);
            return;
        }
        boolean usual = RecordTypes.isUnderscoreUsual(record.type())
                || label.startsWith("_")
                || label.contains("._")
                || label.startsWith("sql-");
        if (!usual && label.indexOf('_') >= 0) {
            messages.warning("label " + label + "." + zone + " contains \"_\" (can't be used in a URL)", record);
        }
    }

    private RecordConfig withCanonicalTarget(RecordConfig record) {
        if (RecordTypes.isTargetRelative(record.type())) {
            String origin = record.subdomain().isEmpty() ? zone + "." : record.subdomain() + "." + zone + ".";
            return record.withTarget(HostNames.absolute(record.target(), origin));
        }
        return switch (record.type()) {
            case "A", "AAAA" ->
                record.withTarget(Addresses.canonical(record.target()).orElse(record.target()));
            case "PTR" -> withReversedLabel(record);
            case "CAA" -> {
                if (!CAA_TAGS.contains(record.text("caatag"))) {
                    messages.error("CAA tag " + record.text("caatag") + " is invalid", record);
                }
                yield record;
            }
            case "OPENPGPKEY" -> withBase64(record);
            case "TLSA", "SMIMEA" -> {
                checkCertificateFields(record);
                yield record;
            }
            default -> record;
        };
    }

    private RecordConfig withReversedLabel(RecordConfig record) {
        try {
            return record.withName(ReverseNames.label(record.name(), zone));
        } catch (ReverseNames.Outside e) {
            messages.error(String.valueOf(e.getMessage()), record);
            return record;
        }
    }

    private RecordConfig withBase64(RecordConfig record) {
        try {
            return record.withTarget(OpenPgpKey.base64(record.target()));
        } catch (OpenPgpKey.Undecodable e) {
            messages.error(String.valueOf(e.getMessage()), record);
            return record;
        }
    }

    private void checkCertificateFields(RecordConfig record) {
        String prefix = record.type().toLowerCase(Locale.ROOT);
        checkRange(record, "Usage", prefix + "usage", 3);
        checkRange(record, "Selector", prefix + "selector", 1);
        checkRange(record, "MatchingType", prefix + "matchingtype", 2);
    }

    private void checkRange(RecordConfig record, String field, String key, long highest) {
        long value = record.number(key);
        if (value > highest) {
            messages.error(
                    record.type() + " " + field + " " + value + " is invalid in record " + record.name() + " (domain "
                            + zone + ")",
                    record);
        }
    }
}
