package cadastre.emulator;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;
import org.xbill.DNS.Type;

/// What a name server says to the octets that come: header, EDNS, TSIG, and what is neither question nor transfer.
/// Thread-safe.
///
/// @rfc 1035 section 4.1
/// @rfc 6891 section 6
/// @rfc 8945 section 5
final class DnsAnswerer {
    /// What is sent over UDP at most, whatever the asker says it takes.
    private static final int LARGEST_DATAGRAM = 1232;

    private static final int LEAST_DATAGRAM = 512;
    private static final int HEADER = 12;
    private static final int LARGEST = 65535;

    private final Registry registry;
    private final InstantSource clock;
    private final Optional<Authority> authority;
    private final Recursion recursion;
    private final ZoneTransfer transfers;

    /// @param authority the zones; nothing for a resolver
    DnsAnswerer(ServedZones zones, InstantSource clock, Optional<Authority> authority, Recursion recursion) {
        this.registry = zones.registry();
        this.clock = clock;
        this.authority = authority;
        this.recursion = recursion;
        this.transfers = new ZoneTransfer(registry);
    }

    /// The key with which a query is signed.
    ///
    /// @param id    of the key
    /// @param first its signature, which that of the answer covers
    record Signature(String id, TSIG tsig, TSIGRecord first) {}

    /// {@return the answers to a message, in their order; none if it is not to be answered}
    ///
    /// @param tcp whether it came over TCP: there an answer may be long, and a zone may be transferred
    List<byte[]> answer(byte[] octets, InetAddress sender, boolean tcp) {
        Message query;
        try {
            query = new Message(octets);
        } catch (IOException _) {
            return failure(octets, Rcode.FORMERR);
        }
        if (query.getHeader().getFlag(Flags.QR)) {
            return List.of();
        }
        Message answer = begun(query);
        TSIGRecord signed = query.getTSIG();
        if (signed == null) {
            return finished(query, answer, sender, tcp, Optional.empty());
        }
        Optional<TsigKey> key = key(signed);
        if (key.isEmpty()) {
            return List.of(unverified(answer, signed, Rcode.BADKEY));
        }
        TSIG tsig = tsig(key.get(), clock);
        int error = tsig.verify(query, octets, null);
        if (error != Rcode.NOERROR) {
            return List.of(unverified(answer, signed, error));
        }
        return finished(
                query, answer, sender, tcp, Optional.of(new Signature(key.get().id(), tsig, signed)));
    }

    private List<byte[]> finished(
            Message query, Message answer, InetAddress sender, boolean tcp, Optional<Signature> signature) {
        Optional<List<byte[]>> transferred = transfer(query, answer, sender, tcp, signature);
        if (transferred.isPresent()) {
            return transferred.get();
        }
        fill(query, answer);
        signature.ifPresent(one -> answer.setTSIG(one.tsig(), Rcode.NOERROR, one.first()));
        return List.of(answer.toWire(tcp ? LARGEST : room(query.getOPT())));
    }

    private static int room(@Nullable OPTRecord opt) {
        return opt == null ? LEAST_DATAGRAM : Math.clamp(opt.getPayloadSize(), LEAST_DATAGRAM, LARGEST_DATAGRAM);
    }

    private Optional<List<byte[]>> transfer(
            Message query, Message answer, InetAddress sender, boolean tcp, Optional<Signature> signature) {
        Record question = query.getQuestion();
        if (authority.isEmpty()
                || query.getHeader().getOpcode() != Opcode.QUERY
                || question == null
                || (question.getType() != Type.AXFR && question.getType() != Type.IXFR)) {
            return Optional.empty();
        }
        return transfers.answer(authority.get(), question, answer, new ZoneTransfer.Asker(sender, tcp, signature));
    }

    private Message begun(Message query) {
        Message answer = new Message(query.getHeader().getID());
        Header header = answer.getHeader();
        header.setFlag(Flags.QR);
        header.setOpcode(query.getHeader().getOpcode());
        if (query.getHeader().getFlag(Flags.RD)) {
            header.setFlag(Flags.RD);
        }
        if (authority.isEmpty()) {
            header.setFlag(Flags.RA);
        }
        query.getSection(Section.QUESTION).forEach(record -> answer.addRecord(record, Section.QUESTION));
        return answer;
    }

    private void fill(Message query, Message answer) {
        int rcode = refusal(query);
        OPTRecord opt = query.getOPT();
        if (opt != null && opt.getVersion() > 0) {
            rcode = Rcode.BADVERS;
        }
        answer.getHeader().setRcode(rcode & 0xf);
        if (rcode == Rcode.NOERROR) {
            Record question = query.getQuestion();
            if (authority.isPresent()) {
                authority.get().answer(question.getName(), question.getType(), answer);
            } else {
                recursion.answer(question.getName(), question.getType(), answer);
            }
        }
        if (opt != null) {
            answer.addRecord(
                    new OPTRecord(LARGEST_DATAGRAM, rcode >> 4, 0, opt.getFlags() & 0x8000), Section.ADDITIONAL);
        }
    }

    private static int refusal(Message query) {
        if (query.getHeader().getOpcode() != Opcode.QUERY) {
            return Rcode.NOTIMP;
        }
        if (query.getHeader().getCount(Section.QUESTION) != 1) {
            return Rcode.FORMERR;
        }
        Record question = query.getQuestion();
        if (question.getDClass() != DClass.IN) {
            return Rcode.REFUSED;
        }
        return Authority.isMeta(question.getType()) ? Rcode.FORMERR : Rcode.NOERROR;
    }

    /// {@return an answer to octets that says nothing but why there is none}
    static List<byte[]> failure(byte[] octets, int rcode) {
        if (octets.length < HEADER || (octets[2] & 0x80) != 0) {
            return List.of();
        }
        Message answer = new Message((octets[0] & 0xff) << 8 | (octets[1] & 0xff));
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setRcode(rcode);
        return List.of(answer.toWire());
    }

    private Optional<TsigKey> key(TSIGRecord signed) {
        Map<String, TsigKey> byName = new TreeMap<>();
        registry.tsigKeys().forEach(key -> byName.put(key.name(), key));
        return Optional.ofNullable(byName.get(signed.getName().canonicalize().toString(true)))
                .filter(_ -> signed.getAlgorithm().equals(TSIG.HMAC_SHA512));
    }

    /// {@return the key as it signs and checks, at the emulator's time}
    private static TSIG tsig(TsigKey key, InstantSource clock) {
        javax.crypto.SecretKey secret =
                new javax.crypto.spec.SecretKeySpec(Base64.getDecoder().decode(key.secret()), "HmacSHA512");
        return new TSIG(TSIG.HMAC_SHA512, DnsRecords.absolute(key.name()), secret, new Time(clock, ZoneOffset.UTC));
    }

    /// An answer that is not signed and says why the signature of the query does not count.
    private static byte[] unverified(Message answer, TSIGRecord signed, int error) {
        answer.getHeader().setRcode(Rcode.NOTAUTH);
        answer.addRecord(
                new TSIGRecord(
                        signed.getName(),
                        DClass.ANY,
                        0,
                        signed.getAlgorithm(),
                        signed.getTimeSigned(),
                        signed.getFudge(),
                        new byte[0],
                        answer.getHeader().getID(),
                        error,
                        new byte[0]),
                Section.ADDITIONAL);
        return answer.toWire();
    }

    private static final class Time extends Clock {
        private final InstantSource source;
        private final ZoneId zone;

        Time(InstantSource source, ZoneId zone) {
            this.source = source;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Time(source, other);
        }

        @Override
        public Instant instant() {
            return source.instant();
        }
    }
}
