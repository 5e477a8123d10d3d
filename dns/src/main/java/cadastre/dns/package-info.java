/// What the DNS is made of: names, RDATA, RRsets, zones and their presentation format.
///
/// Everything here is an immutable value or a function of its arguments. Nothing reads a file, asks a clock or
/// sends a message; every other module stands on this one.
///
/// ## Words
///
/// A [cadastre.dns.Name] is absolute, keeps its spelling and compares without case; a
/// [cadastre.dns.RelativeName] needs an origin to become one. [cadastre.dns.Rdata] is the data of a record,
/// one class for each type that is known and [cadastre.dns.Unknown] for all others, which are data and not
/// errors (RFC 3597). A [cadastre.dns.ResourceRecord] is one line of a zone file. An [cadastre.dns.RRset] is
/// what is changed at once: the RDATA of one owner name and type, with one TTL (RFC 2181 section 5). A
/// [cadastre.dns.Zone] is the RRsets at and below an apex; equal zones and no others have the same
/// fingerprint. The class is always IN.
///
/// Characters stand for octets in labels and in texts (0 to 255). What comes from people is turned into octets
/// at the edge: names by UTS 46, texts by UTF-8.
///
/// ## The table
///
/// [cadastre.dns.RdataTypes] has a row for each type: its number, its mnemonic, the section that specifies it,
/// its fields with their shapes, its constructor. Reading, writing, comparing and the generic form of RFC 3597
/// are derived from the row. A new type is a record, its name in the list of [cadastre.dns.Rdata], a row, and
/// three wrong texts in `wrong-rdata.txt`; tests fail until all are there.
///
/// ## Text
///
/// [cadastre.dns.Presentation] reads one RDATA, [cadastre.dns.ZoneFile] a whole file. What is wrong with a
/// text is said in a [cadastre.dns.PresentationException] with line and column. Writing never fails and reads
/// back as an equal value.
///
/// ```java
/// Name apex = Name.of("example.com.");
/// List<ResourceRecord> records = ZoneFile.read("""
///         $TTL 1h
///         @    MX     10 mail
///         mail A      192.0.2.1
///              AAAA   2001:DB8::1
///         """, apex, new Ttl(300));
/// Zone zone = Zone.ofRecords(apex, records);
/// RRset mx = zone.rrset(new RRset.Key(apex, RdataTypes.MX)).orElseThrow();
/// String text = mx.rdata().getFirst().presentation(); // "10 mail.example.com."
/// ```
@NullMarked
package cadastre.dns;

import org.jspecify.annotations.NullMarked;
