package cadastre.budget;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// At most N requests in any 60 seconds, freely placed inside them.
///
/// When a request reaches the provider is only known to lie between its grant and its answer. So a request uses
/// up one of the N places from its grant until 60 seconds after its end: then no 60 seconds, however they are
/// laid and however slow the network was, see more than N requests arrive. The 60 seconds include both their
/// ends, so the place is free one nanosecond later. Nothing is spread out: N places that are free may be used
/// in one burst.
///
/// A provider that refuses a request all the same ([#tooMany]) knows of others behind our address, or counts
/// differently. Then nothing is sent until a given instant, and N becomes what was answered in the last 60
/// seconds, but not less than half of what it was. More refusals within 60 seconds after that come from the
/// same shortage and lower nothing. For each ten minutes without a lowering N grows by a tenth of what was
/// declared, up to that.
///
/// A value: each step gives the next budget. Instants given to it may not go backwards; those that do count as
/// the latest that was seen.
public final class Budget {
    /// The N of a provider about which nobody says otherwise.
    public static final int DEFAULT_PER_MINUTE = 120;

    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final Duration PLACE_AFTER_END = WINDOW.plusNanos(1);
    private static final Duration RECOVERY = Duration.ofMinutes(10);
    /// Without a limit this many ends are remembered, for the first refusal to count.
    private static final int REMEMBERED = 1000;
    /// What N becomes where there was no limit and nothing was answered before the first refusal.
    private static final int FIRST_GUESS = 60;

    private final OptionalInt declared;
    private final Optional<Lowering> lowering;
    private final Instant latest;
    private final Instant pausedUntil;
    private final List<Instant> ended;
    private final int inFlight;
    private final long grants;

    /// N was lowered.
    ///
    /// @param to what it became
    /// @param at when
    private record Lowering(int to, Instant at) {}

    /// What a question to a budget leads to.
    ///
    /// @param leave  the answer
    /// @param budget the budget from then on
    public record Step(Leave leave, Budget budget) {
        /// Neither may be null.
        public Step {
            requireNonNull(leave, "leave is null");
            requireNonNull(budget, "budget is null");
        }
    }

    private Budget(
            OptionalInt declared,
            Optional<Lowering> lowering,
            Instant latest,
            Instant pausedUntil,
            List<Instant> ended,
            int inFlight,
            long grants) {
        this.declared = declared;
        this.lowering = lowering;
        this.latest = latest;
        this.pausedUntil = pausedUntil;
        this.ended = ended;
        this.inFlight = inFlight;
        this.grants = grants;
    }

    /// {@return a budget of `requests` in any 60 seconds, none of them used}
    ///
    /// @throws IllegalArgumentException if `requests` is less than 1
    public static Budget of(int requests) {
        return fresh(OptionalInt.of(requirePositive(requests)));
    }

    /// {@return a budget without a limit, until somebody says there is one}
    public static Budget unlimited() {
        return fresh(OptionalInt.empty());
    }

    private static int requirePositive(int requests) {
        if (requests < 1) {
            throw new IllegalArgumentException("a budget is at least one request a minute, not " + requests);
        }
        return requests;
    }

    private static Budget fresh(OptionalInt declared) {
        return new Budget(declared, Optional.empty(), Instant.MIN, Instant.MIN, List.of(), 0, 0);
    }

    /// {@return the same with at most `requests` in any 60 seconds, if that is less than was declared}
    ///
    /// @throws IllegalArgumentException if `requests` is less than 1
    public Budget atMost(int requests) {
        boolean less = requirePositive(requests) < declared.orElse(Integer.MAX_VALUE);
        return less
                ? new Budget(OptionalInt.of(requests), lowering, latest, pausedUntil, ended, inFlight, grants)
                : this;
    }

    /// {@return leave for one request at `now`, or when to ask again}
    public Step ask(Instant now) {
        Instant at = notBefore(now);
        List<Instant> recent = recent(at);
        if (at.isBefore(pausedUntil)) {
            return new Step(new Leave.Deferred(pausedUntil), with(at, recent, inFlight, grants));
        }
        OptionalInt limit = perMinute(at);
        int over = limit.isEmpty() ? -1 : recent.size() + inFlight - limit.getAsInt();
        if (over < 0) {
            Leave.Granted granted = new Leave.Granted(at, grants + 1);
            return new Step(granted, with(at, recent, inFlight + 1, grants + 1));
        }
        // One more than `over` places must become free. Requests in flight free theirs last, and not before
        // then.
        Instant until = over < recent.size() ? recent.get(over).plus(PLACE_AFTER_END) : at.plus(PLACE_AFTER_END);
        return new Step(new Leave.Deferred(until), with(at, recent, inFlight, grants));
    }

