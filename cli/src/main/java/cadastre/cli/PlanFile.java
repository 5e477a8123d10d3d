package cadastre.cli;

import cadastre.dns.Name;
import cadastre.language.DomainConfig;
import cadastre.plan.Objection;
import cadastre.plan.Plan;
import cadastre.plan.PlanFormatException;
import cadastre.plan.ZonePlan;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What a preview foresaw, as `preview --plan` keeps it for somebody to read, and `push --plan` carries it out and
/// nothing else.
///
/// @param entries what is to do, by zone and account, in the order of the configuration
record PlanFile(List<Entry> entries) {
    private static final int FORMAT = 1;
    private static final JsonFactory JSON = new JsonFactory();

    PlanFile {
        entries = List.copyOf(entries);
    }

    /// What is to do for one zone at one account.
    ///
    /// @param domain     its unique name
    /// @param account    the name in the credentials
    /// @param changes    lines for people
    /// @param objections what speaks against it, and what to do about that
    /// @param requests   how many requests carrying it out and reading it back takes
    record Entry(
            String domain, String account, Plan plan, List<String> changes, List<String> objections, int requests) {
        Entry {
            changes = List.copyOf(changes);
            objections = List.copyOf(objections);
        }

        private String title() {
            return domain + " (" + account + ")";
        }

        private List<String> fingerprints() {
            return plan.targets().stream().map(Plan.Target::fingerprint).toList();
        }
    }

    /// {@return what is to do, as far as it was gathered}
    static PlanFile of(Iterable<Gathering.Gathered> zones, DiffLines lines) {
        List<Entry> entries = new ArrayList<>();
        for (Gathering.Gathered zone : zones) {
            for (Section section : zone.sections()) {
                Entry entry = entry(zone.domain(), section, lines);
                if (!entry.plan().isEmpty()) {
                    entries.add(entry);
                }
            }
        }
        return new PlanFile(entries);
    }

    private static Entry entry(DomainConfig domain, Section section, DiffLines lines) {
        List<Plan.Target> targets = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        List<String> objections = new ArrayList<>();
        int requests = 0;
        Optional<ZonePlan> zone = section.zone().filter(plan -> !plan.isEmpty());
        if (zone.isPresent()) {
            ZonePlan plan = zone.get();
            targets.add(new Plan.Target.OfZone(plan.apex(), plan.fingerprint(), plan.changes()));
            plan.steps().forEach(step -> shown.addAll(lines.of(step)));
            plan.objections().stream()
                    .map((Objection one) -> one.message() + "; " + one.advice())
                    .forEach(objections::add);
            requests += 1
                    + plan.steps().stream()
                            .mapToInt(step -> step.writes().size())
                            .sum();
        }
        if (section.registrar().isPresent()) {
            Section.Redelegation redelegation = section.registrar().get();
            targets.add(new Plan.Target.OfRegistration(
                    Name.of(domain.name()), redelegation.fingerprint(), redelegation.change()));
            shown.add(redelegation.text());
            requests++;
        }
        return new Entry(
                domain.uniqueName().isEmpty() ? domain.name() : domain.uniqueName(),
                section.account().name(),
                new Plan(targets),
                List.of(Transcript.plain(shown).split("\n")),
                objections,
                requests);
    }

