package cadastre.language;

import cadastre.dns.A;
import cadastre.dns.Aaaa;
import cadastre.dns.Alias;
import cadastre.dns.Caa;
import cadastre.dns.Cdnskey;
import cadastre.dns.Cds;
import cadastre.dns.Cname;
import cadastre.dns.Dhcid;
import cadastre.dns.Dname;
import cadastre.dns.Dnskey;
import cadastre.dns.Ds;
import cadastre.dns.Https;
import cadastre.dns.Key;
import cadastre.dns.Loc;
import cadastre.dns.Mx;
import cadastre.dns.Name;
import cadastre.dns.Naptr;
import cadastre.dns.Ns;
import cadastre.dns.Openpgpkey;
import cadastre.dns.Ptr;
import cadastre.dns.Rdata;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Rp;
import cadastre.dns.Smimea;
import cadastre.dns.Soa;
import cadastre.dns.Spf;
import cadastre.dns.Srv;
import cadastre.dns.Sshfp;
import cadastre.dns.Svcb;
import cadastre.dns.Tlsa;
import cadastre.dns.Txt;
import cadastre.dns.Unknown;
import cadastre.dns.Uri;
import cadastre.dns.Wks;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// RDATA as transcripts and reports show them to users of DNSControl.
public final class RdataText {
    private RdataText() {}

    /// {@return the text of `rdata`, the same for equal data: names absolute and in lower case, a TXT as
    /// one quoted string, an SOA without its serial and as it is spelled}
    ///
    /// Texts are shown as UTF-8 if they are, else octet by octet; control characters stand as `\DDD`, so
    /// that it is one line.
    public static String comparable(Rdata rdata) {
        return switch (rdata) {
            case A a -> a.presentation();
            case Aaaa aaaa -> aaaa.presentation();
            case Alias(Name target) -> text(target);
            case Cname(Name target) -> text(target);
            case Ns(Name nameServer) -> text(nameServer);
            case Ptr(Name target) -> text(target);
            case Caa caa -> caa.flags() + " " + caa.tag() + " " + quoted(caa.value());
            case Dname(Name target) -> text(target);
            case Ds ds ->
                ds.keyTag() + " " + ds.algorithm() + " " + ds.digestType() + " "
                        + ds.digest().toUpperCase(Locale.ROOT);
            case Rp rp -> text(rp.mailbox()) + " " + text(rp.text());
            case Spf spf -> quoted(spf.joined());
            case Mx mx -> mx.preference() + " " + text(mx.exchange());
            case Soa soa ->
                soa.primary() + " " + soa.mailbox() + " " + soa.refresh() + " " + soa.retry() + " " + soa.expire() + " "
                        + soa.minimum();
            case Srv srv -> srv.priority() + " " + srv.weight() + " " + srv.port() + " " + text(srv.target());
            case Sshfp sshfp ->
                sshfp.algorithm() + " " + sshfp.fingerprintType() + " "
                        + sshfp.fingerprint().toUpperCase(Locale.ROOT);
            case Tlsa tlsa ->
                tlsa.usage() + " " + tlsa.selector() + " " + tlsa.matchingType() + " "
                        + tlsa.association().toLowerCase(Locale.ROOT);
            case Txt txt -> quoted(txt.joined());
            case Dhcid _, Dnskey _, Https _, Loc _, Naptr _, Openpgpkey _, Smimea _, Svcb _ -> rdata.canonical();
            case Cdnskey _, Cds _, Key _, Uri _, Wks _, Unknown _ ->
                "rtype=" + rdata.type() + " rdata=" + rdata.canonical();
        };
    }

    /// {@return the type as transcripts show it: its mnemonic, or `UNKNOWN` for those that only their
    /// rdata text names}
    public static String type(Rdata rdata) {
        return isUnderstood(rdata) ? rdata.type().mnemonic() : "UNKNOWN";
    }

    /// {@return whether the original has a form of its own for such RDATA}
    private static boolean isUnderstood(Rdata rdata) {
        return switch (rdata) {
            case Cdnskey _, Cds _, Key _, Uri _, Wks _, Unknown _ -> false;
            default -> true;
        };
    }

    /// {@return the line by which a report names a record that is left alone: four blanks, the call that
    /// would declare it, and a comma}
    public static String reportLine(ResourceRecord record) {
        Rdata rdata = record.rdata();
        String arguments = switch (rdata) {
            case Srv srv ->
                srv.priority() + ", " + srv.weight() + ", " + srv.port() + ", " + GoText.quote(text(srv.target()));
            case Soa soa ->
                GoText.quote(text(soa.primary())) + ", " + GoText.quote(text(soa.mailbox())) + ", " + soa.refresh()
                        + ", " + soa.retry() + ", " + soa.expire() + ", " + soa.minimum();
            case Txt txt -> GoText.quote(readable(txt.joined()));
            default -> GoText.quote(comparable(rdata));
        };
        return "    " + type(rdata) + "(" + GoText.quote(text(record.owner())) + ", " + arguments + "),";
    }

    private static String text(Name name) {
        return name.lowerCase().toString();
    }

    private static String quoted(String octets) {
        String text = readable(octets);
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < ' ' || (c >= 0x7f && c < 0xa0)) {
                out.append("\\%03d".formatted(c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }

    // Texts are written in UTF-8; those that are not stay octets.
    private static String readable(String octets) {
        byte[] bytes = octets.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return octets;
        }
    }
}
