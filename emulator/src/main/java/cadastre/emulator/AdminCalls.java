package cadastre.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is not Gandi's but the emulator's own: its clock, its faults, its log, and what happens to tokens and name
/// servers. On a port of its own. Whoever reaches it may do everything, so it listens on this machine only and answers
/// no page of a browser: a change has to be JSON, and the host has to be this machine's.
final class AdminCalls {
    private static final Pattern OWN_HOST = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?");
    private static final int SHOWN = 1_000;

    private final Emulator emulator;
    private final Router router;

    AdminCalls(Emulator emulator) {
        this.emulator = emulator;
        this.router = new Router()
                .open("GET", "/clock", _ -> clock())
                .open("POST", "/clock", this::setClock)
                .open("GET", "/faults", _ -> Answers.json(200, emulator.faults().state()))
                .open("PUT", "/faults", this::setFaults)
                .open("GET", "/requests", _ -> Answers.json(200, requests(emulator)))
                .open("DELETE", "/requests", _ -> {
                    emulator.forgetRequests();
                    return Answer.empty(204);
                })
                .open("PUT", "/publication-delays", this::setDelays)
                .open("PUT", "/registry-delay", this::setRegistryDelay)
                .open("POST", "/tokens", this::changeToken);
    }

    /// {@return whether it was sent to this machine by name: a page that has another machine's name led here does not
    /// manage that}
    static boolean isOfThisMachine(Request request) {
        return request.header("host")
                .filter(host -> OWN_HOST.matcher(host).matches())
                .isPresent();
    }

    Answer answer(Request request) {
        if (!isOfThisMachine(request)) {
            return Errors.front(403);
        }
        try {
            Optional<Router.Found> found = router.find(request.method(), request.path());
            if (found.isEmpty()) {
                return Errors.noRoute(request.method(), request.path());
            }
            if (List.of("POST", "PUT").contains(request.method())) {
                requireJson(request);
            }
            Call call = new Call(
                    request,
                    found.get().parameters(),
                    Query.parse(request.query()),
                    "",
                    Optional.empty(),
                    emulator.now());
            return found.get().route().answerer().answer(call);
        } catch (Refused e) {
            return e.answer();
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Errors.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static void requireJson(Request request) throws Refused {
        if (request.mediaType().filter("application/json"::equals).isEmpty()) {
            throw new Refused(Errors.badRequest("Send JSON, with Content-Type: application/json"));
        }
    }

    private Answer clock() {
        return Answers.json(200, Fields.of("now", emulator.now().toString()));
    }

    private Answer setClock(Call call) throws Refused {
        Body body = Body.of(call);
        Optional<String> to = body.text("to");
        Optional<String> by = body.text("by");
        body.check();
        if (to.isPresent() == by.isPresent()) {
            throw new Refused(Errors.badRequest(
                    "Say \"to\", a time, or \"by\", such as \"+6d\" from what the clock shows; " + When.ADVICE));
        }
        String text = to.or(() -> by).orElseThrow();
        Instant moment = When.parse(text, emulator.now())
                .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is no time; " + When.ADVICE));
        emulator.setClock(moment);
        return clock();
    }

    private Answer setFaults(Call call) throws Refused {
        try {
            emulator.faults().set(Faults.read("body", call.members()));
        } catch (PortfolioException e) {
            throw new Refused(Errors.badRequest(String.valueOf(e.getMessage())));
        }
        return Answers.json(200, emulator.faults().state());
    }

    /// {@return the last requests, the latest first}
    static List<Fields> requests(Emulator emulator) {
        List<Exchange> all = emulator.requests();
        return all.subList(Math.max(0, all.size() - SHOWN), all.size()).reversed().stream()
                .map(one -> Fields.of("at", one.at().toString())
                        .and("method", one.method())
                        .and("target", one.target())
                        .and("caller", one.caller())
                        .and("status", one.status())
                        .and("fault", one.fault()))
                .toList();
    }

    private static Duration seconds(Json json) {
        if (json instanceof Json.Numeral number
                && number.value().signum() >= 0
                && number.value().doubleValue() < Integer.MAX_VALUE) {
            return Duration.ofMillis(Math.round(number.value().doubleValue() * 1000));
        }
        throw new IllegalArgumentException("a delay is a number of seconds, not " + json.kind());
    }

    private Answer setDelays(Call call) throws Refused {
        for (Map.Entry<String, Json> delay : call.members().members().entrySet()) {
            emulator.setPublicationDelay(delay.getKey(), seconds(delay.getValue()));
        }
        return Answer.empty(204);
    }

    private Answer setRegistryDelay(Call call) throws Refused {
        Json delay = call.members()
                .find("seconds")
                .orElseThrow(() -> new IllegalArgumentException("\"seconds\" is missing"));
        emulator.setRegistryDelay(seconds(delay));
        return Answer.empty(204);
    }

    private Answer changeToken(Call call) throws Refused {
        Body body = Body.of(call);
        String secret = body.requiredText("secret");
        Optional<String> end = body.text("expires_at");
        List<String> permissions = body.has("permissions") ? body.requiredTexts("permissions") : List.of();
        List<String> domains = body.has("domains") ? body.requiredTexts("domains") : List.of();
        boolean revoked = body.has("revoked") && body.requiredBool("revoked");
        body.check();
        end.ifPresent(text -> emulator.setTokenExpiry(
                secret,
                When.parse(text, emulator.now())
                        .orElseThrow(
                                () -> new IllegalArgumentException("\"" + text + "\" is no time; " + When.ADVICE))));
        if (body.has("permissions")) {
            emulator.setTokenPermissions(secret, permissions);
        }
        if (body.has("domains")) {
            emulator.setTokenReach(secret, new LinkedHashSet<>(domains));
        }
        if (revoked) {
            emulator.revoke(secret);
        }
        return Answer.empty(204);
    }
}
