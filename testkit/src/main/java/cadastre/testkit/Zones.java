package cadastre.testkit;

import cadastre.dns.A;
import cadastre.dns.Aaaa;
import cadastre.dns.Alias;
import cadastre.dns.Caa;
import cadastre.dns.Cname;
import cadastre.dns.Mx;
import cadastre.dns.Name;
import cadastre.dns.Ns;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RelativeName;
import cadastre.dns.Srv;
import cadastre.dns.Ttl;
import cadastre.dns.Txt;
import cadastre.dns.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Zones made by chance: valid, small, and alike enough that two of them differ in interesting ways.
///
/// The same seed gives the same zones. Not thread-safe.
public final class Zones {
    private static final List<String> OWNERS = List.of(
            "@",
            "www",
            "WWW",
            "mail",
            "*",
            "*.dev",
            "_dmarc",
            "_sip._tcp",
            "a",
            "b",
            "c.a",
            "10",
            "9",
            "xn--bcher-kva");
    private static final List<Integer> TTLS = List.of(300, 600, 3600, 10800);

    private final Random random;
    private final Name apex;

    /// A source of zones with that apex.
    public Zones(long seed, Name apex) {
        this.random = new Random(seed);
        this.apex = apex;
    }

    /// {@return a zone of up to twenty RRsets, possibly of none}
    public Zone next() {
        Map<RRset.Key, RRset> rrsets = new LinkedHashMap<>();
        int count = random.nextInt(20);
        for (int i = 0; i < count; i++) {
            RRset rrset = rrset();
            if (fits(rrset, rrsets)) {
                rrsets.put(rrset.key(), rrset);
            }
        }
        return Zone.of(apex, rrsets.values());
    }

    /// {@return `zone` with a few RRsets added, changed and taken away}
    public Zone near(Zone zone) {
        Map<RRset.Key, RRset> rrsets = new LinkedHashMap<>();
        for (RRset rrset : zone.rrsets()) {
            switch (random.nextInt(5)) {
                case 0 -> {}
                case 1 -> rrsets.put(rrset.key(), rrset.withTtl(ttl()));
                default -> rrsets.put(rrset.key(), rrset);
            }
        }
        for (RRset rrset : next().rrsets()) {
            if (random.nextInt(4) == 0 && fits(rrset, rrsets)) {
                rrsets.put(rrset.key(), rrset);
            }
        }
        return Zone.of(apex, rrsets.values());
    }

    private static boolean fits(RRset rrset, Map<RRset.Key, RRset> rrsets) {
        String type = rrset.type().mnemonic();
        for (RRset other : rrsets.values()) {
            if (other.owner().equals(rrset.owner()) && !other.type().equals(rrset.type())) {
                String beside = other.type().mnemonic();
                if (type.equals("CNAME") || beside.equals("CNAME") || type.equals("ALIAS") || beside.equals("ALIAS")) {
                    return false;
                }
            }
        }
        return true;
    }

    private RRset rrset() {
        Name owner = RelativeName.of(OWNERS.get(random.nextInt(OWNERS.size()))).at(apex);
        List<Rdata> rdata = new ArrayList<>();
        int kind = random.nextInt(8);
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            rdata.add(rdata(owner, kind));
        }
        Rdata first = rdata.getFirst();
        List<Rdata> all = first instanceof Cname || first instanceof Alias ? List.of(first) : rdata;
        return new RRset(owner, first.type(), ttl(), all);
    }

    private Ttl ttl() {
        return new Ttl(TTLS.get(random.nextInt(TTLS.size())));
    }

    private Rdata rdata(Name owner, int kind) {
        return switch (kind) {
            case 0 -> new A(random.nextInt());
            case 1 -> new Aaaa(random.nextLong(), random.nextLong());
            case 2 -> new Mx(random.nextInt(100), target());
            case 3 -> Txt.ofText(text());
            case 4 -> new Srv(random.nextInt(10), random.nextInt(10), random.nextInt(65536), target());
            case 5 -> new Caa(random.nextBoolean() ? 0 : 128, "issue", "ca" + random.nextInt(3) + ".example");
            case 6 -> owner.equals(apex) ? new Alias(target()) : new Ns(target());
            default -> owner.equals(apex) ? new A(random.nextInt()) : new Cname(target());
        };
    }

    private Name target() {
        return random.nextInt(3) == 0
                ? Name.of("host" + random.nextInt(3) + ".example.net")
                : RelativeName.of(OWNERS.get(random.nextInt(OWNERS.size()))).at(apex);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(4) == 0 ? 200 + random.nextInt(400) : random.nextInt(20);
        for (int i = 0; i < length; i++) {
            text.append((char) (random.nextInt(10) == 0 ? random.nextInt(256) : 32 + random.nextInt(95)));
        }
        return text.toString();
    }
}
