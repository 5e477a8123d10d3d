package cadastre.gandi;

import cadastre.dns.Name;
import cadastre.dns.Presentation;
import cadastre.dns.PresentationException;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RdataType;
import cadastre.dns.RdataTypes;
import cadastre.dns.RelativeName;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Ttl;
import cadastre.dns.Zone;
import cadastre.provider.ProviderException;
import cadastre.provider.Reading;
import cadastre.provider.Reason;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Records as LiveDNS writes them, and as we do.
final class Records {
    private static final JsonFactory JSON = new JsonFactory();

    private Records() {}

    /// What the list of a zone's RRsets says.
    static Reading reading(Name apex, List<Json> rrsets) throws ProviderException {
        List<ResourceRecord> records = new ArrayList<>();
        for (Json rrset : rrsets) {
            records.addAll(records(apex, rrset));
        }
        return new Reading(Zone.ofRecords(apex, records), records, differingTtls(records));
    }

    /// The records of one RRset, in its order; none if it holds no values, as some clients leave it behind.
    static List<ResourceRecord> records(Name apex, Json rrset) throws ProviderException {
        String name = rrset.text("rrset_name").orElse("");
        String type = rrset.text("rrset_type").orElse("");
        Name owner;
        Ttl ttl;
        try {
            owner = owner(apex, name);
            ttl = ttl(rrset);
        } catch (PresentationException e) {
            throw unparsable(name + " " + type, e);
        }
        List<ResourceRecord> records = new ArrayList<>();
        for (Json value : rrset.items("rrset_values")) {
            if (!(value instanceof Json.Text(String text))) {
                throw unparsable(name + " " + type, new PresentationException("a value is no string", 1, 1));
            }
            try {
                records.add(new ResourceRecord(owner, ttl, rdata(apex, type, text)));
            } catch (PresentationException e) {
                throw unparsable(name + " " + type + " " + text, e);
            }
        }
        if (records.isEmpty() && !(rrset.member("rrset_values").orElse(null) instanceof Json.Items)) {
            throw unparsable(name + " " + type, new PresentationException("it has no list of values", 1, 1));
        }
        return records;
    }

    private static Name owner(Name apex, String name) throws PresentationException {
        if (name.isEmpty()) {
            throw new PresentationException("it has no owner name", 1, 1);
        }
        if (name.endsWith(".") && !name.endsWith("\\.")) {
            Name absolute = Name.parse(name);
            if (!absolute.isAtOrBelow(apex)) {
                throw new PresentationException("its owner name is outside " + apex, 1, 1);
            }
            return absolute;
        }
        try {
            return RelativeName.parse(name).at(apex);
        } catch (IllegalArgumentException e) {
            throw new PresentationException(String.valueOf(e.getMessage()), 1, 1);
        }
    }

    private static Ttl ttl(Json rrset) throws PresentationException {
        long seconds = rrset.whole("rrset_ttl").orElse(-1L);
        if (seconds < 0 || seconds > Integer.MAX_VALUE) {
            throw new PresentationException("its rrset_ttl is no number from 0 to 2147483647", 1, 1);
        }
        return new Ttl((int) seconds);
    }

    private static Rdata rdata(Name apex, String mnemonic, String value) throws PresentationException {
        if (mnemonic.isEmpty()) {
            throw new PresentationException("it has no type", 1, 1);
        }
        // A type that we do not even know by number keeps its name, and that is how Gandi knows it.
        RdataType type = RdataTypes.find(mnemonic).orElseGet(() -> new RdataType(0, mnemonic));
        return type.equals(RdataTypes.TXT) ? TxtValue.read(value) : Presentation.rdata(type, value, apex);
    }

    private static ProviderException unparsable(String record, PresentationException why) {
        return new ProviderException(
                "unparsable record received from gandi: " + record + ": " + why.getMessage(),
                new Reason.NotUnderstood(),
                "Correct or delete this record at Gandi; until then the zone is not touched.",
                why);
    }

    /// In the words of DNSControl. It happens where one owner name is stored in several spellings.
    private static List<String> differingTtls(List<ResourceRecord> records) {
        Map<RRset.Key, Ttl> smallest = new LinkedHashMap<>();
        List<String> warnings = new ArrayList<>();
        for (ResourceRecord record : records) {
            RRset.Key key = new RRset.Key(record.owner(), record.type());
            Ttl before = smallest.getOrDefault(key, record.ttl());
            if (!before.equals(record.ttl())) {
                warnings.add(
                        "All TTLs for a rrset ({" + record.owner().lowerCase().withoutDot() + " " + record.type()
                                + "}) must be the same. Using smaller of " + before.seconds() + " and "
                                + record.ttl().seconds() + ".");
            }
            smallest.put(key, before.compareTo(record.ttl()) <= 0 ? before : record.ttl());
        }
        return warnings;
    }

    /// How an owner name is written in a path or in `rrset_name`: relative, `@` for the apex, spelled as it is.
    static String relative(Name apex, Name owner) {
        return owner.relativeTo(apex)
                .orElseThrow(() -> new IllegalArgumentException(owner + " is outside " + apex))
                .toString();
    }

    /// The body that makes one RRset, whose name and type the path says.
    static String body(RRset rrset) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            ttlAndValues(json, rrset);
            json.writeEndObject();
        }
        return text.toString();
    }

    /// The body that makes one RRset and says which.
    static String namedBody(Name apex, RRset rrset) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            named(json, apex, rrset);
        }
        return text.toString();
    }

    /// The body that makes all RRsets of a name, which the path says.
    static String items(Collection<RRset> rrsets) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            for (RRset rrset : rrsets) {
                json.writeStartObject();
                json.writeStringProperty("rrset_type", rrset.type().mnemonic());
                ttlAndValues(json, rrset);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    /// The body that makes all RRsets of a zone.
    static String items(Zone zone) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            zone.rrsets().forEach(rrset -> named(json, zone.apex(), rrset));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void named(JsonGenerator json, Name apex, RRset rrset) {
        json.writeStartObject();
        json.writeStringProperty("rrset_name", relative(apex, rrset.owner()));
        json.writeStringProperty("rrset_type", rrset.type().mnemonic());
        ttlAndValues(json, rrset);
        json.writeEndObject();
    }

    private static void ttlAndValues(JsonGenerator json, RRset rrset) {
        json.writeNumberProperty("rrset_ttl", rrset.ttl().seconds());
        json.writeArrayPropertyStart("rrset_values");
        rrset.rdata().forEach(rdata -> json.writeString(rdata.presentation()));
        json.writeEndArray();
    }

    /// The body that gives something a name.
    static String named(String name) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("name", name);
            json.writeEndObject();
        }
        return text.toString();
    }

    /// The body that makes a delegation.
    static String nameServers(List<String> nameServers) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("nameservers");
            nameServers.forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }
}
