package cadastre.emulator;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Type;

/// Transfers of whole zones to those who may have them: their address is among the secondary servers of the zone, and
/// if the zone has keys they sign with one of these.
///
/// @rfc 5936 section 2.2
final class ZoneTransfer {
    /// How many octets of records go into one message: a few more fit, with the names at their longest.
    private static final int PIECE = 16_000;

    private final Registry registry;

    ZoneTransfer(Registry registry) {
        this.registry = registry;
    }

    /// Who asks.
    ///
    /// @param signature of the query, if it is signed
    record Asker(InetAddress address, boolean tcp, Optional<DnsAnswerer.Signature> signature) {}

    /// {@return the messages of a transfer, or of its refusal; nothing if it is a question after all: an IXFR over
    /// UDP is one for the SOA}
    Optional<List<byte[]>> answer(Authority authority, Record question, Message answer, Asker asker) {
        Optional<ServedZones.Of> zone = authority
                .zone(question.getName(), Type.SOA)
                .filter(one -> one.zone().apex().equals(question.getName()));
        boolean transfer = question.getType() == Type.AXFR;
        int rcode = !asker.tcp() && transfer
                ? Rcode.FORMERR
                : zone.isEmpty() ? Rcode.NOTAUTH : mayHave(zone.get().domain(), asker) ? Rcode.NOERROR : Rcode.REFUSED;
        if (rcode != Rcode.NOERROR) {
            answer.getHeader().setRcode(rcode);
            return Optional.of(List.of(signed(answer, asker)));
        }
        answer.getHeader().setFlag(Flags.AA);
        if (!asker.tcp()) {
            answer.addRecord(zone.orElseThrow().zone().soa().first(), Section.ANSWER);
            return Optional.of(List.of(signed(answer, asker)));
        }
        return Optional.of(pieces(zone.orElseThrow().zone().transfer(), answer, asker));
    }

    private static byte[] signed(Message answer, Asker asker) {
        asker.signature().ifPresent(one -> answer.setTSIG(one.tsig(), Rcode.NOERROR, one.first()));
        return answer.toWire();
    }

    private boolean mayHave(Domain domain, Asker asker) {
        DomainServices services = domain.services();
        if (!services.secondaries().contains(asker.address().getHostAddress())) {
            return false;
        }
        List<String> keys = services.transferKeys().stream()
                .filter(id -> registry.tsigKey(id).isPresent())
                .toList();
        return keys.isEmpty()
                || asker.signature().filter(one -> keys.contains(one.id())).isPresent();
    }

    private static List<byte[]> pieces(List<Record> records, Message first, Asker asker) {
        Optional<TSIG.StreamGenerator> signer =
                asker.signature().map(one -> new TSIG.StreamGenerator(one.tsig(), one.first()));
        List<byte[]> pieces = new ArrayList<>();
        Message piece = first;
        int size = 0;
        for (Record record : records) {
            int length = record.toWire(Section.ANSWER).length;
            if (size > 0 && size + length > PIECE) {
                pieces.add(wire(piece, signer));
                piece = next(first);
                size = 0;
            }
            piece.addRecord(record, Section.ANSWER);
            size += length;
        }
        pieces.add(wire(piece, signer));
        return pieces;
    }

    private static byte[] wire(Message piece, Optional<TSIG.StreamGenerator> signer) {
        signer.ifPresent(one -> one.generate(piece));
        return piece.toWire();
    }

    private static Message next(Message first) {
        Message next = new Message(first.getHeader().getID());
        next.getHeader().setFlag(Flags.QR);
        next.getHeader().setFlag(Flags.AA);
        first.getSection(Section.QUESTION).forEach(question -> next.addRecord(question, Section.QUESTION));
        return next;
    }
}
