package cadastre.gandi;

import cadastre.provider.Answer;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/// A list that comes in pages, read whole or not at all.
///
/// 500 items a page are asked for; what is granted shows. `Total-Count` says when all are there. Without it a
/// `Link` to the next page says that there is more, and without that a page that is shorter than the first ends
/// the list; since 50 is the smallest page Gandi is known to cut to, fewer than that end it too.
///
/// Pages that do not make one list (fewer or more items than `Total-Count`, one item twice) are a failure:
/// something was added or removed meanwhile, or the page number was ignored.
final class Pages {
    static final int PER_PAGE = 500;

    static final int SMALLEST_PAGE = 50;

    private final Api api;
    private final String path;
    private final List<String> query;
    private final Function<Json, String> identity;

    private final List<Json> items = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int firstLength;

    /// @param path     of the list, below `/v5/`
    /// @param query    pairs that are sent with each page
    /// @param identity what tells one item from another
    Pages(Api api, String path, List<String> query, Function<Json, String> identity) {
        this.api = api;
        this.path = path;
        this.query = List.copyOf(query);
        this.identity = identity;
    }

    /// Reads all pages.
    ///
    /// @throws ProviderException also with [Reason.InconsistentPages]
    List<Json> read() throws ProviderException {
        for (int page = 1; ; page++) {
            URI uri = uri(page);
            Api.Read read = api.get(uri);
            if (!(read.json() instanceof Json.Items(List<Json> some))) {
                throw api.notUnderstood(uri, "a list");
            }
            OptionalInt total = read.answer().number("Total-Count");
            for (Json one : some) {
                add(one, total, uri);
            }
            firstLength = page == 1 ? some.size() : firstLength;
            if (isLast(some.size(), total, read.answer())) {
                if (total.isPresent() && total.getAsInt() != items.size()) {
                    throw inconsistent(total.getAsInt());
                }
                return items;
            }
        }
    }

    private URI uri(int page) {
        List<String> pairs = new ArrayList<>(query);
        pairs.add("page=" + page);
        pairs.add("per_page=" + PER_PAGE);
        return api.entry().address().resource(path, String.join("&", pairs));
    }

    private void add(Json item, OptionalInt total, URI uri) throws ProviderException {
        if (!(item instanceof Json.Members)) {
            throw api.notUnderstood(uri, "a list of objects");
        }
        if (!seen.add(identity.apply(item))) {
            throw inconsistent(total.orElse(seen.size()));
        }
        items.add(item);
    }

    private boolean isLast(int length, OptionalInt total, Answer answer) {
        if (length == 0) {
            return true;
        }
        if (total.isPresent()) {
            return items.size() >= total.getAsInt();
        }
        return !hasNext(answer) && (length < firstLength || length < SMALLEST_PAGE);
    }

    /// Whether the answer says that another page follows. That it does not say so means nothing.
    static boolean hasNext(Answer answer) {
        return answer.header("Link")
                .map(link -> link.matches("(?s).*rel=\"?next\"?.*"))
                .orElse(false);
    }

    private ProviderException inconsistent(int total) {
        String list = api.uri(path).getPath();
        return new ProviderException(
                "the pages of " + list + " do not make one list: " + total + " items expected, " + items.size()
                        + " different ones found",
                new Reason.InconsistentPages(total, items.size()),
                "Something changed while it was read; run it again.");
    }
}
