package cadastre.people;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// That somebody is signed in, at one browser.
///
/// @param id       by which its owner may end it
/// @param digest   of the ticket that the browser holds
/// @param account  whose it is
/// @param created  when the account signed in
/// @param lastSeen when it was last used
/// @param address  from where the account signed in, to be shown to its owner
/// @param agent    what the browser called itself, to be shown to its owner; may be empty
public record Session(
        SessionId id,
        Digest digest,
        AccountId account,
        Instant created,
        Instant lastSeen,
        String address,
        String agent) {
    private static final int LONGEST_AGENT = 300;

    /// None may be null. What is too long of the agent is cut off.
    public Session {
        requireNonNull(id, "id is null");
        requireNonNull(digest, "digest is null");
        requireNonNull(account, "account is null");
        requireNonNull(created, "created is null");
        requireNonNull(lastSeen, "lastSeen is null");
        requireNonNull(address, "address is null");
        agent = agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent;
    }

    /// {@return the same, used at `now` unless it was used later}
    public Session seen(Instant now) {
        return now.isAfter(lastSeen) ? new Session(id, digest, account, created, now, address, agent) : this;
    }
}
