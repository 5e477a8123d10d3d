package cadastre.console;

import cadastre.desk.Desk;
import cadastre.people.Right;
import cadastre.provider.Milestone;
import cadastre.register.Draft;
import cadastre.register.Facts;
import cadastre.register.Holding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands above each of a domain's pages.
///
/// @param address      of the domain's first page
/// @param name         as people read it
/// @param ascii        in A-labels, where that differs; else empty
/// @param organization that holds it
/// @param chips        what there is to say
/// @param expiry       when it ends
/// @param tabs         its pages
/// @param read         how fresh its zone is
/// @param trouble      why its zone could not be read; mostly empty
/// @param draft        what was collected and not sent
/// @param syncing      whether it is being looked at
/// @param maySync      whether the viewer may have it looked at
/// @param mayPropose   whether the viewer may change it
public record DomainHead(
        String address,
        String name,
        String ascii,
        String organization,
        List<Frame.Chip> chips,
        DomainRow.Expiry expiry,
        List<Leaf> tabs,
        String read,
        Optional<Problem> trouble,
        DraftBar draft,
        boolean syncing,
        boolean maySync,
        boolean mayPropose) {
    /// The lists are copied.
    public DomainHead {
        chips = List.copyOf(chips);
        tabs = List.copyOf(tabs);
    }

    /// One of a domain's pages.
    ///
    /// @param address where
    /// @param label   its name
    /// @param count   beside it; mostly empty
    /// @param here    whether it is the one shown
    public record Leaf(String address, String label, String count, boolean here) {}

    /// Why the zone could not be read.
    ///
    /// @param message what happened
    /// @param cure    what to do
    /// @param guide   where the guide has it
    public record Problem(String message, String cure, String guide) {}

    /// What was collected and not sent.
    ///
    /// @param count      of RRsets; 0 if none
    /// @param summary    how many are added, changed, removed
    /// @param delegation whether other name servers are in it
    public record DraftBar(int count, String summary, boolean delegation) {
        /// {@return whether there is anything}
        public boolean isThere() {
            return count > 0 || delegation;
        }
    }

    static DomainHead of(Desk desk, Holding holding, DomainPages.Tab here, Instant now) {
        Facts facts = holding.facts();
        String unicode = holding.name().unicode();
        String ascii = holding.name().withoutDot();
        String address = DomainRow.address(holding);
        List<Frame.Chip> chips = new ArrayList<>();
        chips.add(DomainRow.health(holding, now));
        chips.add(Frame.Chip.plain("auto-renewal " + (facts.autoRenew() ? "on" : "off")));
        chips.add(Frame.Chip.plain(DomainRow.nameServers(facts)));
        if (facts.status().contains("clientTransferProhibited")) {
            chips.add(new Frame.Chip(Frame.Tone.PLAIN, Icon.LOCK, "transfer lock"));
        }
        return new DomainHead(
                address,
                unicode,
                unicode.equals(ascii) ? "" : ascii,
                facts.organization(),
                chips,
                DomainRow.Expiry.of(Optional.ofNullable(facts.dates().get(Milestone.ENDS)), now),
                tabs(desk, holding, address, here),
                holding.zone().readAt().map(at -> "read " + Say.ago(at, now)).orElse("never read"),
                holding.zone().trouble().map(one -> new Problem(one.message(), one.cure(), GuidePages.address(one))),
                bar(desk.draft(holding)),
                desk.isSyncing(holding),
                desk.person().may(Right.SYNC),
                desk.person().may(Right.PROPOSE));
    }

    private static List<Leaf> tabs(Desk desk, Holding holding, String address, DomainPages.Tab here) {
        List<Leaf> tabs = new ArrayList<>();
        for (DomainPages.Tab tab : DomainPages.Tab.values()) {
            String label = switch (tab) {
                case RECORDS -> "Records";
                case NAME_SERVERS -> "Nameservers";
                case SNAPSHOTS -> "Snapshots";
                case HISTORY -> "History";
                case REGISTRATION -> "Registration";
            };
            int count = switch (tab) {
                case RECORDS -> holding.zone().rrsets();
                case SNAPSHOTS -> desk.snapshots(holding).size();
                case NAME_SERVERS, HISTORY, REGISTRATION -> 0;
            };
            tabs.add(new Leaf(address + tab.path(), label, count == 0 ? "" : String.valueOf(count), tab == here));
        }
        return tabs;
    }

    private static DraftBar bar(Draft draft) {
        int added = 0;
        int changed = 0;
        int removed = 0;
        for (var edit : draft.edits().values()) {
            switch (edit) {
                case cadastre.plan.Change.Add _ -> added++;
                case cadastre.plan.Change.Replace _ -> changed++;
                case cadastre.plan.Change.Remove _ -> removed++;
            }
        }
        return new DraftBar(
                draft.edits().size(),
                summary(added, changed, removed),
                draft.delegation().isPresent());
    }

    static String summary(int added, int changed, int removed) {
        List<String> parts = new ArrayList<>();
        if (added > 0) {
            parts.add(added + " added");
        }
        if (changed > 0) {
            parts.add(changed + " changed");
        }
        if (removed > 0) {
            parts.add(removed + " removed");
        }
        return String.join(" · ", parts);
    }
}
