package cadastre.gandi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cadastre.dns.A;
import cadastre.dns.Cname;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Ttl;
import cadastre.dns.Txt;
import cadastre.dns.Zone;
import cadastre.emulator.Emulator;
import cadastre.emulator.EmulatorOptions;
import cadastre.emulator.Exchange;
import cadastre.emulator.Guesses;
import cadastre.provider.Attachment;
import cadastre.provider.Capability;
import cadastre.provider.Introspection;
import cadastre.provider.ListPage;
import cadastre.provider.ListedRegistration;
import cadastre.provider.Milestone;
import cadastre.provider.Observer;
import cadastre.provider.Organization;
import cadastre.provider.Patience;
import cadastre.provider.PoliteClient;
import cadastre.provider.ProviderException;
import cadastre.provider.Reading;
import cadastre.provider.Reason;
import cadastre.provider.RegistrationDetail;
import cadastre.provider.Request;
import cadastre.provider.ServedBy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GandiEmulatorTest {
    private static final String ALL = "pat_demo_all0000000000000000000000000000";
    private static final String VIEW = "pat_demo_view000000000000000000000000000";
    private static final String EXPIRED = "pat_demo_expired000000000000000000000000";
    private static final String EXPIRING = "pat_demo_expiring00000000000000000000000";
    private static final String TWO = "pat_demo_two0000000000000000000000000000";
    private static final String KEY = "demoapikey00000000000000";
    private static final String FIRST = "00000000-0000-4000-8000-000000000001";
    private static final String SECOND = "00000000-0000-4000-8000-000000000002";
    private static final Name EXAMPLE = Name.of("example.tld");

    private final FakeTime time = new FakeTime();
    private final List<OptionalInt> statuses = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> toClose = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : toClose.reversed()) {
            one.close();
        }
    }

    private Emulator emulator(EmulatorOptions options) throws Exception {
        Emulator emulator = Emulator.start(options.withPort(0).withClock(time));
        toClose.add(emulator);
        return emulator;
    }

    private Emulator emulator() throws Exception {
        return emulator(EmulatorOptions.standard());
    }

    private Gandi gandi(Emulator emulator, String... keysAndValues) throws ProviderException {
        Map<String, String> entry = new HashMap<>(Map.of("apiurl", emulator.address()));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            entry.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        Observer observer = new Observer() {
            @Override
            public void ended(Request request, OptionalInt status) {
                statuses.add(status);
            }
        };
        PoliteClient client = new PoliteClient(new PoliteClient.Options(
                Map.of(), "Cadastre/test", time, time, new Random(1), Patience.usual(), observer));
        toClose.add(client);
        return Gandi.open("gandi", entry, client, OptionalInt.empty());
    }

    private static List<String> requests(Emulator emulator) {
        return emulator.requests().stream().map(Exchange::toString).toList();
    }

    private interface Call {
        void run() throws ProviderException;
    }

    private static ProviderException failure(Call call) {
        return catchThrowableOfType(ProviderException.class, call::run);
    }

    private static RRset rrset(String owner, int ttl, Rdata... rdata) {
        return new RRset(Name.of(owner), rdata[0].type(), new Ttl(ttl), List.of(rdata));
    }

    @Test
    void aTokenAKeyAndAnOrganizationListTheSameZones() throws Exception {
        Emulator emulator = emulator();
        List<Name> zones = gandi(emulator, "token", ALL).liveDns().zones();
        assertThat(zones).contains(EXAMPLE).doesNotContain(Name.of("example.studio"));
        assertThat(gandi(emulator, "apikey", KEY).liveDns().zones()).isEqualTo(zones);
        assertThat(gandi(emulator, "apikey", KEY, "sharing_id", FIRST).liveDns().zones())
                .isEqualTo(zones);
        assertThat(gandi(emulator, "token", ALL, "sharing_id", FIRST).liveDns().zones())
                .isEqualTo(zones);
        assertThat(gandi(emulator, "apikey", KEY, "sharing_id", SECOND)
                        .liveDns()
                        .zones())
                .contains(Name.of("example.studio"))
                .doesNotContain(EXAMPLE);
        assertThat(gandi(emulator, "token", TWO).liveDns().zones()).contains(Name.of("example.studio"));
        assertThat(emulator.requests()).hasSize(6);
    }

    @Test
    void everyZoneOfTheDemonstrationIsReadAndWrittenBackAsItIs() throws Exception {
        Emulator emulator = emulator();
        for (String token : List.of(ALL, TWO)) {
            LiveDns liveDns = gandi(emulator, "token", token).liveDns();
            for (Name apex : liveDns.zones()) {
                Reading before = liveDns.read(apex);
                assertThat(before.records())
                        .as(apex.toString())
                        .hasSizeGreaterThanOrEqualTo(before.zone().rrsets().size());
                if (before.zone().rrsets().size() < 30) {
                    for (RRset rrset : before.zone().rrsets()) {
                        liveDns.put(apex, rrset);
                    }
                } else {
                    liveDns.replaceZone(before.zone());
                }
                Reading after = liveDns.read(apex);
                assertThat(after.zone()).as(apex.toString()).isEqualTo(before.zone());
                assertThat(after.zone().fingerprint()).isEqualTo(before.zone().fingerprint());
            }
        }
    }

    @Test
    void theOrderAndSpellingOfGandiAreKept() throws Exception {
        Emulator emulator = emulator();
        Reading reading = gandi(emulator, "token", ALL).liveDns().read(EXAMPLE);
        assertThat(reading.warnings()).isEmpty();
        assertThat(reading.records())
                .map(record -> record.owner() + " " + record.ttl().seconds() + " " + record.type())
                .startsWith("example.tld. 3600 A", "example.tld. 3600 AAAA", "example.tld. 10800 MX")
                .endsWith("_dmarc.example.tld. 10800 TXT");
    }

    @Test
    void relativeTargetsAreCompletedWithTheApex() throws Exception {
        Emulator emulator = emulator();
        Reading reading = gandi(emulator, "token", ALL).liveDns().read(Name.of("relative-targets.tld"));
        assertThat(reading.records()).isNotEmpty();
        for (ResourceRecord record : reading.records()) {
            if (record.rdata() instanceof Cname(Name target)) {
                assertThat(target.toString()).endsWith(".");
                assertThat(target.labels().size()).isGreaterThan(1);
            }
        }
    }

    @Test
    void aNameStoredWithCapitalsIsChangedAndRemovedUnderItsSpelling() throws Exception {
        Emulator emulator = emulator();
        Name apex = Name.of("upper-case.tld");
        LiveDns liveDns = gandi(emulator, "token", ALL).liveDns();
        RRset stored = liveDns.read(apex).zone().rrsets().stream()
                .filter(one -> !one.owner().isSpelledLike(one.owner().lowerCase()))
                .findFirst()
                .orElseThrow();
        liveDns.put(apex, stored.withTtl(new Ttl(601)));
        Zone changed = liveDns.read(apex).zone();
        assertThat(changed.rrset(stored.key()).orElseThrow().ttl()).isEqualTo(new Ttl(601));
        assertThat(liveDns.rrset(apex, stored.key()).orElseThrow().ttl()).isEqualTo(new Ttl(601));
        liveDns.remove(apex, stored.key());
        assertThat(liveDns.read(apex).zone().rrset(stored.key())).isEmpty();
        assertThat(liveDns.rrset(apex, stored.key())).isEmpty();
        // Another spelling beside a stored one is what Gandi cannot do.
        liveDns.put(apex, stored);
        ProviderException e =
                failure(() -> liveDns.put(apex, stored.spelled(stored.owner().lowerCase())));
        assertThat(e.reason()).isInstanceOf(Reason.UnknownOutcome.class);
        assertThat(e).hasMessageStartingWith("StatusCode: 500 ; Err: 500: ");
    }

    @Test
    void anRrsetIsMadeChangedAndTakenAwayByOneRequestEach() throws Exception {
        Emulator emulator = emulator();
        LiveDns liveDns = gandi(emulator, "token", ALL).liveDns();
        RRset made = rrset("test.example.tld", 300, new A(0x01020304));
        liveDns.put(EXAMPLE, made);
        liveDns.put(EXAMPLE, made.withTtl(new Ttl(600)));
        assertThat(liveDns.read(EXAMPLE).zone().rrset(made.key())).hasValue(made.withTtl(new Ttl(600)));
        liveDns.remove(EXAMPLE, made.key());
        liveDns.remove(EXAMPLE, made.key());
        assertThat(liveDns.read(EXAMPLE).zone().rrset(made.key())).isEmpty();
        assertThat(requests(emulator).stream().filter(one -> !one.startsWith("GET")))
                .containsExactly(
                        "PUT /v5/livedns/domains/example.tld/records/test/A 201",
                        "PUT /v5/livedns/domains/example.tld/records/test/A 201",
                        "DELETE /v5/livedns/domains/example.tld/records/test/A 204",
                        "DELETE /v5/livedns/domains/example.tld/records/test/A 204");
    }

    @Test
    void aNameIsReplacedAtOnce() throws Exception {
        Emulator emulator = emulator();
        LiveDns liveDns = gandi(emulator, "token", ALL).liveDns();
        Name www = Name.of("www.example.tld");
        RRset address = rrset("www.example.tld", 300, new A(0x01020304));
        RRset text = rrset("www.example.tld", 300, Txt.ofText("x"));
        liveDns.replaceName(EXAMPLE, www, List.of(address, text));
        assertThat(liveDns.rrsetsAt(EXAMPLE, www)).containsExactly(address, text);
        assertThat(liveDns.read(EXAMPLE).zone().rrsetsAt(www)).containsExactly(address, text);
        RRset alias = rrset("www.example.tld", 300, new Cname(Name.of("example.tld")));
        liveDns.replaceName(EXAMPLE, www, List.of(alias));
        assertThat(liveDns.rrsetsAt(EXAMPLE, www)).containsExactly(alias);
        liveDns.removeName(EXAMPLE, www);
        assertThat(liveDns.rrsetsAt(EXAMPLE, www)).isEmpty();
    }

    @Test
    void anApexAndAWildcardAreNamesLikeOthers() throws Exception {
        Emulator emulator = emulator();
        LiveDns liveDns = gandi(emulator, "token", ALL).liveDns();
        RRset apex = rrset("example.tld", 300, new A(1));
        RRset wildcard = rrset("*.dev.example.tld", 300, new A(2));
        liveDns.put(EXAMPLE, apex);
        liveDns.put(EXAMPLE, wildcard);
        Zone zone = liveDns.read(EXAMPLE).zone();
        assertThat(zone.rrset(apex.key())).hasValue(apex);
        assertThat(zone.rrset(wildcard.key())).hasValue(wildcard);
        assertThat(liveDns.rrset(EXAMPLE, wildcard.key())).hasValue(wildcard);
    }

    @Test
    void aWholeZoneIsReplacedOrEmptied() throws Exception {
        Emulator emulator = emulator();
        LiveDns liveDns = gandi(emulator, "token", ALL).liveDns();
        Zone before = liveDns.read(EXAMPLE).zone();
        liveDns.empty(EXAMPLE);
        assertThat(liveDns.read(EXAMPLE).zone().isEmpty()).isTrue();
        liveDns.replaceZone(before);
        assertThat(liveDns.read(EXAMPLE).zone()).isEqualTo(before);
    }

    @Test
    void whatIsThereIsNotMadeAgainByPost() throws Exception {
        Emulator emulator = emulator();
        LiveDns liveDns = gandi(emulator, "token", ALL).liveDns();
        RRset made = rrset("new.example.tld", 300, new A(1));
        liveDns.create(EXAMPLE, made);
        liveDns.create(EXAMPLE, made);
        ProviderException e = failure(() -> liveDns.create(EXAMPLE, rrset("new.example.tld", 300, new A(2))));
        assertThat(e.reason()).isEqualTo(new Reason.Refused(409));
    }

    @Test
    void textsOfAnyOctetsComeBackAsTheyWere() throws Exception {
        Emulator emulator = emulator();
        LiveDns liveDns = gandi(emulator, "token", ALL).liveDns();
        List<String> texts = List.of(
                "",
                " leading and trailing ",
                "quote \" backslash \\ semicolon ; dollar $",
                Txt.octets("größer €"),
                "\u0000\u0001\u007f\u00ff",
                "x".repeat(255),
                "x".repeat(256),
                "y".repeat(766),
                "\\065 is no A");
        for (String text : texts) {
            RRset made = rrset("t.example.tld", 300, Txt.ofText(text));
            liveDns.put(EXAMPLE, made);
            assertThat(liveDns.read(EXAMPLE).zone().rrset(made.key())).as(text).hasValue(made);
        }
    }

    @Test
    void aLargeZoneIsReadInAsFewPagesAsAreGranted() throws Exception {
        Name large = Name.of("large-zone.tld");
        Emulator generous = emulator();
        int rrsets = gandi(generous, "token", ALL)
                .liveDns()
                .read(large)
                .zone()
                .rrsets()
                .size();
        assertThat(generous.requests()).hasSize((rrsets + 499) / 500);
        Emulator frugal =
                emulator(EmulatorOptions.standard().withGuesses(Guesses.likely().withLargestPage(100)));
        assertThat(gandi(frugal, "token", ALL).liveDns().read(large).zone().rrsets())
                .hasSize(rrsets);
        assertThat(frugal.requests()).hasSize((rrsets + 99) / 100);
    }

    @Test
    void signedZonesAreKnownBySigningKeysOrByTheRegistry() throws Exception {
        Emulator emulator = emulator();
        LiveDns liveDns = gandi(emulator, "token", ALL).liveDns();
        assertThat(liveDns.isSigned(Name.of("signed.tld"))).isTrue();
        assertThat(emulator.requests()).hasSize(1);
        assertThat(liveDns.isSigned(Name.of("signed-elsewhere.tld"))).isTrue();
        assertThat(liveDns.isSigned(EXAMPLE)).isFalse();
        assertThat(requests(emulator))
                .endsWith(
                        "GET /v5/livedns/domains/example.tld/keys 200",
                        "GET /v5/domain/domains/example.tld/dnskeys 200");
    }

    @Test
    void aZoneExistsIfItsRecordsAnswerOrTheAccountHoldsIt() throws Exception {
        Emulator emulator = emulator();
        LiveDns liveDns = gandi(emulator, "token", ALL).liveDns();
        assertThat(liveDns.exists(EXAMPLE)).isTrue();
        assertThat(liveDns.exists(Name.of("custom-dns.tld"))).isTrue();
        assertThat(liveDns.exists(Name.of("no-such-domain.tld"))).isFalse();
        assertThat(emulator.requests()).hasSize(5);
    }

    @Test
    void whatIsMissingIsSaidByItsKind() throws Exception {
        Emulator emulator = emulator();
        LiveDns liveDns = gandi(emulator, "token", ALL).liveDns();
        ProviderException unknown = failure(() -> liveDns.read(Name.of("no-such-domain.tld")));
        assertThat(unknown).hasMessage("StatusCode: 404 ; Err: 404: The resource could not be found. ");
        assertThat(unknown.reason()).isEqualTo(new Reason.NotFound(Reason.Missing.REGISTRATION));
        ProviderException elsewhere = failure(() -> liveDns.read(Name.of("custom-dns.tld")));
        assertThat(elsewhere).hasMessage("StatusCode: 404 ; Err: 404: Unknown domain ");
        assertThat(elsewhere.reason()).isEqualTo(new Reason.NotFound(Reason.Missing.ZONE));
        assertThat(elsewhere.advice().orElse("")).contains("LiveDNS");
    }

    @Test
    void aBadCredentialIsSaidToBeOne() throws Exception {
        Emulator emulator = emulator();
        ProviderException key = failure(() ->
                gandi(emulator, "apikey", "wrongapikey0000000000000").liveDns().zones());
        assertThat(key.getMessage())
                .startsWith("StatusCode: 401 ; Err: 401: The server could not verify that you authorized")
                .endsWith("has expired ");
        assertThat(key.reason()).isEqualTo(new Reason.Unauthorized(401));
        for (String token : List.of(EXPIRED, "nobody0000000000000000000000000000000000")) {
            ProviderException e =
                    failure(() -> gandi(emulator, "token", token).liveDns().zones());
            assertThat(e).hasMessage("StatusCode: 403 ; Err: 403: Access was denied to this resource. ");
            assertThat(e.reason()).isEqualTo(new Reason.Unauthorized(403));
        }
        ProviderException other = failure(() ->
                gandi(emulator, "token", ALL, "sharing_id", SECOND).liveDns().zones());
        assertThat(other.reason()).isEqualTo(new Reason.Unauthorized(403));
        assertThat(other.advice().orElse("")).contains("sharing_id");
    }

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

    @ParameterizedTest
    @EnumSource(Guesses.TooMany.class)
    void aLimitNobodyTellsUsAboutCostsTimeAndNothingElse(Guesses.TooMany shape) throws Exception {
        Emulator emulator = emulator(EmulatorOptions.standard()
                .withLimit(10)
                .withGuesses(Guesses.likely().withTooMany(shape)));
        LiveDns liveDns = gandi(emulator, "token", ALL).liveDns();
        for (int i = 0; i < 35; i++) {
            liveDns.put(EXAMPLE, rrset("n" + i + ".example.tld", 300, new A(i)));
        }
        assertThat(statuses).contains(OptionalInt.of(429));
        assertThat(statuses.stream().filter(OptionalInt.of(201)::equals)).hasSize(35);
        assertThat(time.passed()).isGreaterThan(Duration.ofMinutes(3));
        assertThat(liveDns.read(EXAMPLE).zone().rrsets().size()).isEqualTo(9 + 35);
    }

    @Test
    void withTheRightBudgetNoRequestIsTooMany() throws Exception {
        Emulator emulator = emulator(EmulatorOptions.standard().withLimit(10));
        Gandi gandi = gandi(emulator, "token", ALL, "requests_per_minute", "10");
        assertThat(gandi.perMinute()).hasValue(10);
        Duration forecast = gandi.forecast(35);
        for (int i = 0; i < 35; i++) {
            gandi.liveDns().nameServers(EXAMPLE);
        }
        assertThat(statuses).hasSize(35).containsOnly(OptionalInt.of(200));
        assertThat(time.passed()).isEqualTo(forecast);
        assertThat(forecast)
                .isBetween(Duration.ofMinutes(3), Duration.ofMinutes(3).plusSeconds(1));
    }

    @Test
    void manyAtOnceStayWithinTheBudgetEvenWhileTimeRuns() throws Exception {
        Emulator emulator = emulator(EmulatorOptions.standard().withLimit(10));
        Gandi gandi = gandi(emulator, "token", ALL, "requests_per_minute", "10");
        List<ProviderException> failures = new CopyOnWriteArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int j = 0; j < 10; j++) {
                    try {
                        gandi.liveDns().nameServers(EXAMPLE);
                    } catch (ProviderException e) {
                        failures.add(e);
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).isEmpty();
        assertThat(statuses).hasSize(60).containsOnly(OptionalInt.of(200));
        assertThat(time.passed()).isGreaterThan(Duration.ofMinutes(5));
    }
}
