package cadastre.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cadastre.dns.A;
import cadastre.dns.Cname;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RelativeName;
import cadastre.dns.Ttl;
import cadastre.dns.Txt;
import cadastre.dns.Zone;
import cadastre.plan.Planner;
import cadastre.plan.Policy;
import cadastre.plan.Step;
import cadastre.plan.Write;
import cadastre.plan.ZonePlan;
import cadastre.provider.DnsProvider;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every DNS provider does, whichever it is. A provider's own test implements this.
public interface ProviderContract {
    /// {@return the provider to test}
    DnsProvider provider();

    /// {@return the apex of a zone that it holds, to which the test may do anything}
    Name apex();

    /// {@return the apex of a zone that it does not hold}
    Name missing();

    /// {@return what of `zone` the provider can hold: all of it, unless there are types it does not have}
    default Zone holdable(Zone zone) {
        return zone;
    }

    private RRset rrset(String owner, int ttl, Rdata... rdata) {
        return new RRset(RelativeName.of(owner).at(apex()), rdata[0].type(), new Ttl(ttl), List.of(rdata));
    }

    private Zone read() throws ProviderException {
        return provider().read(apex()).zone();
    }

    private void empty() throws ProviderException {
        for (RRset rrset : read().rrsets()) {
            provider().remove(apex(), rrset.key());
        }
    }

    /// What was put is read.
    @Test
    default void whatWasPutIsRead() throws ProviderException {
        empty();
        RRset made = rrset("contract", 600, new A(0xC0000201), new A(0xC0000202));

        provider().put(apex(), made);

        assertThat(read().rrset(made.key())).contains(made);
    }

    /// Putting replaces the whole RRset.
    @Test
    default void puttingReplacesTheWholeRRset() throws ProviderException {
        empty();
        provider().put(apex(), rrset("contract", 600, new A(1), new A(2)));
        RRset other = rrset("contract", 900, new A(3));

        provider().put(apex(), other);

        assertThat(read().rrset(other.key())).contains(other);
    }

    /// Removing what is not there is no error.
    @Test
    default void removingTwiceIsAsRemovingOnce() throws ProviderException {
        empty();
        RRset made = rrset("contract", 600, new A(1));
        provider().put(apex(), made);

        provider().remove(apex(), made.key());
        provider().remove(apex(), made.key());

        assertThat(read().rrset(made.key())).isEmpty();
    }

    /// Replacing a name leaves exactly what was given there.
    @Test
    default void replacingANameLeavesWhatWasGiven() throws ProviderException {
        empty();
        provider().put(apex(), rrset("contract", 600, new A(1)));
        provider().put(apex(), rrset("contract", 600, Txt.ofText("beside")));
        RRset cname = rrset("contract", 300, new Cname(Name.of("elsewhere.example.")));

        provider().replaceName(apex(), cname.owner(), List.of(cname));

        assertThat(read().rrsetsAt(cname.owner())).containsExactly(cname);
    }

    /// A name is read as it was spelled, and written by that spelling.
    @Test
    default void aNameKeepsItsSpelling() throws ProviderException {
        empty();
        provider().put(apex(), rrset("CONTRACT", 600, new A(1)));
        RRset read = read().rrsets().getFirst();
        assertThat(read.owner().labels().getFirst()).isEqualTo("CONTRACT");

        provider().put(apex(), read.withTtl(new Ttl(900)));

        assertThat(read().rrsets()).containsExactly(read.withTtl(new Ttl(900)));
    }

    /// Text of any octets survives.
    @Test
    default void textOfAnyOctetsSurvives() throws ProviderException {
        empty();
        StringBuilder octets = new StringBuilder("quote \" backslash \\ semicolon ; blank at the end ");
        for (int octet = 0; octet < 256; octet++) {
            octets.append((char) octet);
        }
        RRset made = rrset("contract", 600, Txt.ofText(octets.toString()), Txt.ofText(""));

        provider().put(apex(), made);

        assertThat(read().rrset(made.key())).contains(made);
    }

    /// A zone that is not held is said to be missing, never read as empty.
    @Test
    default void aMissingZoneIsNotAnEmptyOne() {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> provider().read(missing()))
                .matches(e -> e.reason() instanceof Reason.NotFound);
    }

    /// Carrying out a plan gives what was wanted, and leaves nothing to do.
    @Test
    default void aPlanCarriedOutLeavesNothingToDo() throws ProviderException {
        for (long seed = 1; seed <= 25; seed++) {
            Zone desired = holdable(new Zones(seed, apex()).next());
            ZonePlan plan = Planner.plan(desired, read(), Policy.FREE);
            for (Step step : plan.steps()) {
                for (Write write : step.writes()) {
                    carryOut(write);
                }
            }
            assertThat(read()).as("seed %s", seed).isEqualTo(desired);
            assertThat(Planner.plan(desired, read(), Policy.FREE).isEmpty())
                    .as("seed %s", seed)
                    .isTrue();
        }
    }

    private void carryOut(Write write) throws ProviderException {
        switch (write) {
            case Write.Put(RRset rrset) -> provider().put(apex(), rrset);
            case Write.PutName(Name owner, List<RRset> rrsets) -> provider().replaceName(apex(), owner, rrsets);
            case Write.Remove(RRset.Key key) -> provider().remove(apex(), key);
            case Write.PutZone(Zone zone) ->
                assertThat(zone).as("a write of the granularity NAME").isNull();
        }
    }
}
