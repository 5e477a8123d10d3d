package cadastre.emulator;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/// What is done on purpose to the requests that it concerns.
///
/// @param kind        what
/// @param method      of the requests that it concerns; nothing for all
/// @param path        their paths, `*` for any characters; nothing for all
/// @param probability of its happening to one of them, above 0 and at most 1
/// @param after       how many of them are spared at first
/// @param times       how often it happens at most
/// @param least       of a latency, in milliseconds
/// @param most        of a latency, in milliseconds
/// @param spread      how latencies lie between the two
/// @param status      of an error or a redirect
/// @param shape       of an error: `json`, `html` or `text`; of a 429 also with `-retry-after`
/// @param location    where a redirect leads
record Fault(
        Kind kind,
        Optional<String> method,
        Optional<String> path,
        double probability,
        int after,
        int times,
        int least,
        int most,
        Spread spread,
        int status,
        String shape,
        String location) {
    /// How latencies are distributed.
    enum Spread {
        /// Each as likely as the other.
        UNIFORM,
        /// Most are short, some very long: an exponential distribution, cut at the longest.
        EXPONENTIAL
    }

    /// The kinds, as they are written.
    enum Kind {
        LATENCY,
        TOO_MANY,
        ERROR,
        WAF,
        CUT,
        EMPTY,
        LOST,
        RESET,
        STALE,
        DUPLICATED_ITEM,
        VANISHED_ITEM,
        TOKEN_EXPIRES,
        PERMISSION_WITHDRAWN,
        TLS,
        REDIRECT;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> of(String word) {
            return List.of(values()).stream()
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }

    boolean concerns(Request request) {
        return method.filter(one -> !one.equals(request.method())).isEmpty()
                && path.filter(glob -> !pattern(glob).matcher(request.path()).matches())
                        .isEmpty();
    }

    private static Pattern pattern(String glob) {
        return Pattern.compile(String.join(
                ".*",
                List.of(glob.split("\\*", -1)).stream().map(Pattern::quote).toList()));
    }

    /// {@return how long to wait, in milliseconds}
    long latency(Random random) {
        return switch (spread) {
            case UNIFORM -> least + random.nextInt(most - least + 1);
            case EXPONENTIAL ->
                Math.min(most, least - Math.round(Math.log(1 - random.nextDouble()) * (most - least) / 4));
        };
    }

    /// {@return a page of the server in front that says no, to what looks like an attack}
    static Answer waf() {
        return Answer.of(
                403,
                Answer.Flavour.FRONT,
                "text/html",
                "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected."
                        + " Please consult with your administrator.<br><br>Your support ID is: 0</body></html>");
    }

    /// {@return an answer of the servers that fail}
    Answer error() {
        return switch (shape) {
            case "json" ->
                Answer.of(
                        status,
                        Answer.Flavour.ERROR,
                        Errors.JSON,
                        JsonText.spaced(Fields.of("object", "HTTPServerError")
                                .and("cause", Answer.reason(status))
                                .and("code", status)
                                .and(
                                        "message",
                                        "The server has either erred or is incapable of performing"
                                                + " the requested operation.")));
            case "html" -> Errors.front(status);
            default -> Answer.of(status, Answer.Flavour.FRONT, "text/plain", "upstream connect error\n");
        };
    }

    Answer tooMany() {
        Guesses.TooMany tooMany = switch (shape) {
            case "json-retry-after" -> Guesses.TooMany.JSON_WITH_RETRY_AFTER;
            case "html" -> Guesses.TooMany.HTML;
            case "html-retry-after" -> Guesses.TooMany.HTML_WITH_RETRY_AFTER;
            default -> Guesses.TooMany.JSON;
        };
        return Errors.tooMany(tooMany, 1);
    }

    Answer redirect(String target) {
        return Answer.of(status, Answer.Flavour.FRONT, "text/html", "")
                .with("location", location.isEmpty() ? target : location);
    }
}
