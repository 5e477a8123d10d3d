package cadastre.emulator;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The success answers.
final class Answers {
    static final String JSON = "application/json; charset=utf-8";

    private Answers() {}

    static Answer json(int status, Object value) {
        return Answer.of(status, Answer.Flavour.SUCCESS, JSON, JsonText.compact(value));
    }

    static Answer message(int status, String message) {
        return json(status, Fields.of("message", message));
    }

    /// The name of the header is in lower case on the wire: the gateway passes it on from a service behind.
    static Answer message(int status, String message, String location) {
        return message(status, message).with("location", location);
    }

    /// What a list looks like besides its items.
    ///
    /// @param pageSize      the number of items on a page if the caller does not say
    /// @param largestPage   what is granted at most
    /// @param filteredCount whether the number of items in the answer is told
    record Paging(int pageSize, int largestPage, boolean filteredCount) {}

    /// {@return one page of `all`, with the counts, and links unless it is the last}
    ///
    /// @throws Refused if the page or its size is no positive number
    static <T> Answer page(Call call, List<T> all, Function<? super T, ?> toJson, Paging paging) throws Refused {
        int page = positive(call.query(), "page").orElse(1);
        int size = Math.min(positive(call.query(), "per_page").orElse(paging.pageSize()), paging.largestPage());
        long from = Math.min((page - 1L) * size, all.size());
        long to = Math.min(from + size, all.size());
        List<?> items = all.subList((int) from, (int) to).stream().map(toJson).toList();
        Answer answer = json(200, items).with("total-count", Integer.toString(all.size()));
        if (paging.filteredCount()) {
            answer = answer.with("filtered-count", Integer.toString(items.size()));
        }
        if (to >= all.size()) {
            return answer; // a Link without a next page is an error to some clients
        }
        int last = (all.size() + size - 1) / size;
        return answer.with("link", link(call, page + 1, "next") + ", " + link(call, last, "last"));
    }

    /// {@return one page of `all`, which does not say that there are others}
    ///
    /// @throws Refused if the page or its size is no positive number
    static <T> Answer uncountedPage(Call call, List<T> all, Function<? super T, ?> toJson, int pageSize, int largest)
            throws Refused {
        int page = positive(call.query(), "page").orElse(1);
        int size = Math.min(positive(call.query(), "per_page").orElse(pageSize), largest);
        return json(
                200,
                all.stream().skip((page - 1L) * size).limit(size).map(toJson).toList());
    }

    private static String link(Call call, int page, String relation) {
        return "<" + call.origin() + call.request().path() + "?" + call.query().forPage(page) + ">; rel=\"" + relation
                + "\"";
    }

    private static Optional<Integer> positive(Query query, String name) throws Refused {
        Optional<String> text = query.find(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.get().matches("-?\\d{1,9}")) {
            throw Refused.of(new Refused.Fault("querystring", name, "\"" + text.get() + "\" is not a number"));
        }
        int number = Integer.parseInt(text.get());
        if (number < 1) {
            throw Refused.of(new Refused.Fault("querystring", name, number + " is less than minimum value 1"));
        }
        return Optional.of(number);
    }
}
