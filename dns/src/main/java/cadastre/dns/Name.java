package cadastre.dns;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An absolute domain name: labels from the left, ending at the root.
///
/// What was written is kept ([#toString]); comparison, equality and hash ignore the case of A to Z. Text that
/// is not ASCII is mapped to A-labels by UTS 46. Immutable and thread-safe.
///
/// @rfc 1035 section 3.1
/// @rfc 4343 section 3
public final class Name implements Comparable<Name> {
    /// The root.
    public static final Name ROOT = new Name(List.of());

    private final List<String> labels;
    private final List<String> lower;

    private Name(List<String> labels) {
        this.labels = labels;
        this.lower = Labels.lower(labels);
    }

    /// {@return the name that `text` writes; a final dot may be missing}
    ///
    /// @throws PresentationException if a label is empty or longer than 63 octets, the name longer than 255, an
    /// escape wrong, or the text `@`
    public static Name parse(String text) throws PresentationException {
        if (requireNonNull(text, "text is null").equals("@")) {
            throw new PresentationException("@ stands for an origin, but there is none here; write the name", 1, 1);
        }
        return new Name(Labels.read(text).labels());
    }

    /// {@return the name that `text` writes; without a final dot it is relative to `origin`, and `@` is
    /// `origin`}
    ///
    /// @throws PresentationException as for [#parse(String)]
    public static Name parse(String text, Name origin) throws PresentationException {
        if (requireNonNull(text, "text is null").equals("@")) {
            return origin;
        }
        Labels.Written written = Labels.read(text);
        if (written.absolute()) {
            return new Name(written.labels());
        }
        List<String> all = new ArrayList<>(written.labels());
        all.addAll(origin.labels);
        Labels.requireLength(all);
        return new Name(List.copyOf(all));
    }

    /// {@return the name that `text` writes, for texts that are known to be good}
    ///
    /// @throws IllegalArgumentException where [#parse] would throw
    public static Name of(String text) {
        try {
            return parse(text);
        } catch (PresentationException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no name: " + e.getMessage(), e);
        }
    }

    /// {@return the name of `labels`, whose characters are octets}
    ///
    /// @throws IllegalArgumentException if a label is empty or too long, or the name is
    public static Name ofLabels(List<String> labels) {
        for (String label : labels) {
            if (label.isEmpty()) {
                throw new IllegalArgumentException("a label is empty");
            }
            Shapes.requireOctets(label, Labels.LONGEST_LABEL, "a label");
        }
        if (Labels.wireLength(labels) > Labels.LONGEST_NAME) {
            throw new IllegalArgumentException("a name has at most 255 octets, not " + Labels.wireLength(labels));
        }
        return new Name(List.copyOf(labels));
    }

    /// {@return the labels from the left, without the root; each character is an octet}
    public List<String> labels() {
        return labels;
    }

    /// {@return whether this is `ancestor` or below it}
    public boolean isAtOrBelow(Name ancestor) {
        int extra = lower.size() - ancestor.lower.size();
        return extra >= 0 && lower.subList(extra, lower.size()).equals(ancestor.lower);
    }

    /// {@return whether the left-most label is `*`}
    ///
    /// @rfc 4592 section 2.1.1
    public boolean isWildcard() {
        return !labels.isEmpty() && labels.getFirst().equals("*");
    }

    /// {@return the name without its left-most label, or nothing for the root}
    public Optional<Name> parent() {
        return labels.isEmpty() ? Optional.empty() : Optional.of(new Name(labels.subList(1, labels.size())));
    }

    /// {@return what is left of this name before `origin`, or nothing if it is neither `origin` nor below it}
    public Optional<RelativeName> relativeTo(Name origin) {
        if (!isAtOrBelow(origin)) {
            return Optional.empty();
        }
        return Optional.of(RelativeName.ofLabels(labels.subList(0, labels.size() - origin.labels.size())));
    }

    /// {@return this name with A to Z in lower case}
    public Name lowerCase() {
        return labels.equals(lower) ? this : new Name(lower);
    }

    /// {@return the name without its final dot, as APIs and transcripts write it; `.` for the root}
    public String withoutDot() {
        return labels.isEmpty() ? "." : Labels.write(labels);
    }

    /// {@return the name with A-labels shown as Unicode, without its final dot}
    public String unicode() {
        return labels.isEmpty() ? "." : Labels.unicode(labels);
    }

    /// {@return whether both are written with the same case}
    public boolean isSpelledLike(Name other) {
        return labels.equals(other.labels);
    }

    static Name join(List<String> left, Name right) {
        List<String> all = new ArrayList<>(left);
        all.addAll(right.labels);
        return ofLabels(all);
    }

    /// Canonical order of RFC 4034 section 6.1.
    @Override
    public int compareTo(Name other) {
        return Labels.compare(lower, other.lower);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Name that && lower.equals(that.lower);
    }

    @Override
    public int hashCode() {
        return lower.hashCode();
    }

    /// {@return the name as written, with its final dot}
    @Override
    public String toString() {
        return labels.isEmpty() ? "." : Labels.write(labels) + ".";
    }
}
