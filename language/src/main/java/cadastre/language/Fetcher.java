package cadastre.language;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Map;

/// Gets pages of the web for a program that may fetch (`FETCH`, `fetch`).
@FunctionalInterface
public interface Fetcher {
    /// {@return the answer, whatever its status}
    ///
    /// @throws IOException if there is none; its message says why
    Response fetch(Request request) throws IOException;

    /// What a program asks for.
    ///
    /// @param method for example `GET`
    /// @param headers by name as written
    /// @param body empty if there is none
    record Request(String url, String method, Map<String, String> headers, String body) {
        public Request {
            requireNonNull(url, "url is null");
            requireNonNull(method, "method is null");
            requireNonNull(body, "body is null");
            headers = Map.copyOf(headers);
        }
    }

    /// What came back.
    ///
    /// @param status for example 200
    /// @param headers by name in lower case
    record Response(int status, Map<String, String> headers, String body) {
        public Response {
            requireNonNull(body, "body is null");
            headers = Map.copyOf(headers);
        }
    }
}
