package cadastre.store;

import cadastre.dns.Name;
import cadastre.dns.Presentation;
import cadastre.dns.PresentationException;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RdataType;
import cadastre.dns.RdataTypes;
import cadastre.dns.Ttl;
import cadastre.dns.Zone;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// RRsets as text and back. Names and RDATA are in presentation format, which holds neither line breaks nor
/// tabs.
///
/// An RRset is a line with owner name, TTL and type, and after it a line that starts with a tab for each RDATA.
final class RRsetText {
    private RRsetText() {}

    static String rdata(RRset rrset) {
        return rrset.rdata().stream().map(Rdata::presentation).collect(Collectors.joining("\n"));
    }

    static RRset rrset(String owner, String type, int ttl, String rdata) {
        return rrset(owner, type, ttl, List.of(rdata.split("\n", -1)));
    }

    private static RRset rrset(String owner, String mnemonic, int ttl, List<String> texts) {
        RdataType type = RdataTypes.of(mnemonic);
        List<Rdata> rdata = new ArrayList<>();
        for (String one : texts) {
            try {
                rdata.add(Presentation.rdata(type, one, Name.ROOT));
            } catch (PresentationException e) {
                throw new IllegalStateException("the database holds what is no " + mnemonic + ": " + one, e);
            }
        }
        return new RRset(Name.of(owner), type, new Ttl(ttl), rdata);
    }

    static String of(RRset rrset) {
        StringBuilder text = new StringBuilder()
                .append(rrset.owner())
                .append('\t')
                .append(rrset.ttl().seconds())
                .append('\t')
                .append(rrset.type())
                .append('\n');
        rrset.rdata()
                .forEach(one -> text.append('\t').append(one.presentation()).append('\n'));
        return text.toString();
    }

    static String of(List<RRset> rrsets) {
        return rrsets.stream().map(RRsetText::of).collect(Collectors.joining());
    }

    static List<RRset> parse(String text) {
        List<RRset> rrsets = new ArrayList<>();
        List<String> rdata = new ArrayList<>();
        String[] head = {};
        for (String line : text.lines().toList()) {
            if (line.startsWith("\t")) {
                rdata.add(line.substring(1));
                continue;
            }
            if (head.length > 0) {
                rrsets.add(rrset(head[0], head[2], Integer.parseInt(head[1]), rdata));
            }
            head = line.split("\t", -1);
            rdata.clear();
        }
        if (head.length > 0) {
            rrsets.add(rrset(head[0], head[2], Integer.parseInt(head[1]), rdata));
        }
        return rrsets;
    }

    static RRset parseOne(String text) {
        return parse(text).getFirst();
    }

    /// {@return a digest that differs where anything differs, even only the spelling}
    static String digest(Zone zone) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (RRset rrset : zone.rrsets()) {
                digest.update(of(rrset).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
