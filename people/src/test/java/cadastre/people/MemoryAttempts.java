package cadastre.people;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Failures that are gone when the program ends.
public final class MemoryAttempts implements Attempts {
    private final Map<Object, Failures> failures = new HashMap<>();

    /// None.
    public MemoryAttempts() {}

    private Failures of(Object key) {
        return failures.getOrDefault(key, Failures.NONE);
    }

    private void keep(Source source, SignInName name, Lockout.Go go) {
        failures.put(source, go.source());
        failures.put(name, go.account());
        failures.values().removeIf(Failures.NONE::equals);
    }

    @Override
    public synchronized Lockout.Answer ask(Source source, SignInName name, Lockout lockout, Instant now) {
        Lockout.Answer answer = lockout.ask(source, of(source), of(name), now);
        switch (answer) {
            case Lockout.Go go -> keep(source, name, go);
            case Lockout.Wait _ -> {}
        }
        return answer;
    }

    @Override
    public synchronized void takeBack(Source source, SignInName name) {
        keep(source, name, Lockout.takeBack(source, of(source), of(name)));
    }

    @Override
    public synchronized void forget(Lockout lockout, Instant now) {
        failures.values().removeIf(one -> lockout.isForgotten(one, now));
    }
}