    /// {@return what the whole is called: SHA-256 over the names and hashes of its entries}
    String hash() {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(entry.domain())
                .append(' ')
                .append(entry.account())
                .append(' ')
                .append(entry.plan().hash())
                .append('\n'));
        try {
            byte[] octets = text.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java without SHA-256", e);
        }
    }

    // ---- as a file

    void write(String file, Surroundings surroundings) throws Exit {
        try {
            Files.writeString(surroundings.resolve(file), json());
        } catch (IOException e) {
            throw Exit.because(GoFiles.message("open", file, e));
        }
    }

    private String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("format", FORMAT);
            json.writeStringProperty("hash", hash());
            json.writeNumberProperty(
                    "requests", entries.stream().mapToInt(Entry::requests).sum());
            json.writeArrayPropertyStart("zones");
            for (Entry entry : entries) {
                json.writeRaw('\n');
                json.writeStartObject();
                json.writeStringProperty("domain", entry.domain());
                json.writeStringProperty("account", entry.account());
                json.writeStringProperty("hash", entry.plan().hash());
                json.writeNumberProperty("requests", entry.requests());
                writeList(json, "objections", entry.objections());
                writeList(json, "changes", entry.changes());
                json.writeName("plan");
                json.writeRawValue(entry.plan().toJson());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text + "\n";
    }

    private static void writeList(JsonGenerator json, String key, List<String> texts) {
        json.writeArrayPropertyStart(key);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    /// {@return what `file` holds}
    ///
    /// @throws Exit if it is no plan file, or was changed by hand
    static PlanFile read(String file, Surroundings surroundings) throws Exit {
        String text;
        try {
            text = Files.readString(surroundings.resolve(file));
        } catch (IOException e) {
            throw Exit.because(GoFiles.message("open", file, e));
        }
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            return new Reader(json, file).read();
        } catch (JacksonException e) {
            throw wrong(file, e.getOriginalMessage());
        }
    }

    private static Exit wrong(String file, String why) {
        return Exit.because(file + " is no plan of cadastre preview --plan: " + why, "Make it anew.");
    }

    /// One reading.
    private static final class Reader {
        private final JsonParser json;
        private final String file;
        private String hash = "";
        private final List<Entry> entries = new ArrayList<>();

        Reader(JsonParser json, String file) {
            this.json = json;
            this.file = file;
        }

        PlanFile read() throws Exit {
            expect(json.nextToken() == JsonToken.START_OBJECT, "an object is expected");
            boolean known = false;
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                json.nextToken();
                switch (key) {
                    case "format" -> known = json.getIntValue() == FORMAT;
                    case "hash" -> hash = json.getString();
                    case "zones" -> zones();
                    default -> json.skipChildren();
                }
            }
            expect(known, "its format is not " + FORMAT);
            PlanFile read = new PlanFile(entries);
            expect(read.hash().equals(hash), "its hash is not that of its changes");
            return read;
        }

        private void zones() throws Exit {
            expect(json.currentToken() == JsonToken.START_ARRAY, "\"zones\" is a list");
            while (json.nextToken() == JsonToken.START_OBJECT) {
                String domain = "";
                String account = "";
                String plan = "";
                while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                    String key = json.currentName();
                    json.nextToken();
                    switch (key) {
                        case "domain" -> domain = json.getString();
                        case "account" -> account = json.getString();
                        case "plan" -> plan = copy();
                        default -> json.skipChildren();
                    }
                }
                try {
                    entries.add(new Entry(domain, account, Plan.parse(plan), List.of(), List.of(), 0));
                } catch (PlanFormatException e) {
                    throw wrong(file, "the plan of " + domain + ": " + e.getMessage());
                }
            }
        }

        private String copy() {
            StringWriter text = new StringWriter();
            try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
                out.copyCurrentStructure(json);
            }
            return text.toString();
        }

        private void expect(boolean fine, String why) throws Exit {
            if (!fine) {
                throw wrong(file, why);
            }
        }
    }

    // ---- comparing

    /// {@return why `now`, which was gathered just now, is not what this plan holds; empty if it is}
    List<String> differences(PlanFile now) {
        Map<String, Entry> fresh = new LinkedHashMap<>();
        now.entries().forEach(entry -> fresh.put(entry.title(), entry));
        List<String> differences = new ArrayList<>();
        for (Entry entry : entries) {
            Entry other = fresh.remove(entry.title());
            if (other == null) {
                differences.add(entry.title() + ": nothing is to do any more, or it is not looked at");
            } else if (!other.fingerprints().equals(entry.fingerprints())) {
                differences.add(entry.title() + ": it has changed since the plan was made");
            } else if (!other.plan().hash().equals(entry.plan().hash())) {
                differences.add(entry.title() + ": the configuration wants something else than the plan");
            }
        }
        fresh.keySet().forEach(title -> differences.add(title + ": the plan does not hold what is to do"));
        return differences;
    }
}
