package cadastre.language;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Examines the arguments of `DS`, `RP` and redirects, after the program has run.
final class RawRecords {
    private static final int DS = 43;
    private static final int RP = 17;
    private static final long DEFAULT_TTL = 300;

    private final RawRecord record;
    private final String zone;

    private RawRecords(RawRecord record, String zone) {
        this.record = record;
        this.zone = zone;
    }

    /// A reason without the place and the call, which are put before it.
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    /// {@return the record that `record` writes in the zone named `zone`, without final dot}
    ///
    /// @throws ConfReader.Unusable with a message as users of DNSControl know it
    static RecordConfig examined(RawRecord record, String zone) throws ConfReader.Unusable {
        RawRecords raw = new RawRecords(record, zone);
        try {
            if (record.duplicate().isPresent()) {
                String value = GoText.quote(record.duplicate().get().getValue());
                throw new Wrong("duplicate metadata key "
                        + GoText.quote(record.duplicate().get().getKey()) + " (" + value + " -- " + value + ")");
            }
            return switch (record.type()) {
                case "DS" -> raw.named(raw::ds);
                case "RP" -> raw.named(raw::rp);
                case "CF_REDIRECT" -> raw.redirect(301);
                case "CF_TEMP_REDIRECT" -> raw.redirect(302);
                case "CLOUDFLAREAPI_SINGLE_REDIRECT" -> raw.singleRedirect();
                default -> throw new Wrong("unknown record type " + GoText.quote(record.type()));
            };
        } catch (Wrong e) {
            throw new ConfReader.Unusable(
                    "error processing record at " + record.filepos() + " [" + record.call() + "]: " + e.getMessage(),
                    record.position());
        }
    }

    // ---- owner names

    @FunctionalInterface
    private interface Body {
        RecordConfig of(Label label, List<RawRecord.Argument> arguments) throws Wrong;
    }

    private record Label(String raw, String name, String unicode) {
        static final Label APEX = new Label("@", "@", "@");

        String fullName(String zone) {
            return (name.equals("@") ? zone : name + "." + zone) + ".";
        }
    }

    private RecordConfig named(Body body) throws Wrong, ConfReader.Unusable {
        if (record.arguments().isEmpty() || !(record.arguments().getFirst() instanceof RawRecord.Text(String text))) {
            throw new Wrong("the first argument has to be a label, as text");
        }
        Label label = label(text);
        try {
            return body.of(
                    label, record.arguments().subList(1, record.arguments().size()));
        } catch (Wrong e) {
            String call = record.call().replaceFirst("\" ", "\", ");
            throw new Wrong("ERROR: (" + record.filepos() + ") [" + call + "]: " + e.getMessage());
        }
    }

    private Label label(String written) throws Wrong, ConfReader.Unusable {
        String raw = written;
        if (written.endsWith(".")) {
            String name = Punycode.toAscii(written);
            if (name.equals(zone + ".")) {
                return Label.APEX;
            }
            if (!name.endsWith("." + zone + ".")) {
                throw new Wrong("label " + GoText.quote(written) + " is not in zone " + zone);
            }
            raw = written.substring(0, Math.max(0, written.length() - zone.length() - 2));
        }
        String name = Punycode.toAscii(raw.toLowerCase(Locale.ROOT));
        boolean repeats = name.equals(zone) || name.endsWith("." + zone);
        if (repeats && !"true".equals(record.meta().get("skip_fqdn_check"))) {
            String shorter = name.equals(zone) ? "@" : raw.substring(0, raw.length() - zone.length() - 1);
            throw new ConfReader.Unusable(
                    "name " + GoText.quote(name + "." + zone)
                            + " is an error (repeats the domain): Hint: Maybe instead of " + GoText.quote(raw)
                            + " you intended " + GoText.quote(shorter)
                            + "? If not add DISABLE_REPEATED_DOMAIN_CHECK to this record to disable this check",
                    record.position());
        }
        return new Label(raw, name, Punycode.toUnicode(name));
    }

    // ---- types

    private RecordConfig ds(Label label, List<RawRecord.Argument> arguments) throws Wrong {
        requireCount(4, arguments);
        int keyTag = number(arguments.get(0), 16);
        int algorithm = number(arguments.get(1), 8);
        int digestType = number(arguments.get(2), 8);
        String digest = text(arguments.get(3));
        JsonOutput fields = header(label, DS);
        fields.key("KeyTag").value(keyTag);
        fields.key("Algorithm").value(algorithm);
        fields.key("DigestType").value(digestType);
        fields.key("Digest").value(digest).endObject();
        String comparable = keyTag + " " + algorithm + " " + digestType + " " + digest.toUpperCase(Locale.ROOT);
        return modern(label, record.ttl(), fields.text(), comparable, "")
                .withField("dskeytag", (long) keyTag)
                .withField("dsalgorithm", (long) algorithm)
                .withField("dsdigesttype", (long) digestType)
                .withField("dsdigest", digest);
    }

