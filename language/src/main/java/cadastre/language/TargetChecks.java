package cadastre.language;

import cadastre.dns.RdataTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a record's target may be, by type.
final class TargetChecks {
    private static final String INVALID = "'\" +,|!£$%&()=?^*ç°§;:<>[]@";
    private static final String WHY_THE_DOT = "https://docs.dnscontrol.org/language-reference/why-the-dot";

    private TargetChecks() {}

    /// {@return what is wrong with the name of a host, in the words for it}
    static Optional<String> host(String target) {
        if (target.equals("@")) {
            return Optional.empty();
        }
        if (target.isEmpty()) {
            return Optional.of("empty target (\"\"). Did you mean \"@\" instead?");
        }
        boolean slash = target.indexOf('/') >= 0 && !target.endsWith(".in-addr.arpa.");
        if (slash || target.chars().anyMatch(c -> INVALID.indexOf(c) >= 0)) {
            return Optional.of("target (" + target + ") includes invalid char");
        }
        if (target.indexOf('.') >= 0 && !target.endsWith(".")) {
            return Optional.of("target (" + target + ") must end with a (.) [" + WHY_THE_DOT + "]");
        }
        return Optional.empty();
    }

    /// Reports what is wrong with the target of `record`, as written but in lower case.
    static void check(RecordConfig record, String zone, Messages messages) {
        List<String> wrong = new ArrayList<>();
        switch (record.type()) {
            case "A" -> {
                if (Addresses.ipv4(record.target()).isEmpty()) {
                    wrong.add("WARNING: target (" + record.target() + ") is not an IPv4 address");
                }
            }
            case "AAAA" -> {
                if (Addresses.ipv6(record.target()).isEmpty()) {
                    wrong.add("WARNING: target (" + record.target() + ") is not an IPv6 address");
                }
            }
            case "SOA" -> soa(record, wrong);
            case "LUA" -> lua(record, wrong);
            default -> {
                if (!RecordTypes.isStandard(record.type()) && !RecordTypes.isCustom(record.type())) {
                    messages.error(
                            "checkTargets: Unimplemented record type (" + record.type() + ") domain=" + zone + " name="
                                    + record.name(),
                            record);
                } else if (RecordTypes.hasHostTarget(record.type()) && !isMissingNaptrTarget(record)) {
                    host(record.target()).ifPresent(wrong::add);
                }
            }
        }
        atApex(record, zone, wrong);
        String place = record.filepos() + ": " + record.type() + " " + record.name() + "." + zone + ": ";
        wrong.forEach(text -> messages.error(place + text, record));
    }

    private static boolean isMissingNaptrTarget(RecordConfig record) {
        return record.type().equals("NAPTR") && record.target().isEmpty();
    }

    private static void atApex(RecordConfig record, String zone, List<String> wrong) {
        boolean apex = record.name().equals("@");
        switch (record.type()) {
            case "CNAME" -> {
                if (apex) {
                    wrong.add("cannot create CNAME record for bare domain");
                }
                if (HostNames.absolute(record.name(), zone).equals(HostNames.absolute(record.target(), zone))) {
                    wrong.add("CNAME loop (target points at itself)");
                }
            }
            case "NS" -> {
                if (apex) {
                    wrong.add("cannot create NS record for bare domain. Use NAMESERVER instead");
                }
            }
            case "SOA" -> {
                if (!apex) {
                    wrong.add("SOA record is only valid for bare domain");
                }
            }
            default -> {
                // Every other type may stand anywhere.
            }
        }
    }

    private static void soa(RecordConfig record, List<String> wrong) {
        String mailbox = record.text("soambox");
        if (record.number("soaexpire") == 0) {
            wrong.add("SOA Expire must be > 0");
        } else if (record.number("soaminttl") == 0) {
            wrong.add("SOA Minimum TTL must be > 0");
        } else if (record.number("soarefresh") == 0) {
            wrong.add("SOA Refresh must be > 0");
        } else if (record.number("soaretry") == 0) {
            wrong.add("SOA Retry must be > 0");
        } else if (mailbox.isEmpty()) {
            wrong.add("SOA MBox must be specified");
        } else if (mailbox.indexOf('@') >= 0) {
            wrong.add("SOA MBox must have '.' instead of '@'");
        }
        host(record.target()).ifPresent(wrong::add);
    }

    private static void lua(RecordConfig record, List<String> wrong) {
        String emitted = record.text("luartype");
        if (emitted.isEmpty()) {
            wrong.add("LUA records must specify an emitted rtype");
        } else if (RdataTypes.find(emitted).isEmpty()) {
            wrong.add("LUA emitted rtype (" + emitted + ") is not a valid DNS type");
        }
    }
}
