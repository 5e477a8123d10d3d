package cadastre.dns;

import static cadastre.dns.Rows.field;
import static cadastre.dns.Rows.row;
import static cadastre.dns.Shapes.BASE64;
import static cadastre.dns.Shapes.BASE64_OR_NONE;
import static cadastre.dns.Shapes.HEX_LOWER;
import static cadastre.dns.Shapes.HEX_UPPER;
import static cadastre.dns.Shapes.IPV4;
import static cadastre.dns.Shapes.IPV6;
import static cadastre.dns.Shapes.LOC_RDATA;
import static cadastre.dns.Shapes.NAME;
import static cadastre.dns.Shapes.PORTS;
import static cadastre.dns.Shapes.PROTOCOL;
import static cadastre.dns.Shapes.STRING;
import static cadastre.dns.Shapes.STRINGS;
import static cadastre.dns.Shapes.SVC_PARAMS;
import static cadastre.dns.Shapes.TAG;
import static cadastre.dns.Shapes.TEXT;
import static cadastre.dns.Shapes.U16;
import static cadastre.dns.Shapes.U32;
import static cadastre.dns.Shapes.U8;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The table of the types: one row for each whose RDATA we know, and the mnemonics of all others.
///
/// Reading, writing and comparing RDATA is derived from the rows. To add a type, write its record, permit it in
/// [Rdata], and add its row.
public final class RdataTypes {
    /// IPv4 addresses: [cadastre.dns.A].
    public static final RdataType A =
            row(1, "A", "RFC 1035 section 3.4.1", A.class, field("address", IPV4, cadastre.dns.A::address), A::new);

    /// Name servers: [Ns].
    public static final RdataType NS =
            row(2, "NS", "RFC 1035 section 3.3.11", Ns.class, field("name server", NAME, Ns::nameServer), Ns::new);

    /// Aliases: [Cname].
    public static final RdataType CNAME =
            row(5, "CNAME", "RFC 1035 section 3.3.1", Cname.class, field("target", NAME, Cname::target), Cname::new);

    /// The start of authority: [Soa].
    public static final RdataType SOA = row(
            6,
            "SOA",
            "RFC 1035 section 3.3.13",
            Soa.class,
            field("primary", NAME, Soa::primary),
            field("mailbox", NAME, Soa::mailbox),
            field("serial", U32, Soa::serial),
            field("refresh", U32, Soa::refresh),
            field("retry", U32, Soa::retry),
            field("expire", U32, Soa::expire),
            field("minimum", U32, Soa::minimum),
            Soa::new);

    /// Well-known services: [Wks].
    public static final RdataType WKS = row(
            11,
            "WKS",
            "RFC 1035 section 3.4.2",
            Wks.class,
            field("address", IPV4, Wks::address),
            field("protocol", PROTOCOL, Wks::protocol),
            field("ports", PORTS, Wks::ports),
            Wks::new);

    /// Pointers: [Ptr].
    public static final RdataType PTR =
            row(12, "PTR", "RFC 1035 section 3.3.12", Ptr.class, field("target", NAME, Ptr::target), Ptr::new);

    /// Mail exchanges: [Mx].
    public static final RdataType MX = row(
            15,
            "MX",
            "RFC 1035 section 3.3.9",
            Mx.class,
            field("preference", U16, Mx::preference),
            field("exchange", NAME, Mx::exchange),
            Mx::new);

    /// Texts: [Txt].
    public static final RdataType TXT =
            row(16, "TXT", "RFC 1035 section 3.3.14", Txt.class, field("text", STRINGS, Txt::strings), Txt::new);

    /// Responsible persons: [Rp].
    public static final RdataType RP = row(
            17,
            "RP",
            "RFC 1183 section 2.2",
            Rp.class,
            field("mailbox", NAME, Rp::mailbox),
            field("text", NAME, Rp::text),
            Rp::new);

    /// Public keys of names: [Key].
    public static final RdataType KEY = row(
            25,
            "KEY",
            "RFC 2535 section 3",
            Key.class,
            field("flags", U16, Key::flags),
            field("protocol", U8, Key::protocol),
            field("algorithm", U8, Key::algorithm),
            field("key", BASE64_OR_NONE, Key::key),
            Key::new);

    /// IPv6 addresses: [Aaaa].
    public static final RdataType AAAA =
            row(28, "AAAA", "RFC 3596 section 2", Aaaa.class, field("address", IPV6, Aaaa::address), Aaaa::of);

