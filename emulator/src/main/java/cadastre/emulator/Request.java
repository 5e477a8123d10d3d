package cadastre.emulator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An HTTP request, read completely.
///
/// @rfc 9112 section 3
/// @param method        as sent
/// @param target        the request target in origin form: path and query as sent, never empty
/// @param headers       field values in their order, by lower-case field name
/// @param body          as UTF-8; empty if there is none
/// @param remoteAddress the numeric address of the sender
/// @param persistent    whether the connection may serve another request after this one
record Request(
        String method,
        String target,
        Map<String, List<String>> headers,
        String body,
        String remoteAddress,
        boolean persistent) {
    /// {@return the first value of the field, whose name is given in lower case}
    Optional<String> header(String lowerCaseName) {
        List<String> values = headers.getOrDefault(lowerCaseName, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }

    /// {@return the media type without parameters, in lower case}
    Optional<String> mediaType() {
        return header("content-type").map(type -> {
            int semicolon = type.indexOf(';');
            return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
        });
    }

    /// {@return whether the sender prefers `text/plain` to JSON}
    boolean wantsPlainText() {
        return header("accept").map(accept -> accept.toLowerCase(Locale.ROOT)).stream()
                .anyMatch(accept -> accept.contains("text/plain") && !accept.contains("application/json"));
    }

    /// {@return whether the sender prefers `text/csv` to JSON}
    boolean wantsCsv() {
        return header("accept").map(accept -> accept.toLowerCase(Locale.ROOT)).stream()
                .anyMatch(accept -> accept.contains("text/csv") && !accept.contains("application/json"));
    }

    /// {@return the path as sent, without the query}
    String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    /// {@return the query as sent, without the question mark; empty if there is none}
    String query() {
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
    }
}
