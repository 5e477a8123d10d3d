package cadastre.emulator;

import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import cadastre.dns.RelativeName;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Ttl;
import cadastre.dns.ZoneFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A zone as a master file.
///
/// @rfc 1035 section 5.1
final class ZoneText {
    private ZoneText() {}

    /// {@return one line for each record, names relative, the SOA first}
    ///
    /// The apex NS records that LiveDNS serves by itself are not in it, nor in any list.
    static String write(LiveZone.State state) {
        StringBuilder text = new StringBuilder("@ 10800 IN SOA ns1.gandi.net. hostmaster.gandi.net. ")
                .append(state.serial())
                .append(" 10800 3600 604800 10800\n");
        for (StoredRrset rrset : state.rrsets()) {
            for (String value : rrset.values()) {
                text.append(rrset.name())
                        .append(' ')
                        .append(rrset.ttl())
                        .append(" IN ")
                        .append(rrset.type())
                        .append(' ')
                        .append(value)
                        .append('\n');
            }
        }
        return text.toString();
    }

    /// {@return the RRsets of a master file, with the least TTL where they differ within one. Names in RDATA
    /// become absolute; the SOA is left out.}
    ///
    /// @throws Refused if the text is none, or holds what LiveDNS does not take
    static List<StoredRrset> read(String text, Name apex, Guesses guesses) throws Refused {
        Map<RrsetKey, StoredRrset> rrsets = new LinkedHashMap<>();
        for (ResourceRecord record : records(text, apex)) {
            if (!record.type().mnemonic().equals("SOA")) {
                StoredRrset one = rrset(record, apex);
                rrsets.merge(RrsetKey.of(one), one, ZoneText::together);
            }
        }
        RdataText texts = new RdataText(apex, guesses.spelling());
        List<StoredRrset> normalised = new ArrayList<>();
        for (StoredRrset rrset : rrsets.values()) {
            normalised.add(texts.normalised(rrset));
        }
        return normalised;
    }

    private static List<ResourceRecord> records(String text, Name apex) throws Refused {
        try {
            return ZoneFile.read(text, apex, new Ttl(RrsetBody.DEFAULT_TTL));
        } catch (PresentationException e) {
            throw Refused.of(
                    Refused.Fault.body("body", "Line " + e.line() + ": Error while parsing rdata: " + e.getMessage()));
        }
    }

    private static StoredRrset rrset(ResourceRecord record, Name apex) throws Refused {
        String name = record.owner()
                .relativeTo(apex)
                .map(RelativeName::toString)
                .orElseThrow(() -> new Refused(
                        Errors.badRequest("Absolute rrset_name must end with " + apex + " (" + record.owner() + ")")));
        String type = record.type().mnemonic();
        int ttl = record.ttl().seconds();
        StoredRrset rrset =
                new StoredRrset(name, type, ttl, List.of(record.rdata().presentation()));
        if (!RrTypes.ACCEPTED.contains(type)) {
            throw RrsetBody.refused("rrset_type is not accepted", rrset);
        }
        if (ttl < RrsetBody.LEAST_TTL || ttl > RrsetBody.GREATEST_TTL) {
            throw RrsetBody.refused(
                    "rrset_ttl is not between " + RrsetBody.LEAST_TTL + " and " + RrsetBody.GREATEST_TTL, rrset);
        }
        return rrset;
    }

    private static StoredRrset together(StoredRrset a, StoredRrset b) {
        List<String> values = new ArrayList<>(a.values());
        values.addAll(b.values());
        return new StoredRrset(a.name(), a.type(), Math.min(a.ttl(), b.ttl()), values);
    }
}
