package cadastre.language;

import cadastre.script.HostFunction;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The host function behind `fetch`.
final class Fetching {
    private Fetching() {}

    /// {@return the response as JSON, or what is to be thrown}
    ///
    /// @param arguments URL, method, body, then names and values of headers by turns
    static HostFunction.Answer answer(Optional<Fetcher> fetcher, List<String> arguments) {
        String url = arguments.get(0);
        String method = arguments.get(1).toUpperCase(Locale.ROOT);
        Map<String, String> headers = new HashMap<>();
        for (int i = 3; i + 1 < arguments.size(); i += 2) {
            headers.put(arguments.get(i), arguments.get(i + 1));
        }
        try {
            Fetcher.Response response =
                    fetcher.orElseThrow().fetch(new Fetcher.Request(url, method, headers, arguments.get(2)));
            JsonOutput out = new JsonOutput(false).beginObject();
            out.key("status").value(response.status());
            out.key("headers").map(response.headers());
            out.key("body").value(response.body());
            return HostFunction.Answer.of(out.endObject().text());
        } catch (IOException e) {
            String verb = method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT);
            return new HostFunction.Throw(verb + " " + GoText.quote(url) + ": " + e.getMessage());
        }
    }
}
