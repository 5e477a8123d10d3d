package cadastre.register;

import cadastre.provider.ListPage;
import java.util.OptionalInt;

/// How far the turning of a list is, whose pages may move meanwhile.
///
/// @param number     counts the walks through the list in one pass, from 1
/// @param nextPage   the page to ask for, from 1
/// @param items      how many registrations its pages had so far
/// @param total      how many the list has, as the last page that said so said
/// @param moved      whether pages contradicted each other
/// @param pageLength how many registrations a full page has: what the first one had; 0 before it
public record Walk(int number, int nextPage, int items, OptionalInt total, boolean moved, int pageLength) {
    /// How often a list is walked through at most before what was seen is taken for the list.
    static final int MOST = 3;

    /// Before the first page.
    public static final Walk START = new Walk(1, 1, 0, OptionalInt.empty(), false, 0);

    /// {@return the walk after one more page}
    Walk turned(ListPage page) {
        boolean contradicts = total.isPresent()
                && page.total().isPresent()
                && total.getAsInt() != page.total().getAsInt();
        return new Walk(
                number,
                nextPage + 1,
                items + page.registrations().size(),
                page.total().isPresent() ? page.total() : total,
                moved || contradicts,
                nextPage == 1 ? page.registrations().size() : pageLength);
    }

    /// {@return whether its pages, now that the last one is turned, make one list}
    boolean isWhole() {
        return !moved && (total.isEmpty() || total.getAsInt() == items);
    }

    /// {@return the next walk from the first page on}
    Walk again() {
        return new Walk(number + 1, 1, 0, OptionalInt.empty(), false, pageLength);
    }

    /// {@return how many pages are left, if that can be told}
    OptionalInt pagesLeft() {
        if (total.isEmpty() || pageLength == 0) {
            return OptionalInt.empty();
        }
        int left = Math.max(0, total.getAsInt() - items);
        return OptionalInt.of((left + pageLength - 1) / pageLength);
    }
}
