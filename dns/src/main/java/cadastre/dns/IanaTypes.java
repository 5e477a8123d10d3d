package cadastre.dns;

import java.util.ArrayList;
import java.util.List;

/// The types that [RdataTypes] has no row for: their RDATA are kept as text.
///
/// From the registry "Resource Record (RR) TYPEs" of IANA, without those that stand only in queries and
/// messages (OPT, NXNAME, TKEY, TSIG, IXFR, AXFR, MAILB, MAILA, ANY).
final class IanaTypes {
    private static final String TYPES = """
            3 MD, 4 MF, 7 MB, 8 MG, 9 MR, 10 NULL, 13 HINFO, 14 MINFO, 18 AFSDB, 19 X25, 20 ISDN, 21 RT, 22 NSAP,
            23 NSAP-PTR, 24 SIG, 26 PX, 27 GPOS, 30 NXT, 31 EID, 32 NIMLOC, 34 ATMA, 36 KX, 37 CERT, 38 A6,
            40 SINK, 42 APL, 45 IPSECKEY, 46 RRSIG, 47 NSEC, 50 NSEC3, 51 NSEC3PARAM, 55 HIP, 56 NINFO, 57 RKEY,
            58 TALINK, 62 CSYNC, 63 ZONEMD, 66 DSYNC, 67 HHIT, 68 BRID, 100 UINFO, 101 UID, 102 GID, 103 UNSPEC,
            104 NID, 105 L32, 106 L64, 107 LP, 108 EUI48, 109 EUI64, 258 AVC, 259 DOA, 260 AMTRELAY, 261 RESINFO,
            262 WALLET, 263 CLA, 264 IPN, 32768 TA, 32769 DLV""";

    private IanaTypes() {}

    static List<RdataType> all() {
        List<RdataType> types = new ArrayList<>();
        for (String entry : TYPES.split(",\\s+", -1)) {
            int blank = entry.indexOf(' ');
            types.add(new RdataType(Integer.parseInt(entry.substring(0, blank)), entry.substring(blank + 1)));
        }
        return types;
    }
}
