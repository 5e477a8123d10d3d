package cadastre.register;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import cadastre.provider.ListedRegistration;
import cadastre.provider.Milestone;
import cadastre.provider.Privacy;
import cadastre.provider.ServedBy;
import cadastre.registration.Delegation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

    private static Facts facts(ServedBy servedBy, boolean autoRenew, Instant end, String... nameServers) {
        return Facts.of(new ListedRegistration(
                Name.of("example.com"),
                servedBy,
                List.of(nameServers),
                autoRenew,
                List.of(),
                List.of(),
                Map.of(Milestone.ENDS, end),
                "ada",
                "example-org",
                "Ada Example"));
    }

    private static List<Event> events(Facts before, Facts after) {
        return Comparison.facts(before, after, List.of()).stream()
                .map(Comparison.Moved::event)
                .toList();
    }

    @Test
    void aSettingThatMovesIsDriftAndADateIsNot() {
        List<Comparison.Moved> moved = Comparison.facts(
                facts(ServedBy.CUSTOM, true, END, "a.example"),
                facts(ServedBy.CUSTOM, false, END.plusSeconds(1), "a.example"),
                List.of());

        assertThat(moved)
                .extracting(Comparison.Moved::event)
                .containsExactly(
                        new Event.FactMoved(Fact.EXPIRY, "2027-01-01T00:00:00Z", Optional.of("2027-01-01T00:00:01Z")),
                        new Event.FactMoved(Fact.AUTO_RENEWAL, "on", Optional.of("off")));
        assertThat(moved).extracting(Comparison.Moved::isDrift).containsExactly(false, true);
    }

    @Test
    void nameServersAreASetWithoutCaseOrFinalDots() {
        assertThat(events(
                        facts(ServedBy.CUSTOM, true, END, "A.example.", "b.example"),
                        facts(ServedBy.CUSTOM, true, END, "b.example", "a.example")))
                .isEmpty();
    }

    @Test
    void nameServersThatAreNotToldHaveNotMoved() {
        assertThat(events(facts(ServedBy.CUSTOM, true, END, "a.example"), facts(ServedBy.CUSTOM, true, END)))
                .isEmpty();
        assertThat(events(facts(ServedBy.CUSTOM, true, END), facts(ServedBy.CUSTOM, true, END, "a.example")))
                .isEmpty();
    }

    @Test
    void aDelegationThatWeSentExplainsItsNameServersAndNoOthers() {
        Origin.Ours ada = new Origin.Ours("h", "Ada");
        Written sent = new Written.ToRegistrar(ada, new Delegation(List.of(Name.of("NS1.example."))));
        Facts before = facts(ServedBy.CUSTOM, true, END, "a.example");

        assertThat(Comparison.facts(before, facts(ServedBy.CUSTOM, true, END, "ns1.example"), List.of(sent)))
                .extracting(Comparison.Moved::origin)
                .containsExactly(ada);
        assertThat(Comparison.facts(before, facts(ServedBy.CUSTOM, true, END, "ns2.example"), List.of(sent)))
                .extracting(Comparison.Moved::origin)
                .containsExactly(new Origin.Elsewhere());
    }

    @Test
    void theListDoesNotForgetWhatOnlyThePageTells() {
        ListedRegistration listed = new ListedRegistration(
                Name.of("example.com"),
                ServedBy.LIVEDNS,
                List.of(),
                true,
                List.of(),
                List.of(),
                Map.of(Milestone.ENDS, END.plusSeconds(1)),
                "ada",
                "example-org",
                "Ada Example");
        Facts detailed = new Facts(
                ServedBy.LIVEDNS,
                List.of("ns-1-a.gandi.net"),
                true,
                List.of(),
                List.of(),
                List.of("gandilivedns"),
                Map.of(Milestone.ENDS, END, Milestone.RENEWABLE, END),
                "ada",
                "example-org",
                Optional.of("org-1"),
                "Ada Example",
                Optional.of(true),
                Privacy.UNTOLD);

        Facts after = detailed.with(listed);

        assertThat(after.nameServers()).containsExactly("ns-1-a.gandi.net");
        assertThat(after.services()).containsExactly("gandilivedns");
        assertThat(after.organizationId()).contains("org-1");
        assertThat(after.dates())
                .containsOnly(Map.entry(Milestone.ENDS, END.plusSeconds(1)), Map.entry(Milestone.RENEWABLE, END));
    }
}
