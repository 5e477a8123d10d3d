package cadastre.emulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What LiveDNS was before it was a part of the API, and what older clients still speak: `dns.api.gandi.net/api/v5`
/// with the key in `X-Api-Key`. It is translated into the API of today, and its answers back.
final class LegacyHost {
    private static final String OLD = "/api/v5/";
    private static final String NEW = "/v5/livedns/";

    private LegacyHost() {}

    /// {@return the same request to the API of today; nothing if it is not to the older one}
    static Optional<Request> translated(Request request) {
        if (!request.target().startsWith(OLD)) {
            return Optional.empty();
        }
        Map<String, List<String>> headers = new HashMap<>(request.headers());
        headers.remove("authorization"); // it never knew it
        request.header("x-api-key").ifPresent(key -> headers.put("authorization", List.of("Apikey " + key)));
        return Optional.of(new Request(
                request.method(),
                NEW + request.target().substring(OLD.length()),
                headers,
                request.body(),
                request.remoteAddress(),
                request.persistent()));
    }

    /// {@return the answer as the older host gives it: with its own addresses, and never a page}
    static Answer back(Answer answer, String origin) {
        Answer json = answer.status() == 404 && answer.flavour() == Answer.Flavour.GATEWAY ? Errors.notFound() : answer;
        return new Answer(
                json.status(),
                json.flavour(),
                json.headers().stream()
                        .map(header -> new Answer.Header(header.name(), addresses(header.value(), origin)))
                        .toList(),
                addresses(json.body(), origin),
                json.delivery());
    }

    private static String addresses(String text, String origin) {
        return text.replace(origin + NEW, origin + OLD);
    }
}
