package cadastre.selfhosted;

import cadastre.dns.A;
import cadastre.dns.Aaaa;
import cadastre.dns.Caa;
import cadastre.dns.Dnskey;
import cadastre.dns.Ds;
import cadastre.dns.Https;
import cadastre.dns.Mx;
import cadastre.dns.Name;
import cadastre.dns.Rdata;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Srv;
import cadastre.dns.Svcb;
import cadastre.dns.ZoneFileOrder;
import java.util.Comparator;
import java.util.List;

/// The order of records in a zone file: by owner name and type as [ZoneFileOrder] says, then by what people look for in
/// RDATA of the type: addresses by number, mail exchanges by preference, services by port.
final class RecordOrder {
    private RecordOrder() {}

    /// {@return the order of the records of a zone with that apex; total, but for records that read the same}
    static Comparator<ResourceRecord> of(Name apex) {
        return Comparator.comparing(
                        ResourceRecord::owner, ZoneFileOrder.of(apex).names())
                .thenComparing(ResourceRecord::type, ZoneFileOrder.TYPES)
                .thenComparing(ResourceRecord::rdata, RecordOrder::byNumbers)
                .thenComparing(record -> target(record.rdata()))
                .thenComparing(record -> record.rdata().presentation());
    }

    private static int byNumbers(Rdata a, Rdata b) {
        List<Long> left = numbers(a);
        List<Long> right = numbers(b);
        if (a instanceof Caa one && b instanceof Caa other && !one.tag().equals(other.tag())) {
            return one.tag().compareTo(other.tag());
        }
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = Long.compareUnsigned(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /// What is compared as numbers, the first counting most.
    private static List<Long> numbers(Rdata rdata) {
        return switch (rdata) {
            case A a -> List.of(Integer.toUnsignedLong(a.address()));
            case Aaaa aaaa -> List.of(aaaa.high(), aaaa.low());
            case Mx mx -> List.of((long) mx.preference());
            case Srv srv -> List.of((long) srv.port(), (long) srv.priority(), (long) srv.weight());
            case Svcb svcb -> List.of((long) svcb.priority());
            case Https https -> List.of((long) https.priority());
            case Caa caa -> List.of(255L - caa.flags());
            case Ds ds -> List.of((long) ds.keyTag());
            case Dnskey key -> List.of((long) key.flags(), (long) key.protocol());
            default -> List.of();
        };
    }

    private static String target(Rdata rdata) {
        return switch (rdata) {
            case Mx mx -> mx.exchange().toString();
            case Svcb svcb -> svcb.target().toString();
            case Https https -> https.target().toString();
            default -> "";
        };
    }
}
