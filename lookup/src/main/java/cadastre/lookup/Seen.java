package cadastre.lookup;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RdataType;
import cadastre.dns.RdataTypes;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Ttl;
import cadastre.dns.Txt;
import cadastre.dns.Unknown;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/// What an answer says about an RRset that changed.
public enum Seen {
    /// What is wanted is served; where the RRset was taken away, nothing is.
    NEW("new"),
    /// What was before is still served.
    OLD("still old"),
    /// Something is wanted, something was there, and nothing is served.
    GONE("gone"),
    /// Something is served that is neither wanted nor what was before.
    OTHER("something else"),
    /// The server does not hold the zone, or does not answer for it.
    REFUSED("refused"),
    /// There was no answer.
    UNREACHABLE("unreachable"),
    /// The type is one that is answered by what it stands for, as ALIAS is, so nobody was asked.
    NEVER_SERVED("not served as such");

    private final String words;

    Seen(String words) {
        this.words = words;
    }

    /// {@return the same for people}
    public String words() {
        return words;
    }

    /// {@return what `answer`, to a question for that RRset, says about it}
    ///
    /// TTLs count where the server speaks for the zone; in a cache they run. Texts cut into
    /// other strings are the same, since some name servers cut them anew.
    public static Seen judge(Watched watched, Answer answer) {
        return switch (answer) {
            case Answer.NoAnswer _ -> UNREACHABLE;
            case Answer.Refused _, Answer.Referred _ -> REFUSED;
            case Answer.Answered answered -> judge(watched, answered);
        };
    }

    private static Seen judge(Watched watched, Answer.Answered answered) {
        boolean ttls = answered.authoritative();
        if (same(answered.rrset(), watched.after(), ttls)) {
            return NEW;
        }
        if (same(answered.rrset(), watched.before(), ttls)) {
            return OLD;
        }
        return answered.rrset().isEmpty() ? GONE : OTHER;
    }

    private static boolean same(Optional<RRset> served, Optional<RRset> known, boolean ttls) {
        if (served.isEmpty() || known.isEmpty()) {
            return served.isEmpty() && known.isEmpty();
        }
        if (ttls && !served.get().ttl().equals(known.get().ttl())) {
            return false;
        }
        return octets(served.get()).equals(octets(known.get()));
    }

    /// The RDATA in a form in which equal ones are equal however they were written.
    private static Set<String> octets(RRset rrset) {
        Set<String> all = new HashSet<>();
        for (Rdata rdata : rrset.rdata()) {
            all.add(octets(rrset.owner(), rrset.type(), rdata));
        }
        return all;
    }

    private static String octets(Name owner, RdataType type, Rdata rdata) {
        if (rdata instanceof Txt txt) {
            return Txt.ofText(txt.joined()).canonical();
        }
        if (!(rdata instanceof Unknown) || type.equals(RdataTypes.ALIAS)) {
            return rdata.canonical();
        }
        try {
            byte[] wire =
                    Records.theirs(new ResourceRecord(owner, new Ttl(0), rdata)).rdataToWireCanonical();
            return HexFormat.of().formatHex(wire);
        } catch (Records.UnsendableException e) {
            return rdata.canonical(); // then it is equal to what is written alike, and to nothing else
        }
    }
}
