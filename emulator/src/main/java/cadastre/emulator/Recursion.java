package cadastre.emulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/// Answers as a resolver: what is delegated to LiveDNS out of its zones, as they are now; everything else by asking
/// another resolver, and with a failure if there is none. Nothing is kept.
final class Recursion {
    private static final System.Logger LOGGER = System.getLogger(Recursion.class.getName());

    private static final Pattern LIVEDNS = Pattern.compile("ns-\\d{1,3}-([abc])\\.gandi\\.net\\.");
    private static final int MOST_ALIASES = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ServedZones zones;
    private final Optional<InetSocketAddress> other;

    /// @param other the resolver that is asked for what is not here
    Recursion(ServedZones zones, Optional<InetSocketAddress> other) {
        this.zones = zones;
        this.other = other;
    }

    /// @param authority the SOA for an answer that there is nothing
    record Reply(int rcode, List<Record> answer, List<Record> authority) {}

    void answer(Name question, int type, Message answer) {
        Reply reply = resolve(question, type);
        answer.getHeader().setRcode(reply.rcode());
        reply.answer().forEach(record -> answer.addRecord(record, Section.ANSWER));
        reply.authority().forEach(record -> answer.addRecord(record, Section.AUTHORITY));
    }

    Reply resolve(Name question, int type) {
        return resolve(question, type, new HashSet<>());
    }

    private Reply resolve(Name question, int type, Set<Name> seen) {
        List<Record> answer = new ArrayList<>();
        Name name = question;
        while (seen.add(name) && seen.size() <= MOST_ALIASES) {
            Optional<Reply> server = ofServer(name, type);
            if (server.isPresent()) {
                return after(answer, server.get());
            }
            Optional<ServedZones.Of> zone =
                    zones.find(name, type, Duration.ZERO).filter(this::isDelegatedHere);
            if (zone.isEmpty()) {
                return after(answer, ask(name, type));
            }
            ServedZone.Found found = zone.get().zone().find(name, type);
            if (!(found instanceof ServedZone.Elsewhere(List<RRset> rrsets, Name target))) {
                return after(answer, reply(found, zone.get().zone(), name, type, seen));
            }
            rrsets.forEach(rrset -> answer.addAll(rrset.rrs(false)));
            name = target;
        }
        return new Reply(Rcode.SERVFAIL, List.of(), List.of());
    }

    private static Reply after(List<Record> first, Reply rest) {
        List<Record> all = new ArrayList<>(first);
        all.addAll(rest.answer());
        return new Reply(rest.rcode(), all, rest.authority());
    }

    private boolean isDelegatedHere(ServedZones.Of zone) {
        return NameServers.kind(zone.domain().nameServers(zones.now())).equals("livedns");
    }

    private Reply reply(ServedZone.Found found, ServedZone zone, Name name, int type, Set<Name> seen) {
        return switch (found) {
            case ServedZone.Records(List<RRset> rrsets) ->
                new Reply(
                        Rcode.NOERROR,
                        rrsets.stream()
                                .flatMap(rrset -> rrset.rrs(false).stream())
                                .toList(),
                        List.of());
            case ServedZone.NoRecords _ -> nothing(Rcode.NOERROR, zone);
            case ServedZone.NoName _ -> nothing(Rcode.NXDOMAIN, zone);
            case ServedZone.TooLong(RRset dname) -> new Reply(Rcode.YXDOMAIN, dname.rrs(false), List.of());
            case ServedZone.Referral _ -> ask(name, type);
            case ServedZone.AtAlias(ServedZone.Alias alias) -> {
                Reply there = resolve(alias.target(), type, seen);
                List<Record> addresses = there.answer().stream()
                        .filter(record -> record.getType() == type)
                        .map(record -> Record.newRecord(
                                name,
                                type,
                                DClass.IN,
                                Math.min(record.getTTL(), alias.ttl()),
                                record.rdataToWireCanonical()))
                        .toList();
                boolean failed = there.rcode() != Rcode.NOERROR && there.rcode() != Rcode.NXDOMAIN;
                yield failed
                        ? there
                        : addresses.isEmpty()
                                ? nothing(Rcode.NOERROR, zone)
                                : new Reply(Rcode.NOERROR, addresses, List.of());
            }
            case ServedZone.Elsewhere _ -> throw new IllegalStateException("an alias is no end");
        };
    }

    private static Reply nothing(int rcode, ServedZone zone) {
        return new Reply(rcode, List.of(), zone.soa().rrs(false));
    }

    /// The names of LiveDNS's servers lead to the addresses at which they are emulated.
    private static Optional<Reply> ofServer(Name name, int type) {
        Matcher server = LIVEDNS.matcher(name.canonicalize().toString());
        if (!server.matches()) {
            return Optional.empty();
        }
        if (type != Type.A) {
            return Optional.of(new Reply(Rcode.NOERROR, List.of(), List.of()));
        }
        return Optional.of(new Reply(
                Rcode.NOERROR,
                List.of(new ARecord(
                        name,
                        DClass.IN,
                        DnsRecords.OWN_TTL,
                        DnsSockets.address(DnsSockets.Role.ofGroup(server.group(1))))),
                List.of()));
    }

    private Reply ask(Name name, int type) {
        if (other.isEmpty()) {
            return new Reply(Rcode.SERVFAIL, List.of(), List.of());
        }
        try {
            SimpleResolver resolver = new SimpleResolver(other.get());
            resolver.setTimeout(PATIENCE);
            Message reply = resolver.send(Message.newQuery(Record.newRecord(name, type, DClass.IN)));
            return new Reply(reply.getRcode(), reply.getSection(Section.ANSWER), reply.getSection(Section.AUTHORITY));
        } catch (IOException e) {
            LOGGER.log(
                    System.Logger.Level.WARNING, "{0} does not answer for {1}: {2}", other.get(), name, e.getMessage());
            return new Reply(Rcode.SERVFAIL, List.of(), List.of());
        }
    }
}
