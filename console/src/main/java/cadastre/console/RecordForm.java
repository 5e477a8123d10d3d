package cadastre.console;

import cadastre.dns.Name;
import cadastre.dns.Presentation;
import cadastre.dns.PresentationException;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RdataType;
import cadastre.dns.RdataTypes;
import cadastre.dns.RelativeName;
import cadastre.dns.Ttl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The form of one RRset, as it is filled in: one form for each type, made of the table of types.
///
/// @param owner   relative to the apex, or with a final dot
/// @param type    a mnemonic
/// @param ttl     in seconds or with units
/// @param fields  what each record's fields are called
/// @param rows    of each record the text of each field; at least one row
/// @param said    what is wrong, by field; mostly empty
/// @param isNew   whether the RRset is added, so that name and type may be chosen
/// @param cure    whether a name lacks its final dot and a button should add it
public record RecordForm(
        String owner,
        String type,
        String ttl,
        List<Field> fields,
        List<List<String>> rows,
        List<Said> said,
        boolean isNew,
        boolean cure) {
    /// The TTLs that LiveDNS takes (`gandi-api` 5.3).
    static final int SHORTEST_TTL = 300;

    private static final int LONGEST_TTL = 2_592_000;
    private static final int LONGEST_STRING = 255;
    /// Those that are asked for most, in the order of asking.
    private static final List<String> COMMON = List.of(
            "A",
            "AAAA",
            "CNAME",
            "MX",
            "TXT",
            "SRV",
            "CAA",
            "NS",
            "ALIAS",
            "HTTPS",
            "SVCB",
            "TLSA",
            "SSHFP",
            "DS",
            "PTR",
            "NAPTR",
            "LOC",
            "DNAME",
            "CDS",
            "CDNSKEY",
            "OPENPGPKEY",
            "SMIMEA",
            "KEY",
            "RP",
            "SPF",
            "WKS",
            "URI");
    /// Fields that are names, so that a final dot means something.
    private static final Set<String> NAMES = Set.of(
            "CNAME target",
            "ALIAS target",
            "DNAME target",
            "PTR target",
            "NS name server",
            "MX exchange",
            "SRV target",
            "SVCB target",
            "HTTPS target",
            "NAPTR replacement");
    /// Fields that are texts in quotation marks, which nobody need type.
    private static final Set<String> TEXTS =
            Set.of("CAA value", "NAPTR flags", "NAPTR services", "NAPTR regexp", "URI target");

    /// The lists are copied.
    public RecordForm {
        fields = List.copyOf(fields);
        rows = rows.stream().map(List::copyOf).toList();
        said = List.copyOf(said);
    }

    /// A field of a type.
    ///
    /// @param label what it is called
    /// @param size  how wide it is: `s`, `m` or `l`
    /// @param long_ whether it may take several lines
    public record Field(String label, String size, boolean long_) {}

    /// What is wrong with what was filled in.
    ///
    /// @param field `owner`, `ttl`, `type`, or the number of the record's row
    /// @param text  what and what to do
    public record Said(String field, String text) {}

    /// What came of a form that was sent.
    sealed interface Result {
        /// It says this.
        record Good(RRset rrset) implements Result {}

        /// Something is wrong.
        record Bad(RecordForm form) implements Result {}
    }

    /// {@return the mnemonics one may choose from}
    public static List<String> types() {
        return COMMON;
    }

    /// {@return an empty form of a type}
    static RecordForm blank(RdataType type, String owner, String ttl, int rows) {
        List<Field> fields = fields(type);
        List<List<String>> empty = new ArrayList<>();
        for (int i = 0; i < Math.max(1, rows); i++) {
            empty.add(fields.stream().map(_ -> "").toList());
        }
        return new RecordForm(owner, type.mnemonic(), ttl, fields, empty, List.of(), true, false);
    }

    /// {@return the form of an RRset that is there}
    static RecordForm of(RRset rrset, Name apex) {
        List<List<String>> rows = rrset.rdata().stream().map(RecordForm::texts).toList();
        String owner = rrset.owner()
                .relativeTo(apex)
                .map(RelativeName::unicode)
                .orElseGet(() -> rrset.owner().unicode());
        return new RecordForm(
                owner,
                rrset.type().mnemonic(),
                String.valueOf(rrset.ttl().seconds()),
                fields(rrset.type()),
                rows,
                List.of(),
                false,
                false);
    }

    private static List<Field> fields(RdataType type) {
        List<String> names = Presentation.fieldNames(type);
        if (names.isEmpty()) {
            return List.of(new Field("data", "l", true));
        }
        return names.stream().map(name -> field(type, name)).toList();
    }

    private static Field field(RdataType type, String name) {
        boolean text = isText(type) || TEXTS.contains(type + " " + name);
        boolean wide = text || NAMES.contains(type + " " + name);
        boolean big = isText(type)
                || Set.of("key", "digest", "association", "parameters", "fingerprint")
                        .contains(name);
        boolean address = name.equals("address") || name.equals("target") || name.equals("mailbox");
        return new Field(name, wide || big || address ? "l" : name.length() > 10 ? "m" : "s", isText(type));
    }

    private static boolean isText(RdataType type) {
        return type.equals(RdataTypes.TXT) || type.mnemonic().equals("SPF");
    }

    /// What the fields of a record show: texts without quotation marks, several strings as one.
    private static List<String> texts(Rdata rdata) {
        List<String> names = Presentation.fieldNames(rdata.type());
        List<String> fields = Presentation.fields(rdata);
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            String name = i < names.size() ? names.get(i) : "";
            boolean text = isText(rdata.type()) || TEXTS.contains(rdata.type() + " " + name);
            shown.add(text ? CharacterStrings.plain(fields.get(i)) : fields.get(i));
        }
        return shown;
    }

    /// {@return what a form that was sent says}
    ///
    /// @param sent   its fields by name: `owner`, `type`, `ttl`, and `f0-0` for the first field of the first record
    /// @param before the RRset that it changes, if it changes one
    static Result parse(Map<String, String> sent, Name apex, Optional<RRset> before) {
        String owner = sent.getOrDefault("owner", "@").strip();
        String ttl = sent.getOrDefault("ttl", "").strip();
        Optional<RdataType> type = RdataTypes.find(sent.getOrDefault("type", "").strip());
        if (type.isEmpty()) {
            RecordForm form = blank(RdataTypes.A, owner, ttl, 1);
            return new Result.Bad(form.with(List.of(new Said("type", "Choose a type.")), false));
        }
        List<Field> fields = fields(type.get());
        List<List<String>> rows = rows(sent, fields.size());
        boolean dots = "dots".equals(sent.get("cure"));
        boolean meant = "meant".equals(sent.get("cure"));
        if (dots) {
            rows = rows.stream().map(row -> dotted(row, fields, type.get())).toList();
        }
        RecordForm form =
                new RecordForm(owner, type.get().mnemonic(), ttl, fields, rows, List.of(), before.isEmpty(), false);
        return form.read(apex, type.get(), before, meant);
    }

    private Result read(Name apex, RdataType rdataType, Optional<RRset> before, boolean meant) {
        List<Said> wrong = new ArrayList<>();
        Optional<Name> name = name(apex, wrong);
        Optional<Ttl> life = life(wrong);
        int beside = wrong.size();
        List<Rdata> rdata = new ArrayList<>();
        boolean undotted = false;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).stream().allMatch(String::isBlank)) {
                continue;
            }
            Optional<String> bare = meant ? Optional.empty() : undotted(rows.get(i), fields, rdataType);
            if (bare.isPresent()) {
                undotted = true;
                wrong.add(new Said(
                        String.valueOf(i),
                        "Without a final dot this means " + bare.get() + "." + apex + " — is that what is meant?"));
                continue;
            }
            try {
                rdata.add(rdata(rows.get(i), rdataType, apex, before));
            } catch (PresentationException e) {
                wrong.add(new Said(String.valueOf(i), sentence(e)));
            }
        }
        if (rdata.isEmpty() && wrong.size() == beside) {
            wrong.add(new Said("0", "Fill in at least one record, or remove the RRset."));
        }
        if (!wrong.isEmpty() || name.isEmpty() || life.isEmpty()) {
            return new Result.Bad(with(wrong, undotted));
        }
        return new Result.Good(new RRset(
                name.get(), rdataType, life.get(), rdata.stream().distinct().toList()));
    }

    private static String sentence(PresentationException e) {
        String text = String.valueOf(e.getMessage());
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private Optional<Name> name(Name apex, List<Said> wrong) {
        try {
            Name name = owner.isEmpty() ? apex : Name.parse(owner, apex);
            if (name.isAtOrBelow(apex)) {
                return Optional.of(name);
            }
            wrong.add(new Said("owner", name + " is not in this zone. Write it without a final dot."));
        } catch (PresentationException e) {
            wrong.add(new Said("owner", sentence(e)));
        }
        return Optional.empty();
    }

    private Optional<Ttl> life(List<Said> wrong) {
        Optional<Ttl> parsed = Ttl.parse(ttl);
        if (parsed.isEmpty()) {
            wrong.add(new Said("ttl", "Write seconds, or a number with a unit: 300, 1h, 2d."));
        } else if (parsed.get().seconds() < SHORTEST_TTL || parsed.get().seconds() > LONGEST_TTL) {
            wrong.add(new Said("ttl", "Gandi takes 300 s (5m) to 2,592,000 s (30d)."));
            return Optional.empty();
        }
        return parsed;
    }

    private static Rdata rdata(List<String> row, RdataType type, Name apex, Optional<RRset> before)
            throws PresentationException {
        if (isText(type)) {
            String text = row.getFirst();
            // Unless the text itself was changed, it stays split as it was.
            Optional<Rdata> same = before.stream()
                    .flatMap(rrset -> rrset.rdata().stream())
                    .filter(one -> texts(one).getFirst().equals(text))
                    .findFirst();
            return same.isPresent()
                    ? same.get()
                    : Presentation.rdata(type, CharacterStrings.written(text, LONGEST_STRING), apex);
        }
        List<String> names = Presentation.fieldNames(type);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String name = i < names.size() ? names.get(i) : "";
            boolean text = TEXTS.contains(type + " " + name);
            words.add(text ? CharacterStrings.quoted(row.get(i)) : row.get(i).strip());
        }
        return Presentation.rdata(type, String.join(" ", words).strip(), apex);
    }

    /// A name with dots inside and none at its end: nearly always the end is missing.
    private static Optional<String> undotted(List<String> row, List<Field> fields, RdataType type) {
        for (int i = 0; i < row.size(); i++) {
            String text = row.get(i).strip();
            boolean name = NAMES.contains(type + " " + fields.get(i).label());
            if (name && text.contains(".") && !text.endsWith(".")) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private static List<String> dotted(List<String> row, List<Field> fields, RdataType type) {
        List<String> dotted = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String text = row.get(i).strip();
            boolean name = NAMES.contains(type + " " + fields.get(i).label());
            dotted.add(name && text.contains(".") && !text.endsWith(".") ? text + "." : row.get(i));
        }
        return dotted;
    }

    private static List<List<String>> rows(Map<String, String> sent, int fields) {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < 200 && sent.containsKey("f" + row + "-0"); row++) {
            List<String> texts = new ArrayList<>();
            for (int field = 0; field < fields; field++) {
                texts.add(sent.getOrDefault("f" + row + "-" + field, ""));
            }
            rows.add(texts);
        }
        return rows.isEmpty() ? List.of(java.util.Collections.nCopies(fields, "")) : rows;
    }

    private RecordForm with(List<Said> wrong, boolean undotted) {
        return new RecordForm(owner, type, ttl, fields, rows, wrong, isNew, undotted);
    }

    /// {@return the same form with one more empty record}
    RecordForm withRow() {
        List<List<String>> more = new ArrayList<>(rows);
        more.add(fields.stream().map(_ -> "").toList());
        return new RecordForm(owner, type, ttl, fields, more, said, isNew, cure);
    }

    /// {@return what is said beside a field; empty if nothing}
    public String said(String field) {
        return said.stream()
                .filter(one -> one.field().equals(field))
                .map(Said::text)
                .findFirst()
                .orElse("");
    }
}