    /// Places on the earth: [Loc].
    public static final RdataType LOC = row(
            29,
            "LOC",
            "RFC 1876 section 2",
            Loc.class,
            field(
                    "latitude, longitude, altitude, size, horizontal precision, vertical precision",
                    LOC_RDATA,
                    loc -> loc),
            loc -> loc);

    /// Services: [Srv].
    public static final RdataType SRV = row(
            33,
            "SRV",
            "RFC 2782",
            Srv.class,
            field("priority", U16, Srv::priority),
            field("weight", U16, Srv::weight),
            field("port", U16, Srv::port),
            field("target", NAME, Srv::target),
            Srv::new);

    /// Rules that rewrite names: [Naptr].
    public static final RdataType NAPTR = row(
            35,
            "NAPTR",
            "RFC 3403 section 4.1",
            Naptr.class,
            field("order", U16, Naptr::order),
            field("preference", U16, Naptr::preference),
            field("flags", STRING, Naptr::flags),
            field("services", STRING, Naptr::services),
            field("regexp", STRING, Naptr::regexp),
            field("replacement", NAME, Naptr::replacement),
            Naptr::new);

    /// Names that stand for all below another: [Dname].
    public static final RdataType DNAME =
            row(39, "DNAME", "RFC 6672 section 2.1", Dname.class, field("target", NAME, Dname::target), Dname::new);

    /// Digests of the keys of a child zone: [Ds].
    public static final RdataType DS = row(
            43,
            "DS",
            "RFC 4034 section 5",
            Ds.class,
            field("key tag", U16, Ds::keyTag),
            field("algorithm", U8, Ds::algorithm),
            field("digest type", U8, Ds::digestType),
            field("digest", HEX_UPPER, Ds::digest),
            Ds::new);

    /// Fingerprints of SSH host keys: [Sshfp].
    public static final RdataType SSHFP = row(
            44,
            "SSHFP",
            "RFC 4255 section 3.1",
            Sshfp.class,
            field("algorithm", U8, Sshfp::algorithm),
            field("fingerprint type", U8, Sshfp::fingerprintType),
            field("fingerprint", HEX_UPPER, Sshfp::fingerprint),
            Sshfp::new);

    /// Public keys with which zones are signed: [Dnskey].
    public static final RdataType DNSKEY = row(
            48,
            "DNSKEY",
            "RFC 4034 section 2",
            Dnskey.class,
            field("flags", U16, Dnskey::flags),
            field("protocol", U8, Dnskey::protocol),
            field("algorithm", U8, Dnskey::algorithm),
            field("key", BASE64, Dnskey::key),
            Dnskey::new);

    /// Digests of DHCP clients: [Dhcid].
    public static final RdataType DHCID =
            row(49, "DHCID", "RFC 4701 section 3", Dhcid.class, field("digest", BASE64, Dhcid::digest), Dhcid::new);

    /// Certificates to expect: [Tlsa].
    public static final RdataType TLSA = row(
            52,
            "TLSA",
            "RFC 6698 section 2.1",
            Tlsa.class,
            field("usage", U8, Tlsa::usage),
            field("selector", U8, Tlsa::selector),
            field("matching type", U8, Tlsa::matchingType),
            field("association", HEX_LOWER, Tlsa::association),
            Tlsa::new);

    /// Certificates to expect of mailboxes: [Smimea].
    public static final RdataType SMIMEA = row(
            53,
            "SMIMEA",
            "RFC 8162 section 2",
            Smimea.class,
            field("usage", U8, Smimea::usage),
            field("selector", U8, Smimea::selector),
            field("matching type", U8, Smimea::matchingType),
            field("association", HEX_LOWER, Smimea::association),
            Smimea::new);

    /// The DS a child zone wants: [Cds].
    public static final RdataType CDS = row(
            59,
            "CDS",
            "RFC 7344 section 3.1",
            Cds.class,
            field("key tag", U16, Cds::keyTag),
            field("algorithm", U8, Cds::algorithm),
            field("digest type", U8, Cds::digestType),
            field("digest", HEX_UPPER, Cds::digest),
            Cds::new);

    /// The keys for which a child zone wants a DS: [Cdnskey].
    public static final RdataType CDNSKEY = row(
            60,
            "CDNSKEY",
            "RFC 7344 section 3.2",
            Cdnskey.class,
            field("flags", U16, Cdnskey::flags),
            field("protocol", U8, Cdnskey::protocol),
            field("algorithm", U8, Cdnskey::algorithm),
            field("key", BASE64, Cdnskey::key),
            Cdnskey::new);

    /// OpenPGP public keys: [Openpgpkey].
    public static final RdataType OPENPGPKEY = row(
            61,
            "OPENPGPKEY",
            "RFC 7929 section 2",
            Openpgpkey.class,
            field("key", BASE64, Openpgpkey::key),
            Openpgpkey::new);

