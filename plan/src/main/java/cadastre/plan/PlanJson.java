package cadastre.plan;

import cadastre.dns.Name;
import cadastre.dns.Presentation;
import cadastre.dns.PresentationException;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RdataType;
import cadastre.dns.RdataTypes;
import cadastre.dns.Ttl;
import cadastre.registration.Delegation;
import java.io.IOException;
import java.io.StringWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/// A plan as JSON and back.
///
/// ```
/// {"format":1,"targets":[
///   {"zone":"example.com.","fingerprint":"…","changes":[
///     {"change":"add","owner":"www.example.com.","type":"A","to":{"ttl":300,"rdata":["192.0.2.1"]}},
///     {"change":"replace","owner":"…","type":"MX","from":{"ttl":300,"rdata":["…"]},"to":{"ttl":600,"rdata":["…"]}},
///     {"change":"remove","owner":"…","type":"TXT","from":{"ttl":300,"rdata":["…"]}}]},
///
/// {"registration":"example.com.","fingerprint":"…","delegation":{"from":["a.example.net."],"to":["b.example.net."]}}]}
/// ```
final class PlanJson {
    private static final int FORMAT = 1;
    private static final JsonFactory JSON = new JsonFactory();

    private PlanJson() {}

    static String hash(Plan plan) {
        try {
            byte[] canonical = new JsonCanonicalizer(write(plan, false)).getEncodedUTF8();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("our own JSON cannot be hashed", e);
        }
    }

