package cadastre.console;

import cadastre.provider.Capability;
import cadastre.provider.Organization;
import cadastre.register.Card;
import cadastre.register.Credential;
import cadastre.register.Integration;
import cadastre.register.PassState;
import cadastre.register.Progress;
import cadastre.register.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The card of an integration as a page shows it.
///
/// @param id           Integration ID
/// @param name         that may be changed
/// @param status       its chip
/// @param ill          whether it needs somebody
/// @param organization its name, or what is said instead
/// @param masked       what may be shown of the token
/// @param life         of the token
/// @param permissions  each with whether it is there
/// @param off          what is off, without which box
/// @param lastSuccess  when all was last seen
/// @param domains      how many
/// @param zones        how many of them were read
/// @param unread       how many zones could not be read the last time
/// @param lastHour     requests in the last hour
/// @param hours        requests in each hour of the last day, the last one last
/// @param progress     of the look under way
/// @param trouble      what keeps it from being looked at
/// @param readOnly     whether nothing is changed through it
public record CardView(
        String id,
        String name,
        Frame.Chip status,
        boolean ill,
        String organization,
        String masked,
        Life life,
        List<Permission> permissions,
        List<String> off,
        Optional<When> lastSuccess,
        int domains,
        int zones,
        int unread,
        int lastHour,
        List<Bar> hours,
        Optional<Moving> progress,
        Optional<Problem> trouble,
        boolean readOnly) {
    private static final int HOURS = 24;
    private static final int BAR_HEIGHT = 22;
    private static final Duration LONGEST = Duration.ofDays(365);

    /// The lists are copied.
    public CardView {
        permissions = List.copyOf(permissions);
        off = List.copyOf(off);
        hours = List.copyOf(hours);
    }

    /// How long the token still lives.
    ///
    /// @param text    in words
    /// @param percent of a year, 0 to 100
    /// @param tone    `low`, `out` or empty
    /// @param known   whether anybody told
    public record Life(String text, int percent, String tone, boolean known) {}

    /// A capability on the card.
    ///
    /// @param label    in words
    /// @param has      whether the token has it
    /// @param known    whether the token told
    /// @param unlocks  what needs it
    /// @param box      at Gandi, that grants it
    public record Permission(String label, boolean has, boolean known, String unlocks, String box) {}

    /// A bar of the picture of requests.
    ///
    /// @param x      from the left
    /// @param y      from the top
    /// @param height in the same units
    /// @param last   whether it is the hour that is not over
    public record Bar(int x, int y, int height, boolean last) {}

    /// A look under way.
    ///
    /// @param text    how far
    /// @param left    what is left, with an honest time; empty as long as nobody can tell
    /// @param percent 0 to 100
    /// @param counts  what was found and used so far
    public record Moving(String text, String left, int percent, String counts) {}

    /// What is wrong.
    ///
    /// @param message what happened
    /// @param kept    what was not lost
    /// @param cure    what to do
    /// @param guide   where the guide has it
    /// @param renew   whether a new token is the cure
    public record Problem(String message, String kept, String cure, String guide, boolean renew) {}

    static CardView of(
            Card card,
            int unread,
            boolean running,
            Optional<Progress> progress,
            Optional<Progress> details,
            Optional<String> failure,
            List<Instant> requests,
            Instant now) {
        Integration integration = card.integration();
        Integration.Status status = card.status(now);
        boolean syncing = running || progress.isPresent();
        Optional<Problem> problem = failure.<Problem>map(
                        text -> new Problem(text, kept(card), "", "/guide/gandi", false))
                .or(() -> problem(card, status));
        return new CardView(
                integration.id().text(),
                integration.name(),
                syncing ? Frame.Chip.turning("Syncing") : chip(status),
                problem.isPresent() && !syncing,
                integration.organization().map(Organization::name).orElse("not told by the token"),
                integration.credential().masked(),
                life(integration.credential(), now),
                permissions(integration.capabilities()),
                off(integration.capabilities()),
                integration.lastSuccess().map(at -> When.ago(at, now)),
                card.domains(),
                card.zones(),
                unread,
                card.lastHour(),
                bars(requests, now),
                progress.map(CardView::moving)
                        .or(() -> running ? Optional.of(new Moving("It begins", "", 0, "")) : Optional.empty())
                        .or(() -> details.map(CardView::detailing)),
                problem,
                integration.readOnly());
    }

    private static Frame.Chip chip(Integration.Status status) {
        String label = status.label();
        return switch (status) {
            case SYNCED -> Frame.Chip.good(label);
            case SYNCING -> Frame.Chip.turning(label);
            case NEVER_SYNCED -> Frame.Chip.calm(label);
            case TOKEN_EXPIRES_SOON, RATE_LIMITED, MISSING_PERMISSION -> Frame.Chip.warn(label);
            case AUTHENTICATION_ERROR, TOKEN_EXPIRED, FAILED -> new Frame.Chip(Frame.Tone.BAD, Icon.WARNING, label);
        };
    }

    private static String kept(Card card) {
        return card.domains() == 0
                ? ""
                : "Your " + Say.count(card.domains(), "domain and its history are", "domains and their history are")
                        + " kept as they were; nothing was changed or lost.";
    }

    private static Optional<Problem> problem(Card card, Integration.Status status) {
        Optional<Trouble> trouble = card.integration().trouble();
        if (trouble.isEmpty() && status == Integration.Status.TOKEN_EXPIRED) {
            trouble = card.integration().credential().endsAt().map(Trouble.TokenExpired::new);
        }
        return trouble.map(one ->
                new Problem(one.message(), kept(card), one.cure(), GuidePages.address(one), isCuredByToken(one)));
    }

    private static boolean isCuredByToken(Trouble trouble) {
        return switch (trouble) {
            case Trouble.TokenExpired _,
                    Trouble.TokenRevoked _,
                    Trouble.TokenEnded _,
                    Trouble.TokenUnknown _,
                    Trouble.MissingPermission _,
                    Trouble.OutOfReach _,
                    Trouble.NoDomains _ -> true;
            case Trouble.NotOnLiveDns _,
                    Trouble.RateLimited _,
                    Trouble.Outage _,
                    Trouble.Unreachable _,
                    Trouble.NotUnderstood _,
                    Trouble.TurnedAway _,
                    Trouble.WrongAddress _,
                    Trouble.Misconfigured _ -> false;
        };
    }

    private static Life life(Credential credential, Instant now) {
        if (credential.endsAt().isEmpty()) {
            return new Life("Gandi does not tell when this token ends", 0, "", false);
        }
        Instant end = credential.endsAt().get();
        long days = Say.days(end, now);
        if (!end.isAfter(now)) {
            return new Life("ended on " + Say.date(end), 100, "out", true);
        }
        int percent = Math.clamp(Duration.between(now, end).toHours() * 100 / LONGEST.toHours(), 1, 100);
        String tone = days < 7 ? "out" : days < 30 ? "low" : "";
        return new Life(Say.count(days, "day", "days") + " left, until " + Say.date(end), percent, tone, true);
    }

    private static List<Permission> permissions(Optional<Set<Capability>> capabilities) {
        List<Permission> permissions = new ArrayList<>();
        for (Capability one : Capability.values()) {
            boolean has = capabilities.filter(all -> all.contains(one)).isPresent();
            permissions.add(new Permission(label(one), has, capabilities.isPresent(), one.unlocks(), one.box()));
        }
        return permissions;
    }

    private static String label(Capability capability) {
        return switch (capability) {
            case DOMAIN_READ -> "read domains";
            case DOMAIN_WRITE -> "change domains";
            case DNS_READ -> "read DNS";
            case DNS_WRITE -> "change DNS";
        };
    }

    private static List<String> off(Optional<Set<Capability>> capabilities) {
        if (capabilities.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> byBox = new LinkedHashMap<>();
        for (Capability one : Capability.values()) {
            if (!capabilities.get().contains(one)) {
                byBox.computeIfAbsent(one.box(), _ -> new ArrayList<>()).add(one.unlocks());
            }
        }
        List<String> off = new ArrayList<>();
        byBox.forEach((box, unlocks) -> off.add(String.join(", ", unlocks) + ": tick “" + box + "”"));
        return off;
    }

    private static List<Bar> bars(List<Instant> requests, Instant now) {
        int[] counts = new int[HOURS];
        IntegrationPages.lastDay(requests.stream(), now).forEach(at -> {
            int hour = Math.clamp(Duration.between(at, now).toHours(), 0, HOURS - 1);
            counts[HOURS - 1 - hour]++;
        });
        int most = 1;
        for (int count : counts) {
            most = Math.max(most, count);
        }
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < HOURS; i++) {
            int height = counts[i] == 0 ? 1 : Math.max(2, counts[i] * BAR_HEIGHT / most);
            bars.add(new Bar(i * 6, BAR_HEIGHT + 2 - height, height, i == HOURS - 1));
        }
        return bars;
    }

    private static Moving moving(Progress progress) {
        PassState.Tally tally = progress.state().tally();
        String counts = Say.count(tally.domains(), "domain", "domains") + " found, "
                + Say.count(tally.zones(), "zone", "zones") + " read, "
                + Say.count(tally.requests(), "request", "requests") + " used"
                + (tally.zonesFailed() == 0
                        ? ""
                        : ", " + Say.count(tally.zonesFailed(), "zone", "zones") + " could not be read");
        String text = switch (progress.state().phase()) {
            case INTRODUCTION -> "Asking the token about itself";
            case LISTING ->
                progress.domainsTotal().isPresent()
                        ? tally.domains() + " of " + progress.domainsTotal().getAsInt() + " domains listed"
                        : "Listing the domains";
            case CONFIRMING -> "Asking for domains that are no longer listed";
            case ZONES ->
                tally.zones() + " of "
                        + (tally.zones()
                                + tally.zonesFailed()
                                + progress.ahead().map(Progress.Ahead::zones).orElse(0))
                        + " zones read";
            case DETAILS -> "Reading the domains' own pages";
            case SNAPSHOTS -> "Listing the snapshots";
            case FINISHED -> "Done";
        };
        return new Moving(text, left(progress), percent(progress, tally.requests()), counts);
    }

    private static Moving detailing(Progress progress) {
        int done = progress.state().tally().details();
        int left = progress.ahead().map(Progress.Ahead::details).orElse(0);
        return new Moving(
                done + " of " + (done + left) + " domains read in detail",
                left(progress),
                percent(progress, progress.state().tally().requests()),
                "The portfolio is usable meanwhile.");
    }

    private static String left(Progress progress) {
        return progress.ahead()
                .map(ahead -> ahead.requests() == 0
                        ? ""
                        : Say.count(ahead.requests(), "request", "requests") + ", " + Say.about(ahead.time()) + " left")
                .orElse("");
    }

    private static int percent(Progress progress, long used) {
        int ahead = progress.ahead().map(Progress.Ahead::requests).orElse(0);
        return used + ahead == 0 ? 0 : (int) (used * 100 / (used + ahead));
    }
}
