package cadastre.selfhosted;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Alias;
import cadastre.dns.Name;
import cadastre.dns.RdataTypes;
import cadastre.dns.RelativeName;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Ttl;
import cadastre.dns.Txt;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A zone file as people like to read it: in the order of [RecordOrder], in columns, with the most frequent TTL as
/// `$TTL` and an owner name only where it changes.
///
/// It reads back as the same records, but for those of types that no name server reads from a file (ALIAS): they are
/// comments. Texts are cut into strings of 255 octets anew. Pure.
///
/// @rfc 1035 section 5.1
public final class ZoneFileText {
    /// The TTL of a zone file without records of its own.
    private static final int USUAL_TTL = 300;

    private static final int LONGEST_STRING = 255;
    private static final List<Integer> WIDTHS = List.of(10, 5, 2, 5, 0);

    private ZoneFileText() {}

    /// {@return the most frequent TTL of all records but NS, of several the longest; 300 if there is none}
    public static Ttl mostFrequentTtl(Collection<ResourceRecord> records) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (ResourceRecord record : records) {
            if (!record.type().equals(RdataTypes.NS)) {
                counts.merge(record.ttl().seconds(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Ttl(entry.getKey()))
                .orElse(new Ttl(USUAL_TTL));
    }

    /// {@return the zone file, without `$ORIGIN`}
    ///
    /// @param apex       of the zone; no record is outside it
    /// @param records    in any order
    /// @param defaultTtl the `$TTL`
    /// @param comments   lines behind the `$TTL`, without `;`
    public static String write(Name apex, Collection<ResourceRecord> records, Ttl defaultTtl, List<String> comments) {
        requireNonNull(apex, "apex is null");
        StringBuilder text =
                new StringBuilder("$TTL ").append(defaultTtl.seconds()).append('\n');
        comments.forEach(comment -> text.append("; ").append(comment).append('\n'));
        String last = "";
        for (ResourceRecord record :
                records.stream().sorted(RecordOrder.of(apex)).toList()) {
            String owner = record.owner()
                    .relativeTo(apex)
                    .map(RelativeName::toString)
                    .orElseThrow(() -> new IllegalArgumentException(record.owner() + " is outside " + apex));
            boolean comment = record.rdata() instanceof Alias;
            text.append(comment ? ";" : "");
            text.append(line(owner.equals(last) && !comment ? "" : owner, record, defaultTtl));
            text.append('\n');
            last = comment ? last : owner;
        }
        return text.toString();
    }

    private static String line(String owner, ResourceRecord record, Ttl defaultTtl) {
        String ttl = record.ttl().equals(defaultTtl)
                ? ""
                : Integer.toString(record.ttl().seconds());
        List<String> fields = List.of(owner, ttl, "IN", record.type().mnemonic(), rdata(record));
        StringBuilder line = new StringBuilder();
        int column = 0;
        for (int i = 0; i < fields.size(); i++) {
            line.repeat(' ', Math.max(0, column - line.length()));
            if (!fields.get(i).isEmpty()) {
                line.append(fields.get(i)).append(' ');
            }
            column += WIDTHS.get(i) + 1;
        }
        return line.toString().stripTrailing();
    }

    /// {@return the RDATA of a record as it stands in a zone file}
    public static String rdata(ResourceRecord record) {
        return record.rdata() instanceof Txt txt
                ? strings(txt.joined())
                : record.rdata().presentation();
    }

    private static String strings(String octets) {
        StringBuilder text = new StringBuilder();
        int start = 0;
        do {
            int end = Math.min(octets.length(), start + LONGEST_STRING);
            text.append(start == 0 ? "" : " ").append(quoted(octets.substring(start, end)));
            start = end;
        } while (start < octets.length());
        return text.toString();
    }

    /// One string in quotes: as it is if it is text in UTF-8, else octet by octet.
    private static String quoted(String octets) {
        Optional<String> readable = utf8(octets).filter(ZoneFileText::isVisible);
        boolean visible = readable.isPresent();
        StringBuilder quoted = new StringBuilder().append('"');
        readable.orElse(octets).codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (visible || (c >= ' ' && c <= '~')) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append("\\%03d".formatted(c));
            }
        });
        return quoted.append('"').toString();
    }

    private static Optional<String> utf8(String octets) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString());
        } catch (CharacterCodingException e) {
            // Octets that are no text.
            return Optional.empty();
        }
    }

    /// Whether every character leaves a trace on paper, so that nothing hides in the file.
    private static boolean isVisible(String text) {
        return text.codePoints()
                .allMatch(c -> c < 0x7f
                        ? c >= ' '
                        : !Character.isISOControl(c)
                                && !Character.isSpaceChar(c)
                                && Character.isDefined(c)
                                && Character.getType(c) != Character.FORMAT
                                && Character.getType(c) != Character.PRIVATE_USE);
    }
}
