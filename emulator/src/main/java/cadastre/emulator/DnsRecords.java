package cadastre.emulator;

import cadastre.dns.Presentation;
import cadastre.dns.PresentationException;
import cadastre.dns.Rdata;
import cadastre.dns.RdataType;
import cadastre.dns.RdataTypes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// What the emulator keeps as text, as records that go over the wire.
final class DnsRecords {
    private static final System.Logger LOGGER = System.getLogger(DnsRecords.class.getName());

    /// The TTL of what LiveDNS serves by itself.
    static final int OWN_TTL = 10800;

    private static final long REFRESH = 10800;
    private static final long RETRY = 3600;
    private static final long EXPIRE = 604800;
    private static final long MINIMUM = 10800;

    private DnsRecords() {}

    /// {@return a name of ours as one of dnsjava's}
    static Name theirs(cadastre.dns.Name name) {
        java.io.ByteArrayOutputStream wire = new java.io.ByteArrayOutputStream();
        for (String label : name.labels()) {
            byte[] octets = label.getBytes(StandardCharsets.ISO_8859_1);
            wire.write(octets.length);
            wire.writeBytes(octets);
        }
        wire.write(0);
        try {
            return new Name(wire.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(name + " is a name to us and none to dnsjava", e);
        }
    }

    /// {@return the name, which is known to be one, without a final dot or with it}
    static Name absolute(String text) {
        try {
            return Name.fromString(text, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException("this is no name: " + text, e);
        }
    }

    static Record soa(Name apex, long serial) {
        return new SOARecord(
                apex,
                DClass.IN,
                OWN_TTL,
                absolute("ns1.gandi.net"),
                absolute("hostmaster.gandi.net"),
                serial & 0xffffffffL,
                REFRESH,
                RETRY,
                EXPIRE,
                MINIMUM);
    }

    static RRset ns(Name apex, List<String> names) {
        RRset rrset = new RRset();
        names.forEach(name -> rrset.addRR(new NSRecord(apex, DClass.IN, OWN_TTL, absolute(name))));
        return rrset;
    }

    /// {@return the RRset for the wire; nothing for one without values, for an ALIAS, and for one that cannot be
    /// sent (which is logged)}
    static Optional<RRset> rrset(StoredRrset stored, cadastre.dns.Name apex) {
        if (stored.values().isEmpty() || stored.type().equals("ALIAS")) {
            return Optional.empty();
        }
        try {
            Name owner = theirs(cadastre.dns.Name.parse(stored.name(), apex));
            return Optional.of(new RRset(records(owner, stored, apex)));
        } catch (PresentationException | IOException e) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "{0} {1} of {2} cannot be served: {3}",
                    stored.name(),
                    stored.type(),
                    apex,
                    e.getMessage());
            return Optional.empty();
        }
    }

    private static List<Record> records(Name owner, StoredRrset stored, cadastre.dns.Name apex)
            throws PresentationException, IOException {
        List<Record> records = new ArrayList<>();
        for (String value : stored.values()) {
            records.add(record(owner, stored.type(), stored.ttl(), value, apex));
        }
        return records;
    }

    private static Record record(Name owner, String type, int ttl, String value, cadastre.dns.Name apex)
            throws PresentationException, IOException {
        Optional<RdataType> known = RdataTypes.find(type);
        String text = value;
        // Texts are kept with their strings in quotes; read by us they would be one text, split in our way.
        if (known.isPresent() && !RrTypes.TEXTS.contains(type)) {
            Rdata rdata = Presentation.rdata(known.get(), value, apex);
            text = rdata.presentation();
        }
        return Record.fromString(owner, Type.value(type), DClass.IN, ttl, text, Name.root);
    }

    /// {@return the name of the wildcard below a name, unless that name is too long to have one}
    static Optional<Name> wildcard(Name name) {
        try {
            return Optional.of(Name.concatenate(Name.fromConstantString("*"), name));
        } catch (NameTooLongException _) {
            return Optional.empty();
        }
    }

    /// {@return the same records at another name, as a wildcard makes them}
    static RRset renamed(RRset rrset, Name name) {
        RRset renamed = new RRset();
        rrset.rrs(false).forEach(record -> renamed.addRR(record.withName(name)));
        return renamed;
    }

    /// {@return the name at which an ALIAS points}
    static Optional<Name> alias(StoredRrset stored, cadastre.dns.Name apex) {
        try {
            return stored.values().isEmpty()
                    ? Optional.empty()
                    : Optional.of(theirs(cadastre.dns.Name.parse(stored.values().getFirst(), apex)));
        } catch (PresentationException _) {
            return Optional.empty(); // what was stored before names were checked
        }
    }
}
