package cadastre.emulator;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request that has found its route and is about to be answered.
///
/// @param parameters the named segments of the path, decoded
/// @param origin     scheme, host and port under which the sender sees the emulator
/// @param caller     who asks; nothing on routes that are open to everybody
/// @param now        the emulator's time, the same throughout one call
record Call(
        Request request,
        Map<String, String> parameters,
        Query query,
        String origin,
        Optional<Credential> caller,
        Instant now) {
    /// {@return the named segment of the path}
    ///
    /// @throws IllegalArgumentException if the route has no such segment
    String parameter(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no {" + name + "}");
        }
        return value;
    }

    /// {@return the segment `fqdn` in lower case; case does not count there}
    String fqdn() {
        return parameter("fqdn").toLowerCase(Locale.ROOT);
    }

    Credential credential() {
        return caller.orElseThrow(() -> new IllegalStateException("the route is open to everybody"));
    }

    /// {@return the absolute URL of a path below `/v5`}
    String url(String path) {
        return origin + "/v5" + path;
    }

    /// {@return whether the sender only wants to know whether it would be accepted}
    boolean isDryRun() {
        return request.header("dry-run")
                .filter(value -> !value.strip().equals("0"))
                .isPresent();
    }

    /// {@return the JSON object in the body; an empty one if there is no body}
    ///
    /// @throws Refused if the body is of another type, or not JSON, or no object
    Json.Members members() throws Refused {
        if (request.body().isEmpty()) {
            return Json.Members.empty();
        }
        requireType(List.of("application/json"));
        try {
            return switch (JsonReader.read(request.body())) {
                case Json.Members members -> members;
                case Json.Null _ -> Json.Members.empty();
                case Json.Text _, Json.Numeral _, Json.Bool _, Json.Array _ ->
                    throw Refused.of(Refused.Fault.body("body", "The body must be a JSON object"));
            };
        } catch (JsonReader.Malformed e) {
            throw Refused.of(Refused.Fault.body(
                    "body",
                    "Invalid JSON: " + e.getMessage() + ": line " + e.place().line() + " column "
                            + e.place().column()));
        }
    }

    /// Requires that the body, which is there, is of one of these media types.
    void requireType(List<String> allowed) throws Refused {
        if (request.mediaType().filter(allowed::contains).isEmpty()) {
            throw new Refused(Errors.validation(
                    415,
                    List.of(new Refused.Fault(
                            "header",
                            "Content-Type",
                            "Content-Type header should be one of " + PythonText.list(allowed)))));
        }
    }
}
