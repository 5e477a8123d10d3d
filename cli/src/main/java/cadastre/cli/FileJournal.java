package cadastre.cli;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.Zone;
import cadastre.plan.Write;
import cadastre.rollout.Intention;
import cadastre.rollout.Journal;
import cadastre.rollout.JournalException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/// The journal as a file of JSON lines, each forced to the disk before the next thing happens.
///
/// ```
/// {"id":"…-1","at":"2026-11-24T10:00:00Z","state":"intended","plan":"…","zone":"example.com.","put":["…"]}
/// {"id":"…-1","at":"2026-11-24T10:00:01Z","state":"done"}
/// ```
///
/// Safe for use by several threads, and by several processes: a line is one append.
final class FileJournal implements Journal, AutoCloseable {
    static final String NAME = "journal.jsonl";
    private static final JsonFactory JSON = new JsonFactory();

    private final StateFolder folder;
    private final InstantSource clock;
    private final String run;
    private final AtomicLong next = new AtomicLong();
    private FileChannel channel;
    private Path file;

    @SuppressWarnings("NullAway.Init") // opened by the first intention: a preview leaves no file behind
    FileJournal(StateFolder folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
        this.run = Long.toString(clock.millis(), 36) + "-"
                + Long.toString(ProcessHandle.current().pid(), 36);
    }

    @Override
    public Entry intend(Intention intention) throws JournalException {
        String id = run + "-" + next.incrementAndGet();
        append(line(id, "intended", json -> describe(intention, json)));
        return (outcome, detail) -> append(line(id, state(outcome), json -> {
            if (!detail.isEmpty()) {
                json.writeStringProperty("detail", detail);
            }
        }));
    }

    private static String state(Outcome outcome) {
        return switch (outcome) {
            case DONE -> "done";
            case FAILED -> "failed";
            case UNKNOWN -> "unknown";
        };
    }

    private interface Members {
        void write(JsonGenerator json);
    }

    private String line(String id, String state, Members members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("id", id);
            json.writeStringProperty("at", clock.instant().toString());
            json.writeStringProperty("state", state);
            members.write(json);
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void describe(Intention intention, JsonGenerator json) {
        switch (intention) {
            case Intention.OfZone(String plan, Name apex, Write write) -> {
                json.writeStringProperty("plan", plan);
                json.writeStringProperty("zone", apex.toString());
                switch (write) {
                    case Write.Put(RRset rrset) -> describe("put", List.of(rrset), json);
                    case Write.PutName(Name owner, List<RRset> rrsets) -> {
                        json.writeStringProperty("name", owner.toString());
                        describe("put_name", rrsets, json);
                    }
                    case Write.Remove(RRset.Key key) -> json.writeStringProperty("remove", key.toString());
                    case Write.PutZone(Zone whole) -> describe("put_zone", whole.rrsets(), json);
                }
            }
            case Intention.OfRegistration(String plan, Name name, var change) -> {
                json.writeStringProperty("plan", plan);
                json.writeStringProperty("registration", name.toString());
                json.writeArrayPropertyStart("delegate");
                change.to().nameServers().forEach(server -> json.writeString(server.toString()));
                json.writeEndArray();
            }
        }
    }

    private static void describe(String what, Collection<RRset> rrsets, JsonGenerator json) {
        json.writeArrayPropertyStart(what);
        for (RRset rrset : rrsets) {
            for (Rdata rdata : rrset.rdata()) {
                json.writeString(rrset.owner() + " " + rrset.ttl().seconds() + " IN " + rrset.type() + " "
                        + rdata.presentation());
            }
        }
        json.writeEndArray();
    }

    private synchronized void append(String line) throws JournalException {
        try {
            if (channel == null) {
                file = folder.file(NAME);
                channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            }
            ByteBuffer octets = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (octets.hasRemaining()) {
                channel.write(octets);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new JournalException(
                    "the journal " + folder.path().resolve(NAME) + " cannot be written (" + e.getMessage()
                            + "), so nothing more is sent; make room there, or name another folder in CADASTRE_STATE",
                    e);
        }
    }

    /// {@return zones and registrations whose last noted write has no noted outcome, by name, with the write's id}
    static Map<String, String> unfinished(StateFolder folder) {
        Map<String, String> open = new LinkedHashMap<>();
        for (String line : folder.lines(NAME)) {
            Map<String, String> entry = members(line);
            String id = entry.getOrDefault("id", "");
            String target = entry.getOrDefault("zone", entry.getOrDefault("registration", ""));
            if (entry.getOrDefault("state", "").equals("intended")) {
                open.put(target, id);
            } else {
                open.values().remove(id);
            }
        }
        return open;
    }

    /// The members of one line that are texts. A line cut by a crash has those before the cut.
    private static Map<String, String> members(String line) {
        Map<String, String> members = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            List<String> names = new ArrayList<>();
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME) {
                    names.add(json.currentName());
                } else if (token == JsonToken.VALUE_STRING && !names.isEmpty()) {
                    members.put(names.getLast(), json.getString());
                }
            }
        } catch (StreamReadException e) {
            return members;
        }
        return members;
    }

    @Override
    public synchronized void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
