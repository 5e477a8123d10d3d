package cadastre.console;

import cadastre.provider.Milestone;
import cadastre.register.Facts;
import cadastre.register.Holding;
import cadastre.register.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A domain as one row of the list.
///
/// @param address      of its page
/// @param name         as people read it
/// @param ascii        in A-labels, where that differs; else empty
/// @param expiry       when it ends
/// @param autoRenew    whether it is renewed by itself
/// @param nameServers  in a word
/// @param health       what there is to say
/// @param records      how many RRsets its zone holds; empty if it was never read
/// @param organization that holds it
/// @param lastChange   when and by whom
public record DomainRow(
        String address,
        String name,
        String ascii,
        Expiry expiry,
        boolean autoRenew,
        String nameServers,
        Frame.Chip health,
        String records,
        String organization,
        String lastChange) {
    private static final int MONTHS = 12;

    /// When a registration ends.
    ///
    /// @param date   the day; a dash if it is not told
    /// @param days   how many are left, such as `9 d`
    /// @param months the twelve parcels of the year strip: those that are paid for
    /// @param tone   `low`, `out` or empty
    public record Expiry(String date, String days, List<Boolean> months, String tone) {
        /// The list is copied.
        public Expiry {
            months = List.copyOf(months);
        }

        static Expiry of(Optional<Instant> end, Instant now) {
            if (end.isEmpty()) {
                return new Expiry("—", "", List.of(), "");
            }
            long days = Say.days(end.get(), now);
            long filled = Math.clamp((days + 29) / 30, days >= 0 ? 1 : 0, MONTHS);
            List<Boolean> months = new ArrayList<>();
            for (int i = 0; i < MONTHS; i++) {
                months.add(i < filled);
            }
            String tone = days < 14 ? "out" : days < 60 ? "low" : "";
            return new Expiry(Say.date(end.get()), days + " d", months, tone);
        }
    }

    static DomainRow of(Holding holding, Instant now) {
        Facts facts = holding.facts();
        String unicode = holding.name().unicode();
        String ascii = holding.name().withoutDot();
        return new DomainRow(
                address(holding),
                unicode,
                unicode.equals(ascii) ? "" : ascii,
                Expiry.of(Optional.ofNullable(facts.dates().get(Milestone.ENDS)), now),
                facts.autoRenew(),
                nameServers(facts),
                health(holding, now),
                holding.zone().readAt().isPresent()
                        ? String.valueOf(holding.zone().rrsets())
                        : "",
                facts.organization(),
                holding.lastChange()
                        .map(change -> Say.ago(change.at(), now) + ", " + by(change.origin()))
                        .orElse("never"));
    }

    static String address(Holding holding) {
        return "/domains/" + holding.name().lowerCase().withoutDot();
    }

    static String nameServers(Facts facts) {
        return switch (facts.servedBy()) {
            case LIVEDNS -> "LiveDNS";
            case CLASSIC -> "Gandi classic";
            case CUSTOM ->
                facts.nameServers().isEmpty()
                        ? "custom"
                        : "custom (" + facts.nameServers().size() + ")";
            case UNKNOWN -> "not told";
        };
    }

    static String by(Origin origin) {
        return switch (origin) {
            case Origin.FirstSight _ -> "first seen";
            case Origin.Elsewhere _ -> "elsewhere";
            case Origin.Ours(var _, String by) -> by;
        };
    }

    static Frame.Chip health(Holding holding, Instant now) {
        Facts facts = holding.facts();
        Optional<Instant> end = Optional.ofNullable(facts.dates().get(Milestone.ENDS));
        if (holding.isArchived()) {
            return Frame.Chip.calm("archived");
        }
        if (end.filter(at -> !at.isAfter(now)).isPresent()) {
            return Frame.Chip.bad("expired");
        }
        if (end.filter(at -> Say.days(at, now) < 60).isPresent() && !facts.autoRenew()) {
            return Frame.Chip.bad("auto-renewal off");
        }
        if (holding.zone().trouble().isPresent()) {
            return Frame.Chip.warn("zone not read");
        }
        if (holding.driftedAt()
                .filter(at -> Duration.between(at, now).toDays() < 7)
                .isPresent()) {
            return Frame.Chip.warn("changed elsewhere");
        }
        return switch (facts.servedBy()) {
            case LIVEDNS, UNKNOWN -> Frame.Chip.good("healthy");
            case CLASSIC, CUSTOM -> Frame.Chip.calm("not on LiveDNS");
        };
    }
}
