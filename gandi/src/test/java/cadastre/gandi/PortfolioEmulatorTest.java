package cadastre.gandi;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.A;
import cadastre.dns.Name;
import cadastre.dns.Zone;
import cadastre.emulator.Emulator;
import cadastre.emulator.EmulatorOptions;
import cadastre.provider.Attachment;
import cadastre.provider.Capability;
import cadastre.provider.Introspection;
import cadastre.provider.ListPage;
import cadastre.provider.ListedRegistration;
import cadastre.provider.Milestone;
import cadastre.provider.Organization;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import cadastre.provider.RegistrationDetail;
import cadastre.provider.ServedBy;
import cadastre.provider.Snapshot;
import cadastre.provider.Snapshots;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PortfolioEmulatorTest extends AgainstEmulator {
    @Test
    void aTokenThatMayOnlyViewChangesNothing() throws Exception {
        Emulator emulator = emulator();
        Gandi view = gandi(emulator, "token", VIEW);
        assertThat(view.domains().list(1).registrations())
                .extracting(ListedRegistration::name)
                .contains(EXAMPLE);
        assertThat(view.domains().introspect().orElseThrow().capabilities()).containsExactly(Capability.DOMAIN_READ);
        ProviderException e =
                failure(() -> view.domains().delegate(EXAMPLE, List.of("ns1.example.net", "ns2.example.net")));
        assertThat(e.reason()).isEqualTo(new Reason.Unauthorized(403));
    }

    @Test
    void domainsTellWhatTheyAre() throws Exception {
        Emulator emulator = emulator();
        Domains domains = gandi(emulator, "token", ALL).domains();
        ListPage page = domains.list(1);
        assertThat(page.last()).isTrue();
        assertThat(page.total()).hasValue(page.registrations().size());
        ListedRegistration example = listed(page, EXAMPLE);
        assertThat(example.servedBy()).isEqualTo(ServedBy.LIVEDNS);
        assertThat(example.tags()).containsExactly("demo");
        assertThat(example.organization()).isEqualTo("example-org");
        assertThat(example.registrant()).isNotEmpty();
        assertThat(example.dates().get(Milestone.ENDS))
                .isBetween(FakeTime.NOON.plus(Duration.ofDays(199)), FakeTime.NOON.plus(Duration.ofDays(201)));
        assertThat(listed(page, Name.of("custom-dns.tld")).servedBy()).isEqualTo(ServedBy.CUSTOM);
        assertThat(listed(page, Name.of("custom-dns.tld")).nameServers())
                .isEqualTo(domains.nameServers(Name.of("custom-dns.tld")));
        for (ListedRegistration one : page.registrations()) {
            RegistrationDetail detail = domains.detail(one.name());
            assertThat(detail.name()).isEqualTo(one.name());
            assertThat(detail.servedBy()).as(one.name().toString()).isEqualTo(one.servedBy());
            assertThat(detail.nameServers()).isEqualTo(domains.nameServers(one.name()));
            assertThat(detail.autoRenew()).isEqualTo(one.autoRenew());
            assertThat(detail.status()).isEqualTo(one.status());
            assertThat(detail.tags()).isEqualTo(one.tags());
            assertThat(detail.dates()).containsAllEntriesOf(one.dates()).containsKey(Milestone.DELETES);
            assertThat(detail.organization().orElseThrow().id()).isEqualTo(FIRST);
            assertThat(detail.privacy().hidesAddress()).isPresent();
        }
    }

    private static ListedRegistration listed(ListPage page, Name name) {
        return page.registrations().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOrganizationIsListedIfItIsTheOneMeant() throws Exception {
        Emulator emulator = emulator();
        Name studio = Name.of("example.studio");
        ListPage second =
                gandi(emulator, "apikey", KEY, "sharing_id", SECOND).domains().list(1);
        assertThat(second.registrations())
                .extracting(ListedRegistration::name)
                .contains(studio)
                .doesNotContain(EXAMPLE);
        ListPage first =
                gandi(emulator, "apikey", KEY, "sharing_id", FIRST).domains().list(1);
        assertThat(first.registrations())
                .extracting(ListedRegistration::name)
                .contains(EXAMPLE)
                .doesNotContain(studio);
    }

    @Test
    void aNameThatIsNotHeldIsNoRegistration() throws Exception {
        Domains domains = gandi(emulator(), "token", ALL).domains();
        Name nobody = Name.of("no-such-domain.tld");
        for (Call call : List.<Call>of(
                () -> domains.detail(nobody),
                () -> domains.nameServers(nobody),
                () -> domains.attachment(nobody),
                () -> domains.attach(nobody))) {
            assertThat(failure(call).reason()).isEqualTo(new Reason.NotFound(Reason.Missing.REGISTRATION));
        }
    }

    @Test
    void aRegistrationMovesToLiveDnsWhereItsZoneAppears() throws Exception {
        Emulator emulator = emulator(EmulatorOptions.standard().withRegistryDelay(Duration.ofMinutes(5)));
        Gandi gandi = gandi(emulator, "token", ALL);
        Name custom = Name.of("custom-dns.tld");
        Attachment before = gandi.attachment().attachment(custom);
        assertThat(before.servedBy()).isEqualTo(ServedBy.CUSTOM);
        assertThat(before.nameServers()).isEqualTo(gandi.domains().nameServers(custom));
        assertThat(before.signable()).isFalse();
        List<String> own = gandi.attachment().ownNameServers(custom);
        assertThat(own).hasSize(3).allSatisfy(one -> assertThat(one).endsWith(".gandi.net"));
        gandi.attachment().attach(custom);
        assertThat(gandi.attachment().attachment(custom)).isEqualTo(before);
        time.sleep(Duration.ofMinutes(6));
        assertThat(gandi.attachment().attachment(custom)).isEqualTo(new Attachment(ServedBy.LIVEDNS, own, true));
        assertThat(gandi.liveDns().read(custom).zone().isEmpty()).isFalse();
    }

    @Test
    void automaticRenewalIsSwitched() throws Exception {
        Emulator emulator = emulator();
        Gandi gandi = gandi(emulator, "token", ALL);
        Name soon = Name.of("expires-soon.tld");
        assertThat(gandi.portfolio().detail(soon).autoRenew()).isFalse();
        gandi.autoRenewal().renewByItself(soon, true);
        assertThat(gandi.portfolio().detail(soon).autoRenew()).isTrue();
        gandi.autoRenewal().renewByItself(soon, false);
        assertThat(gandi.portfolio().detail(soon).autoRenew()).isFalse();
        Gandi view = gandi(emulator, "token", VIEW);
        assertThat(failure(() -> view.autoRenewal().renewByItself(soon, true)).reason())
                .isEqualTo(new Reason.Unauthorized(403));
    }

    @Test
    void aTokenThatIsWithdrawnInTheMiddleIsToldFromOneThatLostAPermission() throws Exception {
        Emulator emulator = emulator();
        Gandi gandi = gandi(emulator, "token", ALL);
        emulator.setTokenPermissions(ALL, List.of("domain:view"));
        assertThat(failure(() -> gandi.liveDns().read(EXAMPLE)).reason()).isEqualTo(new Reason.Unauthorized(403));
        assertThat(gandi.portfolio().introspect().orElseThrow().capabilities()).containsExactly(Capability.DOMAIN_READ);
        emulator.revoke(ALL);
        assertThat(failure(() -> gandi.portfolio().list(1)).reason()).isEqualTo(new Reason.Unauthorized(403));
        assertThat(failure(() -> gandi.portfolio().introspect()).reason()).isEqualTo(new Reason.Unauthorized(401));
    }

    @Test
    void theTransferLockIsTakenUpLater() throws Exception {
        Emulator emulator = emulator(EmulatorOptions.standard().withRegistryDelay(Duration.ofMinutes(5)));
        Gandi gandi = gandi(emulator, "token", ALL);
        Name unlocked = Name.of("unlocked.tld");
        gandi.transferLock().lockTransfer(unlocked, true);
        assertThat(gandi.portfolio().detail(unlocked).status()).isEmpty();
        time.sleep(Duration.ofMinutes(6));
        assertThat(gandi.portfolio().detail(unlocked).status()).containsExactly("clientTransferProhibited");
        gandi.transferLock().lockTransfer(unlocked, false);
        time.sleep(Duration.ofMinutes(6));
        assertThat(gandi.portfolio().detail(unlocked).status()).isEmpty();
    }

    @Test
    void snapshotsAreTakenReadRenamedAndDeleted() throws Exception {
        Gandi gandi = gandi(emulator(), "token", ALL);
        Snapshots snapshots = gandi.snapshots();
        int before = snapshots.snapshots(EXAMPLE).size();
        Zone zone = gandi.liveDns().read(EXAMPLE).zone();
        String id = snapshots.takeSnapshot(EXAMPLE, "mine");
        gandi.liveDns().put(EXAMPLE, rrset("new.example.tld", 300, new A(1)));
        List<Snapshot> all = snapshots.snapshots(EXAMPLE);
        assertThat(all).hasSize(before + 2);
        assertThat(all.get(0).automatic()).isTrue();
        assertThat(all.get(1)).isEqualTo(new Snapshot(id, "mine", FakeTime.NOON, false));
        assertThat(snapshots.snapshot(EXAMPLE, id)).isEqualTo(zone);
        assertThat(snapshots.snapshot(EXAMPLE, all.get(0).id())).isEqualTo(zone);
        assertThat(snapshots.snapshot(EXAMPLE, all.getLast().id())).isNotEqualTo(zone);
        gandi.liveDns().replaceZone(snapshots.snapshot(EXAMPLE, id));
        assertThat(gandi.liveDns().read(EXAMPLE).zone()).isEqualTo(zone);
        snapshots.renameSnapshot(EXAMPLE, id, "yours");
        assertThat(snapshots.snapshots(EXAMPLE))
                .extracting(Snapshot::name)
                .contains("yours")
                .doesNotContain("mine");
        snapshots.deleteSnapshot(EXAMPLE, id);
        snapshots.deleteSnapshot(EXAMPLE, id);
        assertThat(failure(() -> snapshots.snapshot(EXAMPLE, id)).reason())
                .isEqualTo(new Reason.NotFound(Reason.Missing.SNAPSHOT));
        assertThat(failure(() -> snapshots.snapshots(Name.of("custom-dns.tld"))).reason())
                .isEqualTo(new Reason.NotFound(Reason.Missing.ZONE));
        assertThat(failure(() -> snapshots.snapshots(Name.of("no-such-domain.tld")))
                        .reason())
                .isEqualTo(new Reason.NotFound(Reason.Missing.REGISTRATION));
    }

    @Test
    void aTokenForSomeDomainsSaysWhichAndReachesNoOthers() throws Exception {
        Gandi some = gandi(emulator(), "token", SOME);
        assertThat(some.portfolio().introspect().orElseThrow().restrictedTo())
                .containsExactly(EXAMPLE, Name.of("mail-setup.tld"));
        assertThat(some.portfolio().list(1).registrations()).hasSize(2);
        assertThat(failure(() -> some.portfolio().detail(Name.of("signed.tld"))).reason())
                .isEqualTo(new Reason.NotFound(Reason.Missing.REGISTRATION));
    }

    @Test
    void requestsAreCountedForEachCredentialRepetitionsIncluded() throws Exception {
        Emulator emulator = emulator(EmulatorOptions.standard().withLimit(3));
        Gandi gandi = gandi(emulator, "token", ALL);
        for (int i = 0; i < 4; i++) {
            gandi.liveDns().nameServers(EXAMPLE);
        }
        assertThat(statuses).contains(OptionalInt.of(429));
        assertThat(gandi.requests())
                .isEqualTo(statuses.size())
                .isEqualTo(emulator.requests().size());
    }

    @Test
    void aDelegationIsAskedForAndTakenUpLater() throws Exception {
        Emulator emulator = emulator(EmulatorOptions.standard().withRegistryDelay(Duration.ofMinutes(5)));
        Gandi gandi = gandi(emulator, "token", ALL);
        List<String> before = gandi.domains().nameServers(EXAMPLE);
        assertThat(before).hasSize(3).allSatisfy(one -> assertThat(one).endsWith(".gandi.net"));
        assertThat(gandi.liveDns().nameServers(EXAMPLE)).isEqualTo(before);
        gandi.domains().delegate(EXAMPLE, List.of("ns1.example.net.", "ns2.example.net"));
        assertThat(gandi.domains().nameServers(EXAMPLE)).isEqualTo(before);
        time.sleep(Duration.ofMinutes(6));
        assertThat(gandi.domains().nameServers(EXAMPLE)).containsExactly("ns1.example.net", "ns2.example.net");
    }

    @Test
    void aTokenTellsWhatItIs() throws Exception {
        Emulator emulator = emulator();
        Introspection info =
                gandi(emulator, "token", EXPIRING).domains().introspect().orElseThrow();
        assertThat(info.name()).hasValue("demo expiring");
        assertThat(info.scopes()).contains("domain:view", "domain:tech");
        assertThat(info.capabilities()).containsExactlyInAnyOrder(Capability.values());
        assertThat(info.restrictedTo()).isEmpty();
        assertThat(info.expiresIn()).hasValue(Duration.ofDays(6));
        assertThat(info.organizations()).extracting(Organization::id).containsExactly(FIRST);
        assertThat(gandi(emulator, "apikey", KEY).domains().introspect()).isEmpty();
        ProviderException e =
                failure(() -> gandi(emulator, "token", EXPIRED).domains().introspect());
        assertThat(e.reason()).isEqualTo(new Reason.Unauthorized(401));
    }

    @Test
    void organizationsAreListed() throws Exception {
        Emulator emulator = emulator();
        assertThat(gandi(emulator, "apikey", KEY).domains().organizations())
                .extracting(Organization::id)
                .containsExactlyInAnyOrder(FIRST, SECOND);
    }
}
