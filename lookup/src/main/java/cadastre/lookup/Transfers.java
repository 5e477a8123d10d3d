package cadastre.lookup;

import cadastre.dns.Name;
import cadastre.dns.ResourceRecord;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Type;

/// Asks for whole zones: AXFR over TCP, or TLS. Thread-safe; keeps nothing between requests.
///
/// @rfc 5936
public final class Transfers {
    private final Duration limit;
    private final Carrier carrier;

    /// Transfers with that patience.
    ///
    /// @param limit   how long a whole transfer may take
    /// @param carrier what it travels by
    /// @throws IllegalArgumentException if that is datagrams, into which a zone does not fit
    public Transfers(Duration limit, Carrier carrier) {
        if (carrier instanceof Carrier.Udp) {
            throw new IllegalArgumentException("a zone does not fit into datagrams");
        }
        this.limit = limit;
        this.carrier = carrier;
    }

    /// {@return the zone as `server` holds it}
    ///
    /// @param key what the request and every part of the answer are signed with, if anything
    public Transfer whole(NameServer server, Name apex, Optional<TsigKey> key) {
        Message query = Message.newQuery(Record.newRecord(Records.theirs(apex), Type.AXFR, DClass.IN));
        query.getHeader().unsetFlag(Flags.RD);
        TSIG.StreamVerifier verifier = null;
        if (key.isPresent()) {
            TSIG signer = key.get().signer();
            signer.apply(query, null);
            verifier = new TSIG.StreamVerifier(signer, query.getTSIG());
        }
        try (MessageStream stream = MessageStream.open(server, carrier, limit)) {
            stream.send(query.toWire(Message.MAXLENGTH));
            return received(stream, query.getHeader().getID(), apex, verifier);
        } catch (SocketTimeoutException e) {
            return new Transfer.NoAnswer("no whole answer within " + limit.toSeconds() + " s");
        } catch (IOException e) {
            return new Transfer.NoAnswer(String.valueOf(e.getMessage()));
        }
    }

    /// The zone ends where its SOA comes a second time.
    private static Transfer received(MessageStream stream, int id, Name apex, TSIG.@Nullable StreamVerifier verifier)
            throws IOException {
        List<ResourceRecord> records = new ArrayList<>();
        int soas = 0;
        while (soas < 2) {
            byte[] octets = stream.receive();
            Message part = MessageStream.answer(octets, id);
            if (part.getRcode() != Rcode.NOERROR) {
                return new Transfer.Refused(Rcode.string(part.getRcode()));
            }
            List<Record> answers = part.getSection(Section.ANSWER);
            boolean last = !answers.isEmpty() && answers.getLast().getType() == Type.SOA;
            if (verifier != null && verifier.verify(part, octets, last) != Rcode.NOERROR) {
                return new Transfer.NoAnswer("the answer is not signed with the key");
            }
            for (Record record : answers) {
                if (soas == 0 && record.getType() != Type.SOA) {
                    return new Transfer.NoAnswer("the transfer does not start with an SOA");
                }
                if (soas == 2) {
                    return new Transfer.NoAnswer("the transfer goes on after its end");
                }
                soas += record.getType() == Type.SOA ? 1 : 0;
                ResourceRecord ours = Records.ours(record);
                // What is outside the zone is none of its business.
                if (soas < 2 && record.getDClass() == DClass.IN && ours.owner().isAtOrBelow(apex)) {
                    records.add(ours);
                }
            }
            if (answers.isEmpty()) {
                return new Transfer.NoAnswer("a part of the transfer is empty");
            }
        }
        return new Transfer.Whole(records);
    }
}
