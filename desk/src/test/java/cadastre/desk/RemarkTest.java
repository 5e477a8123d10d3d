package cadastre.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import cadastre.dns.Ttl;
import cadastre.dns.Zone;
import cadastre.dns.ZoneFile;
import cadastre.plan.Change;
import cadastre.plan.Planner;
import cadastre.plan.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemarkTest {
    private static final Name APEX = Name.of("example.org.");

    private static Zone zone(String... lines) {
        try {
            return Zone.ofRecords(APEX, ZoneFile.read(String.join("\n", lines) + "\n", APEX, new Ttl(300)));
        } catch (PresentationException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> titles(Zone before, Zone after) {
        List<Change> changes = Planner.plan(after, before, Policy.FREE).changes();
        return Remark.of(changes, before, after).stream().map(Remark::title).toList();
    }

    @Test
    void aNameThatGoesWhileOthersLeadToItIsRemarked() {
        Zone before = zone("mail A 192.0.2.1", "_imaps._tcp SRV 0 1 993 mail", "www CNAME mail");
        Zone after = zone("_imaps._tcp SRV 0 1 993 mail", "www CNAME mail");

        assertThat(titles(before, after)).containsExactly("mail.example.org is still pointed to.");
    }

    @Test
    void aNameThatKeepsAnotherTypeIsNotRemarked() {
        Zone before = zone("mail A 192.0.2.1", "mail AAAA 2001:db8::1", "www CNAME mail");
        Zone after = zone("mail AAAA 2001:db8::1", "www CNAME mail");

        assertThat(titles(before, after)).isEmpty();
    }

    @Test
    void mailNameServersAndDmarcAreRemarked() {
        Zone before = zone("@ MX 10 a.example.net.", "@ NS ns1.example.net.", "_dmarc TXT \"v=DMARC1; p=none\"");

        assertThat(titles(before, zone("@ MX 10 b.example.net.", "@ NS ns2.example.net.")))
                .containsExactlyInAnyOrder("The apex MX changes.", "The apex NS change.", "The DMARC policy goes.");
        assertThat(titles(before, zone("@ NS ns1.example.net.", "_dmarc TXT \"v=DMARC1; p=none\"")))
                .containsExactly("The apex MX goes.");
    }

    @Test
    void aThirdOfAZoneThatIsNotSmallIsRemarked() {
        String[] lines = new String[12];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "host" + i + " A 192.0.2." + i;
        }
        Zone before = zone(lines);
        Zone after = zone(java.util.Arrays.copyOf(lines, 7));

        assertThat(titles(before, after)).containsExactly("5 of 12 RRsets change or go.");
        assertThat(titles(before, zone(java.util.Arrays.copyOf(lines, 9)))).isEmpty();
    }
}
