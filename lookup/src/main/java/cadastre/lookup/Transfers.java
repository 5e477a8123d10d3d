package cadastre.lookup;

import cadastre.dns.Name;
import cadastre.dns.ResourceRecord;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Type;
import org.xbill.DNS.ZoneTransferException;
import org.xbill.DNS.ZoneTransferIn;

/// Asks for whole zones: AXFR over TCP. Thread-safe; keeps nothing between requests.
///
/// @rfc 5936
public final class Transfers {
    private final Duration limit;

    /// Transfers with that patience.
    ///
    /// @param limit how long a whole transfer may take
    public Transfers(Duration limit) {
        this.limit = limit;
    }

    /// {@return the zone as `server` holds it}
    ///
    /// @param key what the request and every part of the answer are signed with, if anything
    public Transfer whole(NameServer server, Name apex, Optional<TsigKey> key) {
        TSIG signer = key.map(TsigKey::signer).orElse(null);
        ZoneTransferIn transfer = ZoneTransferIn.newAXFR(Records.theirs(apex), server.address(), signer);
        transfer.setTimeout(limit);
        try {
            transfer.run();
            return new Transfer.Whole(records(transfer.getAXFR(), apex));
        } catch (ZoneTransferException e) {
            String message = String.valueOf(e.getMessage());
            return isCode(message) ? new Transfer.Refused(message) : new Transfer.NoAnswer(message);
        } catch (ConnectException e) {
            return new Transfer.NoAnswer("nothing listens at " + server.place());
        } catch (IOException e) {
            return new Transfer.NoAnswer(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isCode(String message) {
        return message.matches("[A-Z]+") && Rcode.value(message) > 0;
    }

    /// The SOA comes at the start and at the end; what is outside the zone is none of its business.
    private static List<ResourceRecord> records(List<Record> received, Name apex) throws IOException {
        List<ResourceRecord> records = new ArrayList<>();
        for (Record record : received.subList(0, received.size() - 1)) {
            ResourceRecord ours = Records.ours(record);
            if (record.getDClass() == DClass.IN && ours.owner().isAtOrBelow(apex)) {
                records.add(ours);
            }
        }
        if (records.isEmpty() || received.getFirst().getType() != Type.SOA) {
            throw new IOException("the transfer does not start with the SOA of " + apex);
        }
        return records;
    }
}
