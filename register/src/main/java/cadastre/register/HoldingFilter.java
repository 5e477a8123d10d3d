package cadastre.register;

import static java.util.Objects.requireNonNull;

import cadastre.provider.ServedBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Which holdings to list: those of which every condition is true.
///
/// @param archived   whether to list those that are archived, and no others
/// @param conditions perhaps none
public record HoldingFilter(boolean archived, List<Condition> conditions) {
    /// All that are not archived.
    public static final HoldingFilter ALL = new HoldingFilter(false, List.of());

    /// All that are archived.
    public static final HoldingFilter ARCHIVED = new HoldingFilter(true, List.of());

    /// The list is copied.
    public HoldingFilter {
        conditions = List.copyOf(conditions);
    }

    /// Something that is true of a holding, or not.
    public sealed interface Condition {
        /// A text is in the name, as A-labels or as people read it, without case.
        ///
        /// @param text not blank
        record Named(String text) implements Condition {
            /// @throws IllegalArgumentException if it is blank
            public Named {
                if (text.isBlank()) {
                    throw new IllegalArgumentException("a text to look for is not blank");
                }
            }
        }

        /// An integration sees it.
        ///
        /// @param integration which
        record SeenThrough(Integration.Id integration) implements Condition {
            /// It may not be null.
            public SeenThrough {
                requireNonNull(integration, "integration is null");
            }
        }

        /// An organization holds it.
        ///
        /// @param organization its name
        record HeldBy(String organization) implements Condition {
            /// It may not be null.
            public HeldBy {
                requireNonNull(organization, "organization is null");
            }
        }

        /// It ends before an instant. What does not say when it ends does not.
        ///
        /// @param instant which
        record EndsBefore(Instant instant) implements Condition {
            /// It may not be null.
            public EndsBefore {
                requireNonNull(instant, "instant is null");
            }
        }

        /// It is renewed by itself, or not.
        ///
        /// @param on whether
        record AutoRenewed(boolean on) implements Condition {}

        /// It refers to those name servers.
        ///
        /// @param servedBy whose
        record Served(ServedBy servedBy) implements Condition {
            /// It may not be null.
            public Served {
                requireNonNull(servedBy, "servedBy is null");
            }
        }

        /// It has a lock or hold.
        ///
        /// @param status in the registry's words
        record Locked(String status) implements Condition {
            /// It may not be null.
            public Locked {
                requireNonNull(status, "status is null");
            }
        }

        /// It has a tag.
        ///
        /// @param tag which
        record Tagged(String tag) implements Condition {
            /// It may not be null.
            public Tagged {
                requireNonNull(tag, "tag is null");
            }
        }

        /// A change elsewhere was seen, at that instant or later.
        ///
        /// @param instant which
        record DriftedSince(Instant instant) implements Condition {
            /// It may not be null.
            public DriftedSince {
                requireNonNull(instant, "instant is null");
            }
        }

        /// The last attempt to read its zone failed.
        record Unread() implements Condition {}
    }

    /// {@return the same with one more condition}
    public HoldingFilter and(Condition condition) {
        List<Condition> all = new ArrayList<>(conditions);
        all.add(condition);
        return new HoldingFilter(archived, all);
    }
}
