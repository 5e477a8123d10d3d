package cadastre.provider;

import cadastre.budget.Leave;
import cadastre.budget.Ledger;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;

/// One request on its way: all attempts until there is an answer, or no more to be hoped. For one thread.
final class Delivery {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final Duration FIRST_REPETITION = Duration.ofMillis(500);
    private static final int TOO_MANY = 429;

    private final PoliteClient.Options options;
    private final Transport transport;
    private final Request request;
    private final Ledger ledger;

    /// Attempts whose connection was lost, or whose answer was 500 to 599.
    private int failures;
    /// Attempts that were too many.
    private int refusals;
    /// When the first of them was, and when the provider may be asked again after the last.
    private Instant firstRefusal = Instant.MAX;

    private Instant resume = Instant.MIN;
    /// Whether something was sent to which there is no answer yet.
    private boolean underWay;

    Delivery(PoliteClient.Options options, Transport transport, Request request, Ledger ledger) {
        this.options = options;
        this.transport = transport;
        this.request = request;
        this.ledger = ledger;
    }

    /// What follows an attempt.
    private sealed interface Next {
        /// The answer is what was asked for, or all there will be.
        record Keep(Answer answer) implements Next {}

        /// Another attempt, after a while.
        record Again(Duration delay) implements Next {}
    }

    Answer run() throws ProviderException {
        HttpRequest wire = transport.wire(request, options.userAgent());
        try {
            while (true) {
                switch (after(attempt(wire))) {
                    case Next.Keep(Answer answer) -> {
                        return answer;
                    }
                    case Next.Again(Duration delay) -> wait(Observer.Wait.RETRY, delay);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        }
    }

    private Transport.Outcome attempt(HttpRequest wire) throws ProviderException, InterruptedException {
        Leave.Granted granted = leave();
        OptionalInt status = OptionalInt.empty();
        try {
            underWay = true;
            Transport.Outcome outcome = transport.exchange(request, wire);
            underWay = false;
            if (outcome instanceof Transport.Outcome.Answered(Answer answer)) {
                status = OptionalInt.of(answer.status());
                if (answer.status() == TOO_MANY) {
                    noteRefusal(answer, granted);
                }
            }
            return outcome;
        } finally {
            ledger.end(granted, now());
            options.observer().ended(request, status);
        }
    }

    private Leave.Granted leave() throws InterruptedException {
        while (true) {
            switch (ledger.ask(now())) {
                case Leave.Granted granted -> {
                    return granted;
                }
                case Leave.Deferred(Instant until) -> {
                    boolean told = until.equals(resume);
                    wait(told ? Observer.Wait.TOO_MANY : Observer.Wait.BUDGET, Duration.between(now(), until));
                }
            }
        }
    }

    private void noteRefusal(Answer answer, Leave.Granted granted) {
        Instant now = now();
        firstRefusal = refusals == 0 ? now : firstRefusal;
        refusals++;
        Duration backOff = spread(doubled(Duration.ofSeconds(1), refusals - 1));
        Duration asked = answer.retryAfter(now).orElse(Duration.ZERO);
        resume = now.plus(asked.compareTo(backOff) > 0 ? asked.plus(spread(Duration.ofSeconds(1))) : backOff);
        // A provider that wants to be left alone longer than we are ready to wait is not asked by others
        // either, but their own patience decides for how long.
        Instant limit = now.plus(options.patience().tooMany());
        ledger.tooMany(granted, now, resume.isAfter(limit) ? limit : resume);
    }

    private Next after(Transport.Outcome outcome) throws ProviderException {
        return switch (outcome) {
            case Transport.Outcome.Answered(Answer answer) -> {
                if (answer.status() == 407) {
                    throw proxyRefused();
                }
                if (answer.status() == TOO_MANY) {
                    yield isPatient() ? new Next.Again(Duration.ZERO) : new Next.Keep(answer);
                }
                if (answer.status() < 500 || !request.reads() || !mayRepeat()) {
                    yield new Next.Keep(answer);
                }
                Duration asked = answer.retryAfter(now()).orElse(Duration.ZERO);
                Duration delay = asked.compareTo(repetition()) > 0 ? asked : repetition();
                yield new Next.Again(delay.compareTo(LONGEST_PAUSE) < 0 ? delay : LONGEST_PAUSE);
            }
            case Transport.Outcome.Lost(Loss loss, Throwable cause) -> {
                boolean nothingSent = loss.kind() == Loss.Kind.NOT_CONNECTED;
                boolean mayHelp = loss.kind() != Loss.Kind.REFUSED && request.method() != Request.Method.POST;
                if (!mayHelp || !(nothingSent || request.reads()) || !mayRepeat()) {
                    throw loss.exception(request, cause);
                }
                // A connection that was kept and had been closed at the other end: the next one is new.
                boolean idle = loss.kind() == Loss.Kind.NO_ANSWER && failures == 1;
                yield new Next.Again(idle ? Duration.ZERO : repetition());
            }
        };
    }

    private boolean isPatient() {
        return request.method() != Request.Method.POST
                && !resume.isAfter(firstRefusal.plus(options.patience().tooMany()));
    }

    /// Counts a failure.
    private boolean mayRepeat() {
        failures++;
        return failures < options.patience().reads();
    }

    private Duration repetition() {
        return spread(doubled(FIRST_REPETITION, failures - 1));
    }

    private static Duration doubled(Duration first, int times) {
        Duration longer = first.multipliedBy(1L << Math.min(times, 16));
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    /// Half to all of it, by chance, so that many who wait do not come back together.
    private Duration spread(Duration whole) {
        long nanos = whole.toNanos();
        return Duration.ofNanos(nanos / 2 + options.jitter().nextLong(nanos / 2 + 1));
    }

    private void wait(Observer.Wait why, Duration duration) throws InterruptedException {
        if (duration.isPositive()) {
            options.observer().waiting(why, duration);
            options.sleeper().sleep(duration);
        }
    }

    private Instant now() {
        return options.clock().instant();
    }

    private ProviderException proxyRefused() {
        return Loss.noTunnel(407).exception(request, null);
    }

    private ProviderException interrupted(InterruptedException cause) {
        String message = new Loss(Loss.Kind.REFUSED, "interrupted", null).message(request);
        Reason reason = underWay && !request.reads() ? new Reason.UnknownOutcome() : new Reason.Interrupted();
        return new ProviderException(message, reason, null, cause);
    }
}
