package cadastre.selfhosted;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;

/// The forms in which a zone is named, from which the name of its file is made.
///
/// @param apex    the zone's apex
/// @param raw     the name as it was written, without tag
/// @param unicode the name in Unicode
/// @param tag     which of several zones of that name this is (a split horizon); empty if there is only one
/// @param unique  the name in A-labels, and `!` and the tag if a `!` was written
public record ZoneLabel(Name apex, String raw, String unicode, String tag, String unique) {
    /// None may be null.
    public ZoneLabel {
        requireNonNull(apex, "apex is null");
        requireNonNull(raw, "raw is null");
        requireNonNull(unicode, "unicode is null");
        requireNonNull(tag, "tag is null");
        requireNonNull(unique, "unique is null");
    }

    /// {@return the label of a zone without tag}
    public static ZoneLabel of(Name apex) {
        return of(apex, "");
    }

    /// {@return the label of a zone of which nothing else is known}
    ///
    /// @param tag empty for none
    public static ZoneLabel of(Name apex, String tag) {
        String ascii = apex.lowerCase().withoutDot();
        return new ZoneLabel(apex, ascii, apex.unicode(), tag, tag.isEmpty() ? ascii : ascii + "!" + tag);
    }

    /// {@return the name in A-labels, lower case}
    String ascii() {
        return apex.lowerCase().withoutDot();
    }
}