    static String write(Plan plan, boolean withFingerprints) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("format", FORMAT);
            json.writeArrayPropertyStart("targets");
            for (Plan.Target target : plan.targets()) {
                json.writeStartObject();
                switch (target) {
                    case Plan.Target.OfZone zone -> writeZone(json, zone, withFingerprints);
                    case Plan.Target.OfRegistration registration ->
                        writeRegistration(json, registration, withFingerprints);
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    /// Names are written in lower case, so that the spelling a provider happens to keep does not change the hash.
    private static String name(Name name, boolean asSpelled) {
        return asSpelled ? name.toString() : name.lowerCase().toString();
    }

    private static void writeZone(JsonGenerator json, Plan.Target.OfZone zone, boolean full) {
        json.writeStringProperty("zone", name(zone.name(), full));
        if (full) {
            json.writeStringProperty("fingerprint", zone.fingerprint());
        }
        json.writeArrayPropertyStart("changes");
        for (Change change : zone.changes()) {
            json.writeStartObject();
            json.writeStringProperty(
                    "change",
                    switch (change) {
                        case Change.Add _ -> "add";
                        case Change.Replace _ -> "replace";
                        case Change.Remove _ -> "remove";
                    });
            json.writeStringProperty("owner", name(change.key().owner(), full));
            json.writeStringProperty("type", change.key().type().mnemonic());
            change.before().ifPresent(rrset -> writeRRset(json, "from", rrset, full));
            change.after().ifPresent(rrset -> writeRRset(json, "to", rrset, full));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeRRset(JsonGenerator json, String key, RRset rrset, boolean full) {
        json.writeObjectPropertyStart(key);
        json.writeNumberProperty("ttl", rrset.ttl().seconds());
        json.writeArrayPropertyStart("rdata");
        for (Rdata rdata : rrset.rdata()) {
            json.writeString(full ? rdata.presentation() : rdata.canonical());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeRegistration(JsonGenerator json, Plan.Target.OfRegistration registration, boolean full) {
        json.writeStringProperty("registration", name(registration.name(), full));
        if (full) {
            json.writeStringProperty("fingerprint", registration.fingerprint());
        }
        json.writeObjectPropertyStart("delegation");
        writeNames(json, "from", registration.delegation().from(), full);
        writeNames(json, "to", registration.delegation().to(), full);
        json.writeEndObject();
    }

    private static void writeNames(JsonGenerator json, String key, Delegation delegation, boolean full) {
        json.writeArrayPropertyStart(key);
        List<Name> names = full
                ? delegation.nameServers()
                : delegation.nameServers().stream().sorted().distinct().toList();
        names.forEach(server -> json.writeString(name(server, full)));
        json.writeEndArray();
    }

    static Plan read(String text) throws PlanFormatException {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            Node root = Node.read(json);
            if (json.nextToken() != null) {
                throw new PlanFormatException(Node.place(json.currentTokenLocation()) + "text follows the plan");
            }
            Node format = root.child("format");
            if (format.integer() != FORMAT) {
                throw format.wrong("a plan of format " + format.integer() + "; this version reads format " + FORMAT);
            }
            List<Plan.Target> targets = new ArrayList<>();
            for (Node target : root.child("targets").array()) {
                targets.add(readTarget(target));
            }
            return new Plan(targets);
        } catch (StreamReadException e) {
            throw new PlanFormatException(Node.place(e.getLocation()) + e.getOriginalMessage());
        }
    }

    private static Plan.Target readTarget(Node node) throws PlanFormatException {
        String fingerprint = node.child("fingerprint").text();
        if (node.has("zone")) {
            Name apex = readName(node.child("zone"));
            List<Change> changes = new ArrayList<>();
            for (Node change : node.child("changes").array()) {
                changes.add(readChange(change));
            }
            if (changes.isEmpty()) {
                throw node.child("changes").wrong("a target without changes");
            }
            return new Plan.Target.OfZone(apex, fingerprint, changes);
        }
        Name name = readName(node.child("registration"));
        Node delegation = node.child("delegation");
        Delegation from = readDelegation(delegation.child("from"));
        Delegation to = readDelegation(delegation.child("to"));
        if (from.equals(to)) {
            throw delegation.wrong("a delegation that does not change");
        }
        return new Plan.Target.OfRegistration(name, fingerprint, new Plan.DelegationChange(from, to));
    }

    private static Change readChange(Node node) throws PlanFormatException {
        Name owner = readName(node.child("owner"));
        Node typeNode = node.child("type");
        String mnemonic = typeNode.text();
        RdataType type =
                RdataTypes.find(mnemonic).orElseThrow(() -> typeNode.wrong("no type is called \"" + mnemonic + "\""));
        Node kind = node.child("change");
        return switch (kind.text()) {
            case "add" -> new Change.Add(readRRset(owner, type, node.child("to")));
            case "remove" -> new Change.Remove(readRRset(owner, type, node.child("from")));
            case "replace" -> {
                RRset from = readRRset(owner, type, node.child("from"));
                RRset to = readRRset(owner, type, node.child("to"));
                if (from.equals(to)) {
                    throw node.wrong("a replacement that changes nothing");
                }
                yield new Change.Replace(from, to);
            }
            default -> throw kind.wrong("\"" + kind.text() + "\" is no change: add, replace or remove");
        };
    }

    private static RRset readRRset(Name owner, RdataType type, Node node) throws PlanFormatException {
        Node ttl = node.child("ttl");
        if (ttl.integer() < 0 || ttl.integer() > Integer.MAX_VALUE) {
            throw ttl.wrong("a TTL is 0 to 2147483647 seconds");
        }
        List<Rdata> rdata = new ArrayList<>();
        for (Node one : node.child("rdata").array()) {
            try {
                rdata.add(Presentation.rdata(type, one.text(), Name.ROOT));
            } catch (PresentationException e) {
                throw one.wrong(e.getMessage());
            }
        }
        if (rdata.isEmpty()) {
            throw node.child("rdata").wrong("an RRset holds at least one RDATA");
        }
        return new RRset(owner, type, new Ttl((int) ttl.integer()), rdata);
    }

    private static Delegation readDelegation(Node node) throws PlanFormatException {
        List<Name> names = new ArrayList<>();
        for (Node one : node.array()) {
            names.add(readName(one));
        }
        return new Delegation(names);
    }

    private static Name readName(Node node) throws PlanFormatException {
        try {
            return Name.parse(node.text());
        } catch (PresentationException e) {
            throw node.wrong(e.getMessage());
        }
    }
}
