import cadastre.dns.A;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Ttl;
import cadastre.dns.Zone;
import cadastre.plan.Planner;
import cadastre.plan.Policy;
import cadastre.plan.ZonePlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Times a plan of a large zone of which one RRset in a hundred changes, in one warm JVM. The argument is the number of RRsets.
void main(String[] arguments) {
    int size = Integer.parseInt(arguments[0]);
    Zone actual = zone(size, 0);
    Zone desired = zone(size, 100);
    long[] millis = new long[9];
    int changes = 0;
    for (int run = -4; run < millis.length; run++) {
        long start = System.nanoTime();
        ZonePlan plan = Planner.plan(desired, actual, Policy.FREE);
        long took = (System.nanoTime() - start) / 1_000_000;
        changes = plan.changes().size();
        if (run >= 0) {
            millis[run] = took;
        }
    }
    Arrays.sort(millis);
    System.out.printf(
            "plan-%-7d %d changes   median %d ms, slowest %d ms (%d warm runs)%n",
            size, changes, millis[millis.length / 2], millis[millis.length - 1], millis.length);
}

static Zone zone(int size, int changeEvery) {
    Name apex = Name.of("example.com");
    List<RRset> rrsets = new ArrayList<>();
    for (int i = 0; i < size; i++) {
        int address = changeEvery > 0 && i % changeEvery == 0 ? i + 1 : i;
        A rdata = new A(address);
        rrsets.add(new RRset(Name.of("host" + i + ".example.com"), rdata.type(), new Ttl(300), List.of(rdata)));
    }
    return Zone.of(apex, rrsets);
}
