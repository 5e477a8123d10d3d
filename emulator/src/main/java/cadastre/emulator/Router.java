package cadastre.emulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds what answers a method and a path.
final class Router {
    /// Answers a call.
    @FunctionalInterface
    interface Answerer {
        Answer answer(Call call) throws Refused;
    }

    /// A route that was found, with the named segments of the path.
    record Found(Route route, Map<String, String> parameters) {}

    /// A method and a path whose segments are literal or `{named}`.
    ///
    /// @param open whether it is answered without credentials
    record Route(String method, List<String> segments, boolean open, Answerer answerer) {}

    private final List<Route> routes = new ArrayList<>();

    Router on(String method, String template, Answerer answerer) {
        routes.add(new Route(method, segments(template), false, answerer));
        return this;
    }

    /// Adds a route that asks for no credentials, or looks at them itself.
    Router open(String method, String template, Answerer answerer) {
        routes.add(new Route(method, segments(template), true, answerer));
        return this;
    }

    /// {@return the route for a path, whose segments are decoded here, or nothing}
    ///
    /// A `HEAD` is routed as a `GET`. A slash at the end is overlooked when reading; when writing it is not,
    /// since `DELETE .../records/` would otherwise empty a zone.
    ///
    /// @throws Refused if a percent sign in the path is wrong
    Optional<Found> find(String method, String path) throws Refused {
        String effective = method.equals("HEAD") ? "GET" : method;
        List<String> segments = segments(path);
        if (effective.equals("GET") && segments.size() > 1 && segments.getLast().isEmpty()) {
            segments = segments.subList(0, segments.size() - 1);
        }
        for (Route route : routes) {
            if (route.method().equals(effective) && route.segments().size() == segments.size()) {
                Optional<Map<String, String>> parameters = match(route.segments(), segments);
                if (parameters.isPresent()) {
                    return Optional.of(new Found(route, parameters.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Map<String, String>> match(List<String> template, List<String> segments) throws Refused {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < template.size(); i++) {
            String expected = template.get(i);
            String given = segments.get(i);
            if (!expected.startsWith("{")) {
                if (!expected.equals(given)) {
                    return Optional.empty();
                }
            } else if (given.isEmpty()) {
                return Optional.empty();
            } else {
                String decoded = Query.percentDecoded(given).orElse(null);
                if (decoded == null) {
                    throw new Refused(Errors.undecodable(given));
                }
                parameters.put(expected.substring(1, expected.length() - 1), decoded);
            }
        }
        return Optional.of(parameters);
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
