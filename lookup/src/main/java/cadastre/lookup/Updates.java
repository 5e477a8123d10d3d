package cadastre.lookup;

import cadastre.dns.RRset;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Ttl;
import java.io.IOException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TSIG;

/// Sends updates, each once: a second one might be carried out twice. Thread-safe; keeps nothing
/// between them.
///
/// @rfc 2136
public final class Updates {
    private final Duration timeout;
    private final Carrier carrier;

    /// Updates with that patience.
    ///
    /// @param timeout how long one may take
    /// @param carrier what they travel by
    public Updates(Duration timeout, Carrier carrier) {
        this.timeout = timeout;
        this.carrier = carrier;
    }

    /// {@return how it ended}
    ///
    /// @param key what the update and its answer are signed with, if anything
    public Update.Result send(NameServer server, Update update, Optional<TsigKey> key) {
        Message message;
        try {
            message = message(update);
        } catch (Records.UnsendableException e) {
            return new Update.Result.NotSent(String.valueOf(e.getMessage()));
        }
        return carrier instanceof Carrier.Udp ? sendDatagram(server, message, key) : sendStream(server, message, key);
    }

    private Update.Result sendStream(NameServer server, Message message, Optional<TsigKey> key) {
        Optional<TSIG> signer = key.map(TsigKey::signer);
        signer.ifPresent(one -> one.apply(message, null));
        try (MessageStream stream = MessageStream.open(server, carrier, timeout)) {
            stream.send(message.toWire(Message.MAXLENGTH));
            byte[] octets = stream.receive();
            Message answer = MessageStream.answer(octets, message.getHeader().getID());
            boolean signed =
                    signer.isEmpty() || signer.get().verify(answer, octets, message.getTSIG()) == Rcode.NOERROR;
            return result(answer, signed);
        } catch (MessageStream.NotConnectedException e) {
            return new Update.Result.NotSent(String.valueOf(e.getMessage()));
        } catch (SocketTimeoutException e) {
            return new Update.Result.Unknown("no answer within " + timeout.toMillis() + " ms");
        } catch (IOException e) {
            return new Update.Result.Unknown(String.valueOf(e.getMessage()));
        }
    }

    private Update.Result sendDatagram(NameServer server, Message message, Optional<TsigKey> key) {
        SimpleResolver resolver = new SimpleResolver(server.address());
        resolver.setTimeout(timeout);
        resolver.setEDNS(-1);
        key.ifPresent(one -> resolver.setTSIGKey(one.signer()));
        CompletableFuture<Message> coming = resolver.sendAsync(message).toCompletableFuture();
        try {
            Message answer = coming.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return result(answer, key.isEmpty() || answer.isVerified());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Update.Result.Unknown("stopped before there was an answer");
        } catch (TimeoutException e) {
            return new Update.Result.Unknown("no answer within " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            return failed(server, e.getCause() == null ? e : e.getCause());
        } finally {
            coming.cancel(true);
        }
    }

    private static Update.Result failed(NameServer server, Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof PortUnreachableException || message.contains("refused")) {
            return new Update.Result.NotSent("nothing listens at " + server.place());
        }
        return new Update.Result.Unknown(message);
    }

    /// Servers do not sign what they say to a key they do not know, so a refusal counts in any case.
    private static Update.Result result(Message answer, boolean signed) {
        int code = answer.getRcode();
        if (code == Rcode.NOERROR && !signed) {
            return new Update.Result.Unknown("the answer is not signed with the key");
        }
        return switch (code) {
            case Rcode.NOERROR -> new Update.Result.Done();
            case Rcode.YXDOMAIN, Rcode.YXRRSET, Rcode.NXDOMAIN, Rcode.NXRRSET ->
                new Update.Result.Overtaken(Rcode.string(code));
            default -> // also SERVFAIL, at which the zone is as it was (RFC 2136 section 3.7)
                new Update.Result.Refused(Rcode.string(code));
        };
    }

    private static Message message(Update update) throws Records.UnsendableException {
        org.xbill.DNS.Update message = new org.xbill.DNS.Update(Records.theirs(update.apex()), DClass.IN);
        for (Update.Demand demand : update.demands()) {
            switch (demand) {
                case Update.Demand.Unchanged(RRset rrset) ->
                    Records.theirs(rrset.withTtl(new Ttl(0))).forEach(message::present);
                case Update.Demand.Absent(RRset.Key key) ->
                    message.absent(Records.theirs(key.owner()), key.type().number());
            }
        }
        for (Update.Edit edit : update.edits()) {
            switch (edit) {
                case Update.Edit.Add(RRset rrset) -> {
                    List<Record> records = Records.theirs(rrset);
                    records.forEach(message::add);
                }
                case Update.Edit.RemoveRRset(RRset.Key key) ->
                    message.delete(Records.theirs(key.owner()), key.type().number());
                case Update.Edit.RemoveRecord(var owner, var rdata) ->
                    message.delete(Records.theirs(new ResourceRecord(owner, new Ttl(0), rdata)));
            }
        }
        return message;
    }
}
