package cadastre.lookup;

import cadastre.dns.Name;
import cadastre.dns.Presentation;
import cadastre.dns.PresentationException;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RdataType;
import cadastre.dns.RdataTypes;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Ttl;
import cadastre.dns.Unknown;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.UNKRecord;
import org.xbill.DNS.WireParseException;

/// Names and records of ours as dnsjava's, and back.
///
/// What comes from the wire is read as octets, not as dnsjava's text, so nothing is lost that a text
/// would not say. What goes there takes the presentation format, which both know.
final class Records {
    /// Type, class, TTL and length stand between the owner name and the RDATA.
    private static final int FIXED = 10;

    private Records() {}

    /// RDATA that have no wire format, or whose text is not what its type demands.
    static final class UnsendableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnsendableException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// Whether a type exists on the wire: all but ALIAS, which providers answer by what it points at.
    static boolean isServed(RdataType type) {
        return !type.equals(RdataTypes.ALIAS);
    }

    static org.xbill.DNS.Name theirs(Name name) {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        for (String label : name.labels()) {
            byte[] octets = label.getBytes(StandardCharsets.ISO_8859_1);
            wire.write(octets.length);
            wire.writeBytes(octets);
        }
        wire.write(0);
        try {
            return new org.xbill.DNS.Name(wire.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(name + " is a name to us and none to dnsjava", e);
        }
    }

    static Name ours(org.xbill.DNS.Name name) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < name.labels() - 1; i++) {
            byte[] label = name.getLabel(i); // its length stands in front
            labels.add(new String(label, 1, label.length - 1, StandardCharsets.ISO_8859_1));
        }
        return Name.ofLabels(labels);
    }

    static Record theirs(ResourceRecord record) throws UnsendableException {
        return theirs(theirs(record.owner()), record.ttl(), record.rdata());
    }

    static List<Record> theirs(RRset rrset) throws UnsendableException {
        org.xbill.DNS.Name owner = theirs(rrset.owner());
        List<Record> records = new ArrayList<>();
        for (Rdata rdata : rrset.rdata()) {
            records.add(theirs(owner, rrset.ttl(), rdata));
        }
        return records;
    }

    private static Record theirs(org.xbill.DNS.Name owner, Ttl ttl, Rdata rdata) throws UnsendableException {
        RdataType type = rdata.type();
        try {
            return Record.fromString(
                    owner, type.number(), DClass.IN, ttl.seconds(), rdata.presentation(), org.xbill.DNS.Name.root);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnsendableException(
                    type + " " + rdata.presentation() + " has no wire format: " + e.getMessage(), e);
        }
    }

    /// @throws WireParseException if it is not RDATA of its type
    static ResourceRecord ours(Record record) throws WireParseException {
        long ttl = record.getTTL() > Integer.MAX_VALUE ? 0 : record.getTTL(); // RFC 2181 section 8
        return new ResourceRecord(ours(record.getName()), new Ttl((int) ttl), rdata(record));
    }

    private static Rdata rdata(Record record) throws WireParseException {
        RdataType type = RdataTypes.of("TYPE" + record.getType());
        byte[] rdata = octets(record);
        String generic = "\\# " + rdata.length + " " + HexFormat.of().formatHex(rdata);
        try {
            if (!RdataTypes.isKnown(type)) {
                // As its type writes it where dnsjava knows that, since that is how people write it too.
                return new Unknown(type, record instanceof UNKRecord ? generic.strip() : record.rdataToString());
            }
            return Presentation.rdata(type, generic, Name.ROOT);
        } catch (PresentationException | IllegalArgumentException e) {
            throw new WireParseException("RDATA of " + record.getName() + " " + type + ": " + e.getMessage(), e);
        }
    }

    /// The RDATA as they are on the wire, with the case of names kept and nothing compressed.
    private static byte[] octets(Record record) {
        byte[] whole = record.toWire(Section.ANSWER);
        return Arrays.copyOfRange(whole, record.getName().length() + FIXED, whole.length);
    }
}
