package cadastre.emulator;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/// How an emulator is started.
///
/// @param port          0 to 65535; 0 for a free one
/// @param limit         how many requests one address may send to the API in any 60 seconds; none for no limit
/// @param portfolio     the portfolio file, or nothing for the demonstration portfolio
/// @param clock         the time of the emulated Gandi: dates, lives of tokens, serials, the limit
/// @param registryDelay how long a change of name servers stays pending, not negative
/// @param idleTimeout   how long a silent connection is kept, positive
/// @param guesses       what is not known about Gandi
public record EmulatorOptions(
        int port,
        OptionalInt limit,
        Optional<Path> portfolio,
        InstantSource clock,
        Duration registryDelay,
        Duration idleTimeout,
        Guesses guesses) {
    /// @throws IllegalArgumentException if a number or duration is out of range
    public EmulatorOptions {
        requireNonNull(limit, "limit is null");
        requireNonNull(portfolio, "portfolio is null");
        requireNonNull(clock, "clock is null");
        requireNonNull(guesses, "guesses is null");
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
        if (limit.isPresent() && limit.getAsInt() < 1) {
            throw new IllegalArgumentException("a limit is at least 1, not " + limit.getAsInt());
        }
        if (registryDelay.isNegative()) {
            throw new IllegalArgumentException("registryDelay is negative");
        }
        if (!idleTimeout.isPositive()) {
            throw new IllegalArgumentException("idleTimeout is not positive");
        }
    }

    /// {@return a free port, no limit, the demonstration portfolio, the system's clock, changes of name servers
    /// pending for 3 seconds, connections kept for 75 seconds}
    public static EmulatorOptions standard() {
        return new EmulatorOptions(
                0,
                OptionalInt.empty(),
                Optional.empty(),
                InstantSource.system(),
                Duration.ofSeconds(3),
                Duration.ofSeconds(75),
                Guesses.likely());
    }

    /// {@return these options with another port; 0 for a free one}
    public EmulatorOptions withPort(int other) {
        return new EmulatorOptions(other, limit, portfolio, clock, registryDelay, idleTimeout, guesses);
    }

    /// {@return these options with a limit of so many requests in any 60 seconds}
    ///
    /// @param requests at least 1
    public EmulatorOptions withLimit(int requests) {
        return new EmulatorOptions(
                port, OptionalInt.of(requests), portfolio, clock, registryDelay, idleTimeout, guesses);
    }

    /// {@return these options with a portfolio file}
    public EmulatorOptions withPortfolio(Path file) {
        return new EmulatorOptions(port, limit, Optional.of(file), clock, registryDelay, idleTimeout, guesses);
    }

    /// {@return these options with another clock}
    public EmulatorOptions withClock(InstantSource other) {
        return new EmulatorOptions(port, limit, portfolio, other, registryDelay, idleTimeout, guesses);
    }

    /// {@return these options with changes of name servers pending for `delay`}
    public EmulatorOptions withRegistryDelay(Duration delay) {
        return new EmulatorOptions(port, limit, portfolio, clock, delay, idleTimeout, guesses);
    }

    /// {@return these options with silent connections kept for `timeout`}
    public EmulatorOptions withIdleTimeout(Duration timeout) {
        return new EmulatorOptions(port, limit, portfolio, clock, registryDelay, timeout, guesses);
    }

    /// {@return these options with other guesses}
    public EmulatorOptions withGuesses(Guesses other) {
        return new EmulatorOptions(port, limit, portfolio, clock, registryDelay, idleTimeout, other);
    }
}
