package cadastre.dns;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/// Names, RDATA and zones by chance. The same seed gives the same.
final class Generator {
    static final Name ORIGIN = Name.of("Example.com.");

    private static final List<String> U_LABELS = List.of("bücher", "faß", "日本語", "ελλάδα", "été", "ボール", "россия");
    private static final String ODD = ".\\\"();@$*' \t\u0000\u007f\u00ff~!#%&/=+|";

    private final Random random;

    Generator(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(int percent) {
        return below(100) < percent;
    }

    <T> T one(List<T> list) {
        return list.get(below(list.size()));
    }

    String label() {
        return switch (below(10)) {
            case 0 -> "_" + letters(1 + below(10));
            case 1 -> Name.of(one(U_LABELS)).labels().getFirst();
            case 2 -> octets(1 + below(12));
            case 3 -> odd(1 + below(6));
            case 4 -> Integer.toString(below(300));
            case 5 -> letters(63);
            default -> letters(1 + below(12));
        };
    }

    private String letters(int length) {
        String from =
                chance(30) ? "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" : "abcdefghijklmnopqrstuvwxyz";
        return characters(length, from);
    }

    private String odd(int length) {
        return characters(length, ODD);
    }

    private String characters(int length, String from) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(from.charAt(below(from.length())));
        }
        return text.toString();
    }

    String octets(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) below(256));
        }
        return text.toString();
    }

    List<String> labels(int most) {
        List<String> labels = new ArrayList<>();
        int count = below(most + 1);
        for (int i = 0; i < count; i++) {
            labels.add(i == 0 && chance(10) ? "*" : label());
        }
        return labels;
    }

    Name nameBelow(Name origin) {
        List<String> labels = labels(3);
        labels.addAll(origin.labels());
        return Labels.wireLength(labels) <= Labels.LONGEST_NAME ? Name.ofLabels(labels) : nameBelow(origin);
    }

    Name name() {
        if (chance(50)) {
            return nameBelow(ORIGIN);
        }
        return chance(10) ? Name.ROOT : nameBelow(Name.of("net."));
    }

    /// {@return octets as texts have them: words, all octets, what needs escapes, and long ones}
    String text(int longest) {
        String text = switch (below(6)) {
            case 0 -> "";
            case 1 -> octets(below(20));
            case 2 -> odd(1 + below(20));
            case 3 -> octets(longest);
            case 4 -> "v=spf1 include:" + letters(8) + " ~all; \\\"" + below(100);
            default -> letters(1 + below(30));
        };
        return text.substring(0, Math.min(longest, text.length()));
    }

    private String hex() {
        return hex(1 + below(40));
    }

    private String hex(int octets) {
        return characters(2 * octets, "0123456789abcdefABCDEF");
    }

    private int u8() {
        return chance(10) ? 255 : below(chance(50) ? 4 : 256);
    }

    private int u16() {
        return chance(10) ? 65535 : below(65536);
    }

    private long u32() {
        return chance(10) ? 0xffff_ffffL : random.nextLong(0x1_0000_0000L);
    }

    private long someZeros() {
        long bits = random.nextLong();
        for (int i = 0; i < 4; i++) {
            bits &= chance(50) ? ~(0xffffL << (16 * i)) : -1;
        }
        return bits;
    }

    Rdata rdata(RdataType type) {
        return switch (type.mnemonic()) {
            case "A" -> new A(random.nextInt());
            case "AAAA" -> chance(10) ? new Aaaa(0, 0xffff_0000_0000L | u32()) : new Aaaa(someZeros(), someZeros());
            case "ALIAS" -> new Alias(name());
            case "CAA" -> new Caa(u8(), chance(50) ? "issue" : letters(1 + below(20)), text(600));
            case "CDNSKEY" -> new Cdnskey(u16(), u8(), u8(), base64());
            case "CDS" -> new Cds(u16(), u8(), 7 + below(200), hex());
            case "DHCID" -> new Dhcid(base64());
            case "DNSKEY" -> new Dnskey(u16(), u8(), u8(), base64());
            case "HTTPS" -> new Https(u16(), name(), params());
            case "KEY" -> key();
            case "LOC" -> loc();
            case "SVCB" -> new Svcb(u16(), name(), params());
            case "WKS" -> wks();
            case "NAPTR" -> new Naptr(u16(), u16(), text(255), text(255), text(255), name());
            case "OPENPGPKEY" -> new Openpgpkey(base64());
            case "SMIMEA" -> new Smimea(u8(), u8(), u8(), hex());
            case "URI" -> new Uri(u16(), u16(), "x" + text(600));
            case "CNAME" -> new Cname(name());
            case "DNAME" -> new Dname(name());
            case "DS" -> ds();
            case "MX" -> new Mx(u16(), name());
            case "NS" -> new Ns(name());
            case "PTR" -> new Ptr(name());
            case "RP" -> new Rp(name(), name());
            case "SPF" -> new Spf(strings());
            case "SOA" -> new Soa(name(), name(), u32(), u32(), u32(), u32(), u32());
            case "SRV" -> new Srv(u16(), u16(), u16(), name());
            case "SSHFP" -> sshfp();
            case "TLSA" -> new Tlsa(u8(), u8(), u8(), hex());
            case "TXT" -> txt();
            default -> unknown(type);
        };
    }

    /// The digests have the lengths of their types, because dnsjava insists.
    private Ds ds() {
        int digestType = u8();
        int octets = switch (digestType) {
            case 1 -> 20;
            case 2, 3, 5, 6 -> 32;
            case 4 -> 48;
            default -> 1 + below(64);
        };
        return new Ds(u16(), u8(), digestType, hex(octets));
    }

    /// Flags that begin with two bits say that there is no key.
    private Key key() {
        return chance(20)
                ? new Key(0xc000 | below(0x4000), u8(), u8(), "")
                : new Key(below(0xc000), u8(), u8(), base64());
    }

    /// The altitude has no centimetres, because dnsjava loses one now and then; LocTest has them.
    private Loc loc() {
        return new Loc(
                below(2 * 324_000_000 + 1) - 324_000_000,
                below(2 * 648_000_000 + 1) - 648_000_000,
                (chance(50) ? below(10_000) : below(42_949_673) - 100_000) * 100L,
                length(),
                length(),
                length());
    }

    private long length() {
        long length = below(10);
        for (int i = below(10); i > 0; i--) {
            length *= 10;
        }
        return length;
    }

    private Wks wks() {
        List<Integer> ports = new ArrayList<>();
        while (ports.size() < 3 || chance(70)) {
            ports.add(chance(80) ? below(1024) : u16());
        }
        return new Wks(random.nextInt(), chance(50) ? 6 : 17, ports);
    }

    private List<SvcParam> params() {
        List<SvcParam> params = new ArrayList<>();
        if (chance(50)) {
            params.add(new SvcParam(SvcParam.ALPN, alpn()));
            if (chance(30)) {
                params.add(new SvcParam(SvcParam.NO_DEFAULT_ALPN, ""));
            }
        }
        if (chance(30)) {
            params.add(new SvcParam(SvcParam.PORT, octets(2)));
        }
        if (chance(30)) {
            params.add(new SvcParam(SvcParam.IPV4HINT, octets(4 * (1 + below(3)))));
        }
        if (chance(30)) {
            params.add(new SvcParam(SvcParam.ECH, octets(1 + below(50))));
        }
        if (chance(30)) {
            params.add(new SvcParam(SvcParam.IPV6HINT, octets(16 * (1 + below(3)))));
        }
        if (chance(20)) {
            params.add(new SvcParam(20 + below(60_000), text(40)));
        }
        if (!params.isEmpty() && chance(30)) {
            int key = one(params).key();
            params.add(new SvcParam(SvcParam.MANDATORY, "" + (char) (key >> 8) + (char) (key & 0xff)));
        }
        return shuffled(params);
    }

    private String alpn() {
        StringBuilder value = new StringBuilder();
        do {
            String protocol = one(List.of("h2", "h3", "http/1.1", "a,b", "a\\b", "\"", octets(3)));
            value.append((char) protocol.length()).append(protocol);
        } while (chance(40));
        return value.toString();
    }

    private String base64() {
        return Base64.getEncoder().encodeToString(octets(1 + below(60)).getBytes(StandardCharsets.ISO_8859_1));
    }

    private Sshfp sshfp() {
        int fingerprintType = u8();
        int octets = switch (fingerprintType) {
            case 1 -> 20;
            case 2 -> 32;
            default -> 1 + below(64);
        };
        return new Sshfp(u8(), fingerprintType, hex(octets));
    }

    private Txt txt() {
        if (chance(20)) {
            return Txt.ofText(text(1000));
        }
        return new Txt(strings());
    }

    private List<String> strings() {
        List<String> strings = new ArrayList<>();
        int count = 1 + below(4);
        for (int i = 0; i < count; i++) {
            strings.add(text(255));
        }
        return strings;
    }

    private Unknown unknown(RdataType type) {
        String hex = chance(10) ? "" : hex();
        return new Unknown(type, "\\# " + hex.length() / 2 + " " + hex);
    }

    RdataType type() {
        List<RdataType> types = new ArrayList<>(RdataTypes.known());
        types.add(RdataTypes.of("TYPE65280"));
        types.add(RdataTypes.of("TYPE731"));
        return one(types);
    }

    ResourceRecord record(RdataType type) {
        return new ResourceRecord(nameBelow(ORIGIN), new Ttl(below(chance(50) ? 3 : 100_000)), rdata(type));
    }

    /// {@return records, some of them with the same owner name and type, some twice}
    List<ResourceRecord> records(int count) {
        List<ResourceRecord> records = new ArrayList<>();
        while (records.size() < count) {
            ResourceRecord record = record(type());
            records.add(record);
            while (chance(30)) {
                Rdata rdata = chance(20) ? record.rdata() : rdata(record.type());
                Ttl ttl = chance(70) ? record.ttl() : new Ttl(below(1000));
                records.add(new ResourceRecord(record.owner(), ttl, rdata));
            }
        }
        return records;
    }

    Zone zone() {
        return Zone.ofRecords(ORIGIN, records(1 + below(30)));
    }

    <T> List<T> shuffled(List<T> list) {
        List<T> shuffled = new ArrayList<>(list);
        java.util.Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
