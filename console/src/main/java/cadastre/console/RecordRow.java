package cadastre.console;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RelativeName;
import cadastre.dns.Zone;
import cadastre.dns.ZoneFileOrder;
import cadastre.plan.Change;
import cadastre.register.Draft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An RRset as one row of a zone.
///
/// @param key    by which it is edited: owner name and type
/// @param owner  relative to the apex, if it is the first row of that name; else empty
/// @param top    whether it is the first row of its name
/// @param type   its mnemonic
/// @param ttl    in seconds
/// @param data   of each record; what goes is before what comes
/// @param state  `new`, `changed`, `gone` or empty: what the draft does with it
/// @param moved  whether it changed elsewhere since it was drafted
/// @param before what is struck out, if the draft changes it
public record RecordRow(
        Key key,
        String owner,
        boolean top,
        String type,
        String ttl,
        List<String> data,
        String state,
        boolean moved,
        List<String> before) {
    /// The lists are copied.
    public RecordRow {
        data = List.copyOf(data);
        before = List.copyOf(before);
    }

    /// By which an RRset is named in addresses.
    ///
    /// @param owner relative to the apex, `@` for the apex
    /// @param type  its mnemonic
    public record Key(String owner, String type) {
        static Key of(RRset.Key key, Name apex) {
            return new Key(ascii(key.owner(), apex), key.type().mnemonic());
        }

        /// {@return it in one word, for identifiers of a page}
        public String word() {
            return owner + " " + type;
        }
    }

    /// {@return a name relative to the apex as people read it; `@` for the apex}
    static String owner(Name owner, Name apex) {
        return owner.relativeTo(apex).map(RelativeName::unicode).orElseGet(owner::unicode);
    }

    private static String ascii(Name owner, Name apex) {
        return owner.relativeTo(apex).map(RelativeName::toString).orElseGet(owner::toString);
    }

    /// {@return each record's data as zone files write it}
    static List<String> texts(RRset rrset) {
        return rrset.rdata().stream().map(Rdata::presentation).toList();
    }

    /// {@return the rows of a zone with what the draft does with it}
    ///
    /// @param filter words that must all be in a row; empty for all rows
    static List<RecordRow> of(Zone zone, Draft draft, String filter) {
        Map<RRset.Key, RRset> now = new TreeMap<>();
        zone.rrsets().forEach(rrset -> now.put(rrset.key(), rrset));
        List<RRset.Key> keys = new ArrayList<>(now.keySet());
        draft.edits().keySet().stream().filter(key -> !now.containsKey(key)).forEach(keys::add);
        Comparator<Name> names = ZoneFileOrder.of(zone.apex()).names();
        keys.sort(Comparator.comparing(RRset.Key::owner, names).thenComparing(RRset.Key::type, ZoneFileOrder.TYPES));
        List<RecordRow> rows = new ArrayList<>();
        Optional<Name> last = Optional.empty();
        for (RRset.Key key : keys) {
            boolean top = !last.equals(Optional.of(key.owner()));
            Optional<RecordRow> row = row(
                            key,
                            Optional.ofNullable(now.get(key)),
                            Optional.ofNullable(draft.edits().get(key)),
                            zone.apex(),
                            top)
                    .filter(one -> one.matches(filter, zone.apex(), key));
            if (row.isPresent()) {
                last = Optional.of(key.owner());
                rows.add(row.get());
            }
        }
        return rows;
    }

    private static Optional<RecordRow> row(
            RRset.Key key, Optional<RRset> is, Optional<Change> edit, Name apex, boolean top) {
        Optional<RRset> shown = edit.flatMap(Change::after).or(() -> is);
        if (shown.isEmpty()) {
            return Optional.empty(); // it was to be removed, and somebody else did
        }
        RRset rrset = shown.get();
        String state = edit.map(change -> switch (change) {
                    case Change.Add _ -> "new";
                    case Change.Replace _ -> "changed";
                    case Change.Remove _ -> "gone";
                })
                .orElse("");
        boolean replaced =
                edit.filter(change -> change instanceof Change.Replace).isPresent();
        String owner = top ? owner(key.owner(), apex) : "";
        boolean moved = edit.filter(change -> !is.equals(change.before())).isPresent();
        return Optional.of(new RecordRow(
                Key.of(key, apex),
                owner,
                top,
                key.type().mnemonic(),
                String.valueOf(rrset.ttl().seconds()),
                texts(rrset),
                state,
                moved,
                replaced ? is.map(RecordRow::texts).orElse(List.of()) : List.of()));
    }

    /// Words of the filter: `type:MX`, or anything in the name or the data.
    private boolean matches(String filter, Name apex, RRset.Key rrset) {
        String all = (owner(rrset.owner(), apex) + " " + rrset.owner() + " " + String.join(" ", data) + " "
                        + String.join(" ", before))
                .toLowerCase(Locale.ROOT);
        for (String word : filter.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            boolean hit = word.startsWith("type:")
                    ? type.toLowerCase(Locale.ROOT).equals(word.substring("type:".length()))
                    : all.contains(word);
            if (!hit) {
                return false;
            }
        }
        return true;
    }

    /// {@return the same row, with its owner name shown}
    RecordRow withOwner(Name apex, Name name) {
        return new RecordRow(key, owner(name, apex), true, type, ttl, data, state, moved, before);
    }
}
