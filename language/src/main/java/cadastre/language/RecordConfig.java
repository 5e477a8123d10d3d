package cadastre.language;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// One record of a domain as the program declares it.
///
/// @param type mnemonic, for example `MX`
/// @param ttl seconds, 0 to 4,294,967,295; 0 means none was given
/// @param name the owner name relative to the zone; `@` is the apex
/// @param target what the type calls its target; may be empty
/// @param fields the type's other fields under the IR's key names (`mxpreference`, `caatag`, ...), each a
/// `Long`, a `String` or (only `r53_alias`, `azure_alias`) a `SortedMap<String, String>`; zero and empty
/// ones may be absent
/// @param meta metadata, empty if none
/// @param filepos the place as users of DNSControl read it: `[line:4:5]`, or empty
/// @param position where the call that made the record stands, in whichever file that is
/// @param subdomain what `D_EXTEND` put between label and zone; empty outside
/// @param modern what only records of the newer types (DS, RP, redirects) carry
public record RecordConfig(
        String type,
        long ttl,
        String name,
        String target,
        SortedMap<String, Object> fields,
        SortedMap<String, String> meta,
        String filepos,
        Optional<SourcePosition> position,
        String subdomain,
        Optional<Modern> modern) {

    /// The largest TTL there is, 2^32 - 1.
    public static final long MAX_TTL = 0xFFFF_FFFFL;

    /// @throws IllegalArgumentException if `ttl` is out of range
    public RecordConfig {
        requireNonNull(type, "type is null");
        requireNonNull(name, "name is null");
        requireNonNull(target, "target is null");
        requireNonNull(filepos, "filepos is null");
        requireNonNull(position, "position is null");
        requireNonNull(subdomain, "subdomain is null");
        requireNonNull(modern, "modern is null");
        if (ttl < 0 || ttl > MAX_TTL) {
            throw new IllegalArgumentException("not a TTL: " + ttl);
        }
        fields = copy(requireNonNull(fields, "fields is null"));
        meta = copy(requireNonNull(meta, "meta is null"));
    }

    /// The names and data that records of the newer types carry in several forms.
    ///
    /// @param nameRaw the owner name as written
    /// @param nameUnicode the owner name in Unicode
    /// @param fields the type's own structure, as JSON text
    /// @param comparable RDATA in presentation format
    public record Modern(String nameRaw, String nameUnicode, String fields, String comparable) {
        public Modern {
            requireNonNull(nameRaw, "nameRaw is null");
            requireNonNull(nameUnicode, "nameUnicode is null");
            requireNonNull(fields, "fields is null");
            requireNonNull(comparable, "comparable is null");
        }
    }

    /// {@return a record of which nothing else is known}
    public static RecordConfig of(String type, String name, String target) {
        return new RecordConfig(
                type,
                0,
                name,
                target,
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                "",
                Optional.empty(),
                "",
                Optional.empty());
    }

    /// {@return the number under an IR key; 0 if absent}
    public long number(String key) {
        return fields.get(key) instanceof Long number ? number : 0;
    }

    /// {@return the text under an IR key; empty if absent}
    public String text(String key) {
        return fields.get(key) instanceof String text ? text : "";
    }

    /// {@return this record with another type}
    public RecordConfig withType(String type) {
        return new RecordConfig(type, ttl, name, target, fields, meta, filepos, position, subdomain, modern);
    }

    /// {@return this record with another TTL}
    public RecordConfig withTtl(long ttl) {
        return new RecordConfig(type, ttl, name, target, fields, meta, filepos, position, subdomain, modern);
    }

    /// {@return this record at another owner name}
    public RecordConfig withName(String name) {
        return new RecordConfig(type, ttl, name, target, fields, meta, filepos, position, subdomain, modern);
    }

    /// {@return this record with another target}
    public RecordConfig withTarget(String target) {
        return new RecordConfig(type, ttl, name, target, fields, meta, filepos, position, subdomain, modern);
    }

    /// {@return this record with other fields}
    public RecordConfig withFields(SortedMap<String, Object> fields) {
        return new RecordConfig(type, ttl, name, target, fields, meta, filepos, position, subdomain, modern);
    }

    /// {@return this record with one field set}
    ///
    /// @param value a `Long`, a `String` or a `SortedMap<String, String>`
    public RecordConfig withField(String key, Object value) {
        SortedMap<String, Object> changed = new TreeMap<>(fields);
        changed.put(key, value);
        return withFields(changed);
    }

    /// {@return this record with other metadata}
    public RecordConfig withMeta(SortedMap<String, String> meta) {
        return new RecordConfig(type, ttl, name, target, fields, meta, filepos, position, subdomain, modern);
    }

    /// {@return this record with one entry of metadata set}
    public RecordConfig withMeta(String key, String value) {
        SortedMap<String, String> changed = new TreeMap<>(meta);
        changed.put(key, value);
        return withMeta(changed);
    }

    /// {@return this record with another subdomain}
    public RecordConfig withSubdomain(String subdomain) {
        return new RecordConfig(type, ttl, name, target, fields, meta, filepos, position, subdomain, modern);
    }

    /// {@return this record with another place}
    public RecordConfig withFilepos(String filepos, Optional<SourcePosition> position) {
        return new RecordConfig(type, ttl, name, target, fields, meta, filepos, position, subdomain, modern);
    }

    /// {@return this record with what the newer types carry}
    public RecordConfig withModern(Optional<Modern> modern) {
        return new RecordConfig(type, ttl, name, target, fields, meta, filepos, position, subdomain, modern);
    }

    private static <T> SortedMap<String, T> copy(SortedMap<String, T> map) {
        return map.isEmpty() ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