    private RecordConfig rp(Label label, List<RawRecord.Argument> arguments) throws Wrong {
        requireCount(2, arguments);
        String mailbox = absolute(text(arguments.get(0)));
        String description = absolute(text(arguments.get(1)));
        JsonOutput fields = header(label, RP);
        fields.key("Mbox").value(mailbox);
        fields.key("Txt").value(description).endObject();
        return modern(label, record.ttl(), fields.text(), mailbox + " " + description, "");
    }

    private RecordConfig singleRedirect() throws Wrong {
        List<RawRecord.Argument> arguments = record.arguments();
        requireCount(4, arguments);
        int code = number(arguments.get(1), 16);
        return redirect(text(arguments.get(0)), code, text(arguments.get(2)), text(arguments.get(3)));
    }

    private RecordConfig redirect(int code) throws Wrong {
        requireCount(2, record.arguments());
        String pattern = text(record.arguments().get(0));
        String replacement = text(record.arguments().get(1));
        Redirects.Rule rule = Redirects.rule(pattern, replacement);
        return redirect(code + "," + pattern + "," + replacement, code, rule.when(), rule.then());
    }

    private RecordConfig redirect(String name, int code, String when, String then) throws Wrong {
        if (!List.of(301, 302, 303, 307, 308).contains(code)) {
            throw new Wrong("code (" + code + ") is not 301,302,303,307,308");
        }
        String shown = "name=(" + name + ") code=(" + code + ") when=(" + when + ") then=(" + then + ")";
        JsonOutput fields = new JsonOutput(false).beginObject();
        fields.key("code").value(code);
        fields.key("sr_name").value(name);
        fields.key("sr_when").value(when);
        fields.key("sr_then").value(then);
        fields.key("sr_display").value(shown).endObject();
        return modern(Label.APEX, 1, fields.text(), shown, shown).withType("CLOUDFLAREAPI_SINGLE_REDIRECT");
    }

    private RecordConfig modern(Label label, long ttl, String fields, String comparable, String target) {
        SortedMap<String, Object> none = new TreeMap<>();
        return new RecordConfig(
                record.type(),
                ttl,
                label.name(),
                target,
                none,
                record.meta(),
                record.filepos(),
                record.position(),
                "",
                Optional.of(new RecordConfig.Modern(label.raw(), label.unicode(), fields, comparable)));
    }

    /// The beginning of the structure that newer types are kept in.
    private JsonOutput header(Label label, int type) {
        JsonOutput out = new JsonOutput(false).beginObject().key("Hdr").beginObject();
        out.key("Name").value(label.fullName(zone));
        out.key("Rrtype").value(type);
        out.key("Class").value(1);
        out.key("Ttl").value(record.ttl() == 0 ? DEFAULT_TTL : record.ttl());
        out.key("Rdlength").value(0);
        return out.endObject();
    }

    // ---- arguments

    private static void requireCount(int wanted, List<RawRecord.Argument> arguments) throws Wrong {
        if (arguments.size() != wanted) {
            throw new Wrong("wrong number of arguments. Expected " + wanted + ", got " + arguments.size());
        }
    }

    private static int number(RawRecord.Argument argument, int bits) throws Wrong {
        String wanted = "uint" + bits;
        BigInteger number = switch (argument) {
            case RawRecord.Numeric(double value)
            when !Double.isInfinite(value) -> new java.math.BigDecimal(value).toBigInteger();
            case RawRecord.Text(String text) when text.matches("[+-]?[0-9]{1,30}") -> new BigInteger(text);
            case RawRecord.Text _, RawRecord.Numeric _ ->
                throw new Wrong("value " + argument.written() + " is not a number (" + wanted + " wanted)");
            case RawRecord.Truth _ ->
                throw new Wrong("value " + argument.written() + " is type bool, expected " + wanted);
            case RawRecord.Nothing _, RawRecord.Other _ ->
                throw new Wrong("value " + argument.written() + " is not a number (" + wanted + " wanted)");
        };
        if (number.signum() < 0 || number.bitLength() > bits) {
            throw new Wrong("value " + argument.written() + " overflows " + wanted);
        }
        return number.intValue();
    }

    private static String text(RawRecord.Argument argument) throws Wrong {
        return switch (argument) {
            case RawRecord.Text(String text) -> text;
            case RawRecord.Numeric _ -> argument.written();
            case RawRecord.Truth _ -> throw new Wrong("value " + argument.written() + " is type bool, expected string");
            case RawRecord.Nothing _, RawRecord.Other _ ->
                throw new Wrong("value " + argument.written() + " is not text (string wanted)");
        };
    }

    private String absolute(String name) {
        if (name.endsWith(".")) {
            return name;
        }
        return name.isEmpty() || name.equals("@") ? zone + "." : name + "." + zone + ".";
    }
}
