package cadastre.lookup;

import cadastre.dns.Cname;
import cadastre.dns.Name;
import cadastre.dns.Ns;
import cadastre.dns.RRset;
import cadastre.dns.RdataType;
import cadastre.dns.RdataTypes;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Soa;
import cadastre.dns.Zone;
import java.net.PortUnreachableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.WireParseException;

/// Asks name servers: over UDP, and over TCP what does not fit. Thread-safe; keeps nothing between
/// questions.
///
/// A question never takes longer than `attempts` times `timeout`, whatever the server does. An
/// interrupted thread gets [Answer.NoAnswer] at once and stays interrupted.
///
/// @rfc 1035 section 4.2
public final class Questions {
    /// What fits into a datagram on every path.
    ///
    /// @rfc 9715 section 3.2
    private static final int DATAGRAM = 1232;

    private static final int NO_EDNS = -1;

    private final Duration timeout;
    private final int attempts;

    /// Questions with that patience.
    ///
    /// @param timeout  how long one attempt may take, at least a millisecond
    /// @param attempts how often a server that stays silent is asked, 1 or more
    /// @throws IllegalArgumentException if one of them is less
    public Questions(Duration timeout, int attempts) {
        if (timeout.toMillis() < 1 || attempts < 1) {
            throw new IllegalArgumentException("a question takes time and an attempt");
        }
        this.timeout = timeout;
        this.attempts = attempts;
    }

    /// {@return what `server` itself holds of that name and type; it is not to ask others}
    ///
    /// @throws IllegalArgumentException if `type` is never served, as ALIAS is not
    public Answer ask(NameServer server, Name owner, RdataType type) {
        return ask(server, owner, type, false);
    }

    /// {@return what `resolver` finds of that name and type, by asking others where it must}
    ///
    /// @throws IllegalArgumentException if `type` is never served, as ALIAS is not
    public Answer resolve(NameServer resolver, Name owner, RdataType type) {
        return ask(resolver, owner, type, true);
    }

    /// {@return the answer to the question for the SOA of a zone, which has its serial}
    public Answer serial(NameServer server, Name apex) {
        return ask(server, apex, RdataTypes.SOA);
    }

    private Answer ask(NameServer server, Name owner, RdataType type, boolean recursion) {
        if (!Records.isServed(type)) {
            throw new IllegalArgumentException("no name server serves " + type + "; ask for what it stands for");
        }
        Message query = Message.newQuery(Record.newRecord(Records.theirs(owner), type.number(), DClass.IN));
        if (!recursion) {
            query.getHeader().unsetFlag(Flags.RD);
        }
        try {
            Message answer = send(server, query, DATAGRAM);
            int code = answer.getRcode();
            if (code == Rcode.FORMERR || code == Rcode.NOTIMP) {
                answer = send(server, query, NO_EDNS); // older than EDNS (RFC 6891 section 7)
            }
            return judge(answer, owner, type);
        } catch (NoAnswerException e) {
            return new Answer.NoAnswer(e.why());
        } catch (WireParseException e) {
            return new Answer.NoAnswer("the answer cannot be read: " + e.getMessage());
        }
    }

    /// Why there was no answer.
    private static final class NoAnswerException extends Exception {
        private static final long serialVersionUID = 1L;

        NoAnswerException(String why, Throwable cause) {
            super(why, cause);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    private Message send(NameServer server, Message query, int datagram) throws NoAnswerException {
        for (int attempt = 1; ; attempt++) {
            SimpleResolver resolver = new SimpleResolver(server.address());
            resolver.setTimeout(timeout);
            resolver.setEDNS(datagram == NO_EDNS ? NO_EDNS : 0, Math.max(0, datagram), 0, List.of());
            CompletableFuture<Message> coming =
                    resolver.sendAsync(query.clone()).toCompletableFuture();
            try {
                return coming.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NoAnswerException("stopped before there was an answer", e);
            } catch (TimeoutException e) {
                if (attempt >= attempts) {
                    throw silence(e);
                }
            } catch (ExecutionException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                if (attempt >= attempts || cause instanceof PortUnreachableException) {
                    throw lost(server, cause);
                }
            } finally {
                coming.cancel(true);
            }
        }
    }

    private NoAnswerException silence(Throwable cause) {
        String often = attempts == 1 ? "" : ", asked " + attempts + " times";
        return new NoAnswerException("no answer within " + seconds(timeout) + often, cause);
    }

    private NoAnswerException lost(NameServer server, Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof PortUnreachableException || message.contains("refused")) {
            return new NoAnswerException("nothing listens at " + server.place(), cause);
        }
        // dnsjava says so itself when its clock is ahead of ours.
        if (cause instanceof TimeoutException || message.contains("Timed out")) {
            return silence(cause);
        }
        return new NoAnswerException(message, cause);
    }

    private static String seconds(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    private static Answer judge(Message message, Name owner, RdataType type) throws WireParseException {
        int code = message.getRcode();
        if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) {
            return new Answer.Refused(Rcode.string(code));
        }
        List<ResourceRecord> answer = records(message, Section.ANSWER);
        List<ResourceRecord> authority = records(message, Section.AUTHORITY);
        boolean authoritative = message.getHeader().getFlag(Flags.AA);
        if (answer.isEmpty() && !authoritative && code == Rcode.NOERROR) {
            Optional<Answer.Referred> referred = referral(authority, owner);
            if (referred.isPresent()) {
                return referred.get();
            }
        }
        Optional<RRset> rrset = rrset(answer, owner, type);
        Optional<Name> alias = rrset.isPresent()
                ? Optional.empty()
                : rrset(answer, owner, RdataTypes.CNAME)
                        .map(found -> found.rdata().getFirst())
                        .flatMap(rdata -> rdata instanceof Cname(Name target) ? Optional.of(target) : Optional.empty());
        boolean exists = code == Rcode.NOERROR || alias.isPresent();
        List<ResourceRecord> told = answer.isEmpty() ? authority : answer;
        return new Answer.Answered(rrset, alias, exists, authoritative, serial(told, owner));
    }

    /// The records of class IN whose types are data, not part of the protocol.
    private static List<ResourceRecord> records(Message message, int section) throws WireParseException {
        List<ResourceRecord> records = new ArrayList<>();
        for (Record record : message.getSection(section)) {
            if (record.getDClass() == DClass.IN) {
                records.add(Records.ours(record));
            }
        }
        return records;
    }

    private static Optional<RRset> rrset(List<ResourceRecord> records, Name owner, RdataType type) {
        List<ResourceRecord> found = records.stream()
                .filter(record -> record.owner().equals(owner) && record.type().equals(type))
                .toList();
        return Zone.ofRecords(owner, found).rrset(new RRset.Key(owner, type));
    }

    private static Optional<Answer.Referred> referral(List<ResourceRecord> authority, Name owner) {
        List<Name> servers = new ArrayList<>();
        Name cut = owner;
        for (ResourceRecord record : authority) {
            if (record.rdata() instanceof Ns(Name server) && owner.isAtOrBelow(record.owner())) {
                cut = record.owner();
                servers.add(server);
            }
        }
        return servers.isEmpty() ? Optional.empty() : Optional.of(new Answer.Referred(cut, servers));
    }

    private static OptionalLong serial(List<ResourceRecord> records, Name owner) {
        for (ResourceRecord record : records) {
            if (record.rdata() instanceof Soa soa && owner.isAtOrBelow(record.owner())) {
                return OptionalLong.of(soa.serial());
            }
        }
        return OptionalLong.empty();
    }
}
