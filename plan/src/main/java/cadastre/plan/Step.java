package cadastre.plan;

import cadastre.dns.Name;
import java.util.List;

/// What is shown, approved and reported as one: the changes of one owner name, or of one type at a name that is new, or
/// of a whole zone ([Granularity]).
///
/// @param owner   the owner name; of a whole zone, its apex
/// @param changes at least one, in the order in which they are shown
/// @param writes  at least one, in the order in which they are sent: nothing is removed before what comes is there
public record Step(Name owner, List<Change> changes, List<Write> writes) {
    /// @throws IllegalArgumentException if there is no change or no write
    public Step {
        changes = List.copyOf(changes);
        writes = List.copyOf(writes);
        if (changes.isEmpty() || writes.isEmpty()) {
            throw new IllegalArgumentException("a step holds at least one change and one write");
        }
    }
}
