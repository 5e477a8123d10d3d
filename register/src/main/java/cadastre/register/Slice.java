package cadastre.register;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A part of a long list.
///
/// @param items in the list's order; perhaps none
/// @param next  a cursor: given back, the list goes on after the last item; empty at the end
/// @param <T>   of what
public record Slice<T>(List<T> items, Optional<String> next) {
    /// The list is copied.
    public Slice {
        items = List.copyOf(items);
        requireNonNull(next, "next is null");
    }

    /// {@return the slice of at most `limit` of `items`, of which there is one more if the list goes on}
    ///
    /// @param cursor of an item, to go on after it
    public static <T> Slice<T> of(List<T> items, int limit, Function<T, String> cursor) {
        if (items.size() <= limit) {
            return new Slice<>(items, Optional.empty());
        }
        List<T> some = items.subList(0, limit);
        return new Slice<>(some, Optional.of(cursor.apply(some.getLast())));
    }
}
