package cadastre.gandi;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.A;
import cadastre.dns.Cname;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Ttl;
import cadastre.dns.Txt;
import cadastre.dns.Zone;
import cadastre.emulator.Emulator;
import cadastre.emulator.EmulatorOptions;
import cadastre.emulator.Guesses;
import cadastre.provider.ProviderException;
import cadastre.provider.Reading;
import cadastre.provider.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GandiEmulatorTest extends AgainstEmulator {
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
