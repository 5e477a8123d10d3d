package cadastre.emulator;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// Answers as a name server of LiveDNS: out of its own zones and nothing else.
///
/// Nothing is added that was not asked for: no name servers to answers, no addresses but glue.
///
/// @rfc 1034 section 4.3.2
/// @rfc 2308 section 5
final class Authority {
    /// As many names are looked at for one question, as BIND does.
    private static final int MOST_ALIASES = 12;

    private final ServedZones zones;
    private final Recursion recursion;
    private final Supplier<Duration> delay;

    /// @param recursion finds where an ALIAS points
    /// @param delay     how much later than it happened a change shows
    Authority(ServedZones zones, Recursion recursion, Supplier<Duration> delay) {
        this.zones = zones;
        this.recursion = recursion;
        this.delay = delay;
    }

    Optional<ServedZones.Of> zone(Name name, int type) {
        return zones.find(name, type, delay.get());
    }

    /// Fills the sections of an answer.
    void answer(Name question, int type, Message answer) {
        Optional<ServedZones.Of> zone = zone(question, type);
        if (zone.isEmpty()) {
            answer.getHeader().setRcode(Rcode.REFUSED);
            return;
        }
        new Walk(zone.get().zone(), type, answer).from(question);
    }

    /// One question on its way through a zone.
    private final class Walk {
        private final ServedZone zone;
        private final int type;
        private final Message answer;
        private final Set<Name> seen = new HashSet<>();

        Walk(ServedZone zone, int type, Message answer) {
            this.zone = zone;
            this.type = type;
            this.answer = answer;
        }

        void from(Name question) {
            Name name = question;
            while (seen.add(name) && seen.size() <= MOST_ALIASES) {
                ServedZone.Found found = zone.find(name, type);
                if (seen.size() == 1 && !(found instanceof ServedZone.Referral)) {
                    answer.getHeader().setFlag(Flags.AA);
                }
                if (!(found instanceof ServedZone.Elsewhere(List<RRset> rrsets, Name target))) {
                    end(found, name);
                    return;
                }
                rrsets.forEach(rrset -> add(rrset, Section.ANSWER));
                // An alias out of the zone ends here, even into another zone of the same server.
                if (!target.subdomain(zone.apex())) {
                    return;
                }
                name = target;
            }
            answer.getHeader().setRcode(Rcode.SERVFAIL); // round and round, or too long
        }

        private void end(ServedZone.Found found, Name name) {
            switch (found) {
                case ServedZone.Records(List<RRset> rrsets) -> rrsets.forEach(rrset -> add(rrset, Section.ANSWER));
                case ServedZone.Referral referral -> {
                    add(referral.ns(), Section.AUTHORITY);
                    referral.glue().forEach(rrset -> add(rrset, Section.ADDITIONAL));
                }
                case ServedZone.NoRecords _ -> add(zone.soa(), Section.AUTHORITY);
                case ServedZone.NoName _ -> {
                    answer.getHeader().setRcode(Rcode.NXDOMAIN);
                    add(zone.soa(), Section.AUTHORITY);
                }
                case ServedZone.TooLong(RRset dname) -> {
                    answer.getHeader().setRcode(Rcode.YXDOMAIN);
                    add(dname, Section.ANSWER);
                }
                case ServedZone.AtAlias(ServedZone.Alias alias) -> alias(alias, name);
                case ServedZone.Elsewhere _ -> throw new IllegalStateException("an alias is no end");
            }
        }

        private void alias(ServedZone.Alias alias, Name name) {
            Recursion.Reply reply = recursion.resolve(alias.target(), type);
            if (reply.rcode() != Rcode.NOERROR && reply.rcode() != Rcode.NXDOMAIN) {
                answer.getHeader().setRcode(Rcode.SERVFAIL);
                return;
            }
            List<Record> addresses = reply.answer().stream()
                    .filter(record -> record.getType() == type)
                    .toList();
            if (addresses.isEmpty()) {
                add(zone.soa(), Section.AUTHORITY);
            }
            for (Record address : addresses) {
                answer.addRecord(
                        Record.newRecord(
                                name,
                                type,
                                address.getDClass(),
                                Math.min(address.getTTL(), alias.ttl()),
                                address.rdataToWireCanonical()),
                        Section.ANSWER);
            }
        }

        private void add(RRset rrset, int section) {
            for (Record record : rrset.rrs(false)) {
                if (!answer.findRecord(record, section)) {
                    answer.addRecord(record, section);
                }
            }
        }
    }

    /// {@return whether a type is asked for that no answer has}
    static boolean isMeta(int type) {
        return type == Type.MAILA || type == Type.MAILB || type == Type.OPT || type == Type.TSIG || type == Type.TKEY;
    }
}
