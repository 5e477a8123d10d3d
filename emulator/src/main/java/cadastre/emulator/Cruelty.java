package cadastre.emulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Answers requests as [Faults] want it. Thread-safe.
final class Cruelty {
    private static final int MOST_REMEMBERED = 10_000;

    private final Faults faults;
    private final Registry registry;

    /// What each reading call was answered with, the last two that differ, for stale answers.
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    private record Seen(Optional<Answer> before, Answer last) {}

    Cruelty(Faults faults, Registry registry) {
        this.faults = faults;
        this.registry = registry;
    }

    Faults faults() {
        return faults;
    }

    /// {@return the answer after what happens to it}
    ///
    /// @param honest gives the answer, and makes the change that is asked for
    Answer answer(Faults.Plan plan, Request request, Instant now, Supplier<Answer> honest) {
        sleep(plan.latency());
        if (plan.fault().isEmpty()) {
            return remembered(request, honest.get());
        }
        Fault fault = plan.fault().get();
        return switch (fault.kind()) {
            case LATENCY, TLS -> honest.get();
            case TOO_MANY -> fault.tooMany();
            case ERROR -> fault.error();
            case WAF -> Fault.waf();
            case REDIRECT -> fault.redirect(request.target());
            case RESET -> Answer.empty(204).delivered(Answer.Delivery.RESET);
            case LOST -> honest.get().delivered(Answer.Delivery.NOTHING);
            case CUT -> honest.get().delivered(Answer.Delivery.CUT);
            case EMPTY -> honest.get().emptied();
            case STALE -> stale(request, honest.get());
            case DUPLICATED_ITEM -> listed(honest.get(), true);
            case VANISHED_ITEM -> listed(honest.get(), false);
            case TOKEN_EXPIRES -> {
                changeToken(request, now, true);
                yield honest.get();
            }
            case PERMISSION_WITHDRAWN -> {
                changeToken(request, now, false);
                yield honest.get();
            }
        };
    }

    private static void sleep(long milliseconds) {
        if (milliseconds == 0) {
            return;
        }
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String key(Request request) {
        return request.header("authorization").orElse("") + "\n"
                + request.header("accept").orElse("") + "\n" + request.target();
    }

    private Answer remembered(Request request, Answer answer) {
        if (!request.method().equals("GET") || answer.status() >= 300 || faults.isNone()) {
            return answer;
        }
        synchronized (seen) {
            Seen old = seen.get(key(request));
            if (old == null) {
                if (seen.size() == MOST_REMEMBERED) {
                    seen.remove(seen.keySet().iterator().next());
                }
                seen.put(key(request), new Seen(Optional.empty(), answer));
            } else if (!old.last().equals(answer)) {
                seen.put(key(request), new Seen(Optional.of(old.last()), answer));
            }
        }
        return answer;
    }

    /// {@return what this call was answered with before the last change that shows in it; the honest answer if it
    /// was never asked before}
    private Answer stale(Request request, Answer answer) {
        remembered(request, answer);
        synchronized (seen) {
            return Optional.ofNullable(seen.get(key(request)))
                    .flatMap(Seen::before)
                    .orElse(answer);
        }
    }

    /// {@return a list with an item twice, or without one}
    private Answer listed(Answer answer, boolean twice) {
        List<String> items = new ArrayList<>(items(answer.body()));
        if (answer.status() != 200 || items.isEmpty()) {
            return answer;
        }
        int chosen = faults.number(items.size());
        if (twice) {
            items.add(items.get(chosen));
        } else {
            items.remove(chosen);
        }
        return answer.withBody("[" + String.join(",", items) + "]");
    }

    /// {@return the texts of the items of a list; none for anything else}
    private static List<String> items(String json) {
        if (!json.startsWith("[") || !json.endsWith("]")) {
            return List.of();
        }
        List<String> items = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int begin = 1;
        for (int i = 1; i < json.length() - 1; i++) {
            char c = json.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '{' || c == '[')) {
                depth++;
            } else if (!quoted && (c == '}' || c == ']')) {
                depth--;
            } else if (!quoted && c == ',' && depth == 0) {
                items.add(json.substring(begin, i));
                begin = i + 1;
            }
        }
        if (begin < json.length() - 1) {
            items.add(json.substring(begin, json.length() - 1));
        }
        return items;
    }

    private void changeToken(Request request, Instant now, boolean end) {
        String header = request.header("authorization").orElse("");
        String secret = header.substring(header.indexOf(' ') + 1).strip();
        if (registry.credential(secret)
                .filter(one -> one.kind() == Credential.Kind.TOKEN)
                .isPresent()) {
            registry.changeToken(
                    secret, token -> end ? token.expiringAt(now) : token.permitted(List.of("domain:view")));
        }
    }
}