    /// Service bindings: [Svcb].
    public static final RdataType SVCB = row(
            64,
            "SVCB",
            "RFC 9460 section 2",
            Svcb.class,
            field("priority", U16, Svcb::priority),
            field("target", NAME, Svcb::target),
            field("parameters", SVC_PARAMS, Svcb::params),
            Svcb::new);

    /// Service bindings of web sites: [Https].
    public static final RdataType HTTPS = row(
            65,
            "HTTPS",
            "RFC 9460 section 9",
            Https.class,
            field("priority", U16, Https::priority),
            field("target", NAME, Https::target),
            field("parameters", SVC_PARAMS, Https::params),
            Https::new);

    /// Hosts that may send mail, given up for TXT: [Spf].
    public static final RdataType SPF =
            row(99, "SPF", "RFC 7208 section 14.1", Spf.class, field("text", STRINGS, Spf::strings), Spf::new);

    /// Services as URIs: [Uri].
    public static final RdataType URI = row(
            256,
            "URI",
            "RFC 7553 section 4",
            Uri.class,
            field("priority", U16, Uri::priority),
            field("weight", U16, Uri::weight),
            field("target", TEXT, Uri::target),
            Uri::new);

    /// Certification authorities that may issue: [Caa].
    public static final RdataType CAA = row(
            257,
            "CAA",
            "RFC 8659 section 4.1",
            Caa.class,
            field("flags", U8, Caa::flags),
            field("tag", TAG, Caa::tag),
            field("value", TEXT, Caa::value),
            Caa::new);

    /// Aliases that may stand at an apex: [Alias]. No standard has this type; 65401 is the number PowerDNS
    /// took from the range for private use (RFC 6895 section 3.1).
    public static final RdataType ALIAS = row(
            65401,
            "ALIAS",
            "PowerDNS, Guides: Using ALIAS records",
            Alias.class,
            field("target", NAME, Alias::target),
            Alias::new);

    private static final Map<String, RdataType> BY_MNEMONIC = new HashMap<>();
    private static final Map<Integer, RdataType> BY_NUMBER = new HashMap<>();

    static {
        Rows.BY_TYPE.keySet().forEach(RdataTypes::register);
        IanaTypes.all().forEach(RdataTypes::register);
    }

    private RdataTypes() {}

    /// {@return the type that `text` names, without case: a mnemonic such as `MX`, or `TYPE` and its number}
    ///
    /// Types that stand only in queries and messages (`ANY`, `OPT`) are none.
    public static Optional<RdataType> find(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        RdataType known = BY_MNEMONIC.get(upper);
        if (known != null || !upper.startsWith("TYPE")) {
            return Optional.ofNullable(known);
        }
        String digits = upper.substring("TYPE".length());
        boolean written =
                Shapes.isDigits(digits) && digits.length() <= 5 && (digits.length() == 1 || digits.charAt(0) != '0');
        if (!written || Integer.parseInt(digits) > 65535) {
            return Optional.empty();
        }
        int number = Integer.parseInt(digits);
        RdataType named = BY_NUMBER.get(number);
        return Optional.of(named != null ? named : new RdataType(number, upper));
    }

    /// {@return the type that `text` names, as [#find] understands it}
    ///
    /// @throws IllegalArgumentException if there is none
    public static RdataType of(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is no type"));
    }

    /// {@return the types whose RDATA have a class of their own, by number}
    public static Collection<RdataType> known() {
        return Collections.unmodifiableCollection(Rows.BY_TYPE.keySet());
    }

    /// {@return whether RDATA of this type have a class of their own, so that they are never [Unknown]}
    public static boolean isKnown(RdataType type) {
        return Rows.BY_TYPE.containsKey(type);
    }

    static Collection<Row<?>> rows() {
        return Collections.unmodifiableCollection(Rows.BY_TYPE.values());
    }

    static @Nullable Row<?> rowOf(RdataType type) {
        return Rows.BY_TYPE.get(type);
    }

    static Row<?> rowOf(Rdata rdata) {
        Row<?> row = Rows.BY_CLASS.get(rdata.getClass());
        if (row == null) {
            throw new IllegalStateException(rdata.getClass() + " has no row in RdataTypes");
        }
        return row;
    }

    private static void register(RdataType type) {
        if (BY_MNEMONIC.put(type.mnemonic(), type) != null || BY_NUMBER.put(type.number(), type) != null) {
            throw new IllegalStateException("two types " + type);
        }
    }
}