    /// {@return the budget after a granted request is over}
    ///
    /// @throws IllegalStateException if none is in flight
    public Budget end(Instant now) {
        if (inFlight == 0) {
            throw new IllegalStateException("no request is in flight");
        }
        Instant at = notBefore(now);
        List<Instant> recent = new ArrayList<>(recent(at));
        recent.add(at);
        return with(at, recent, inFlight - 1, grants);
    }

    /// {@return the budget after the provider refused a request, which is still to be ended, as one too many}
    ///
    /// @param resume before this instant nothing is sent
    public Budget tooMany(Instant now, Instant resume) {
        Instant at = notBefore(now);
        Instant paused = resume.isAfter(pausedUntil) ? resume : pausedUntil;
        boolean known = lowering.isPresent() && !at.isAfter(lowering.get().at().plus(WINDOW));
        Optional<Lowering> lowered = known ? lowering : Optional.of(new Lowering(lowered(at), at));
        return new Budget(declared, lowered, at, paused, recent(at), inFlight, grants);
    }

    private int lowered(Instant at) {
        int answered = recent(at).size();
        OptionalInt limit = perMinute(at);
        if (limit.isEmpty()) {
            return answered == 0 ? FIRST_GUESS : answered;
        }
        int before = limit.getAsInt();
        return Math.max(1, Math.clamp(answered, (before + 1) / 2, Math.max(before - 1, (before + 1) / 2)));
    }

    /// {@return how many requests may be sent in any 60 seconds, at `now`; empty without a limit}
    public OptionalInt perMinute(Instant now) {
        if (lowering.isEmpty()) {
            return declared;
        }
        int to = lowering.get().to();
        if (declared.isEmpty()) {
            return OptionalInt.of(to);
        }
        long quiet = Duration.between(lowering.get().at(), notBefore(now)).dividedBy(RECOVERY);
        long grown = to + quiet * ((declared.getAsInt() + 9) / 10);
        return OptionalInt.of((int) Math.min(declared.getAsInt(), grown));
    }

    /// {@return how long the last of `requests` requests would wait for leave from `now` on, if each were
    /// answered at once, nobody else sent, and N stayed as it is}
    ///
    /// @throws IllegalArgumentException if `requests` is negative
    public Duration forecast(int requests, Instant now) {
        if (requests < 0) {
            throw new IllegalArgumentException("a number of requests is not negative: " + requests);
        }
        if (requests == 0) {
            return Duration.ZERO;
        }
        Instant at = notBefore(now);
        Instant start = at.isBefore(pausedUntil) ? pausedUntil : at;
        OptionalInt limit = perMinute(at);
        if (limit.isEmpty()) {
            return Duration.between(at, start);
        }
        List<Instant> free = places(at, start, limit.getAsInt());
        int rounds = (requests - 1) / free.size();
        Instant last = free.get((requests - 1) % free.size()).plus(PLACE_AFTER_END.multipliedBy(rounds));
        return Duration.between(at, last);
    }

    /// The instants from which each of the `limit` places may be used, in order.
    private List<Instant> places(Instant at, Instant start, int limit) {
        List<Instant> free = new ArrayList<>();
        for (Instant end : recent(at)) {
            Instant place = end.plus(PLACE_AFTER_END);
            free.add(place.isBefore(start) ? start : place);
        }
        Instant landed = at.plus(PLACE_AFTER_END);
        free.addAll(Collections.nCopies(inFlight, landed.isBefore(start) ? start : landed));
        // With N lowered there may be more in use than places: those that free first are not used again.
        List<Instant> last = new ArrayList<>(free.subList(Math.max(0, free.size() - limit), free.size()));
        last.addAll(0, Collections.nCopies(limit - last.size(), start));
        return last;
    }

    private Instant notBefore(Instant now) {
        return now.isBefore(latest) ? latest : now;
    }

    /// Ends that still use up a place at `at`, oldest first.
    private List<Instant> recent(Instant at) {
        int first = 0;
        while (first < ended.size() && !ended.get(first).plus(PLACE_AFTER_END).isAfter(at)) {
            first++;
        }
        return ended.subList(first, ended.size());
    }

    private Budget with(Instant at, List<Instant> recent, int flying, long given) {
        boolean limited = declared.isPresent() || lowering.isPresent();
        int forgotten = limited ? 0 : Math.max(0, recent.size() - REMEMBERED);
        List<Instant> kept = List.copyOf(recent.subList(forgotten, recent.size()));
        return new Budget(declared, lowering, at, pausedUntil, kept, flying, given);
    }
}
