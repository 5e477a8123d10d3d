package cadastre.dns;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// The left part of a domain name, which means something only together with an origin. No labels at all (`@`)
/// is the origin itself.
///
/// Like [Name], it keeps what was written and compares without case. Immutable and thread-safe.
///
/// @rfc 1035 section 5.1
public final class RelativeName implements Comparable<RelativeName> {
    /// The origin itself.
    public static final RelativeName APEX = new RelativeName(List.of());

    private final List<String> labels;
    private final List<String> lower;

    private RelativeName(List<String> labels) {
        this.labels = labels;
        this.lower = Labels.lower(labels);
    }

    /// {@return the relative name that `text` writes; `@` is the apex}
    ///
    /// @throws PresentationException if the text ends in a dot, or as for [Name#parse]
    public static RelativeName parse(String text) throws PresentationException {
        if (requireNonNull(text, "text is null").equals("@")) {
            return APEX;
        }
        Labels.Written written = Labels.read(text);
        if (written.absolute()) {
            throw new PresentationException(
                    "a relative name ends in no dot: \"" + text + "\" is absolute", 1, text.length());
        }
        return new RelativeName(written.labels());
    }

    /// {@return the relative name that `text` writes, for texts that are known to be good}
    ///
    /// @throws IllegalArgumentException where [#parse] would throw
    public static RelativeName of(String text) {
        try {
            return parse(text);
        } catch (PresentationException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no relative name: " + e.getMessage(), e);
        }
    }

    static RelativeName ofLabels(List<String> labels) {
        return labels.isEmpty() ? APEX : new RelativeName(List.copyOf(labels));
    }

    /// {@return the labels from the left; none for the apex}
    public List<String> labels() {
        return labels;
    }

    /// {@return whether there is no label}
    public boolean isApex() {
        return labels.isEmpty();
    }

    /// {@return this name below `origin`}
    ///
    /// @throws IllegalArgumentException if that is longer than 255 octets
    public Name at(Name origin) {
        return labels.isEmpty() ? origin : Name.join(labels, origin);
    }

    /// {@return the name with A-labels shown as Unicode; `@` for the apex}
    public String unicode() {
        return labels.isEmpty() ? "@" : Labels.unicode(labels);
    }

    @Override
    public int compareTo(RelativeName other) {
        return Labels.compare(lower, other.lower);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RelativeName that && lower.equals(that.lower);
    }

    @Override
    public int hashCode() {
        return lower.hashCode();
    }

    /// {@return the name as written; `@` for the apex}
    @Override
    public String toString() {
        return labels.isEmpty() ? "@" : Labels.write(labels);
    }
}
