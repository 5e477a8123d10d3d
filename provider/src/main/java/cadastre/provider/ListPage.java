package cadastre.provider;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalInt;

/// One page of a registrar's list, which may change while it is turned.
///
/// @param registrations on it; empty past the end
/// @param total         how many the whole list has, as this page says, if it does
/// @param last          whether no page follows
public record ListPage(List<ListedRegistration> registrations, OptionalInt total, boolean last) {
    /// The list is copied.
    public ListPage {
        registrations = List.copyOf(registrations);
        requireNonNull(total, "total is null");
    }
}
