package cadastre.register;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/// What the card of an integration shows.
///
/// @param integration  whose card it is
/// @param domains      how many registrations it has that are not archived
/// @param zones        how many of their zones were read
/// @param pass         over everything, that is not finished, if there is one
/// @param lastHour     how many requests were sent for it in the hour before it was asked for
public record Card(Integration integration, int domains, int zones, Optional<PassState> pass, int lastHour) {
    /// None may be null.
    public Card {
        requireNonNull(integration, "integration is null");
        requireNonNull(pass, "pass is null");
    }

    /// {@return how the integration fares at `now`}
    public Integration.Status status(Instant now) {
        return integration.status(pass.filter(one -> !one.stopped()).isPresent(), now);
    }
}
