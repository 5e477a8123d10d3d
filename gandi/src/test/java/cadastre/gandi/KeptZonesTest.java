package cadastre.gandi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cadastre.dns.A;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.RdataTypes;
import cadastre.dns.Ttl;
import cadastre.dns.Zone;
import cadastre.gandi.FakeGandi.Reply;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import cadastre.provider.Snapshot;
import cadastre.provider.Snapshots;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptZonesTest {
    private static final Name APEX = Name.of("Example.tld");
    private static final Reply GONE = Reply.json(
            404,
            "{\"object\": \"HTTPNotFound\", \"cause\": \"Not Found\", \"code\": 404,"
                    + " \"message\": \"The resource could not be found.\"}");

    private interface Call {
        void run(Snapshots snapshots) throws ProviderException;
    }

    private static ProviderException failure(FakeGandi fake, Call call) throws ProviderException {
        Snapshots snapshots = fake.gandi().snapshots();
        return catchThrowableOfType(ProviderException.class, () -> call.run(snapshots));
    }

    @Test
    void theNewestComesFirstWhateverTheOrderOfTheList() throws Exception {
        String body = "[{\"id\":\"1\",\"name\":\"one\",\"created_at\":\"2026-01-25T17:06:34Z\",\"automatic\":true},"
                + "{\"id\":\"2\",\"created_at\":\"2026-01-26T17:06:34Z\",\"automatic\":false},"
                + "{\"id\":\"3\",\"name\":\"three\",\"created_at\":\"2026-01-25T17:06:34Z\"}]";
        try (FakeGandi fake = new FakeGandi(_ -> Reply.json(200, body))) {
            assertThat(fake.gandi().snapshots().snapshots(APEX))
                    .containsExactly(
                            new Snapshot("2", "", Instant.parse("2026-01-26T17:06:34Z"), false),
                            new Snapshot("3", "three", Instant.parse("2026-01-25T17:06:34Z"), false),
                            new Snapshot("1", "one", Instant.parse("2026-01-25T17:06:34Z"), true));
            assertThat(fake.asked())
                    .containsExactly("GET /v5/livedns/domains/example.tld/snapshots?page=1&per_page=500");
        }
    }

    @Test
    void oneIsReadAsTheZoneItHolds() throws Exception {
        String body = "{\"id\":\"1\",\"zone_data\":[{\"rrset_name\":\"www\",\"rrset_type\":\"A\",\"rrset_ttl\":300,"
                + "\"rrset_values\":[\"1.2.3.4\"]}]}";
        try (FakeGandi fake = new FakeGandi(_ -> Reply.json(200, body))) {
            RRset www = new RRset(Name.of("www.example.tld"), RdataTypes.A, new Ttl(300), List.of(new A(0x01020304)));
            assertThat(fake.gandi().snapshots().snapshot(APEX, "1")).isEqualTo(Zone.of(APEX, List.of(www)));
        }
    }

    @Test
    void oneIsTakenRenamedAndDeleted() throws Exception {
        try (FakeGandi fake = new FakeGandi(target -> target.startsWith("POST")
                ? Reply.json(201, "{\"id\":\"a b\",\"message\":\"Created\"}")
                : target.startsWith("PATCH")
                        ? Reply.json(200, "{\"message\":\"ok\"}")
                        : new Reply(204, "", "", java.util.Map.of()))) {
            Snapshots snapshots = fake.gandi().snapshots();
            String id = snapshots.takeSnapshot(APEX, "before \"it\"");
            assertThat(id).isEqualTo("a b");
            snapshots.renameSnapshot(APEX, id, "after");
            snapshots.deleteSnapshot(APEX, id);
            assertThat(fake.asked())
                    .containsExactly(
                            "POST /v5/livedns/domains/example.tld/snapshots",
                            "PATCH /v5/livedns/domains/example.tld/snapshots/a%20b",
                            "DELETE /v5/livedns/domains/example.tld/snapshots/a%20b");
            assertThat(fake.bodies()).containsExactly("{\"name\":\"before \\\"it\\\"\"}", "{\"name\":\"after\"}", "");
        }
    }

    @ParameterizedTest
    @CsvSource({"id", "uuid"})
    void whatWasTakenIsNamedInTwoWays(String member) throws Exception {
        try (FakeGandi fake = new FakeGandi(_ -> Reply.json(201, "{\"" + member + "\":\"7\"}"))) {
            assertThat(fake.gandi().snapshots().takeSnapshot(APEX, "x")).isEqualTo("7");
        }
        try (FakeGandi fake = new FakeGandi(_ -> Reply.json(201, "{}"))) {
            assertThat(failure(fake, snapshots -> snapshots.takeSnapshot(APEX, "x"))
                            .reason())
                    .isEqualTo(new Reason.UnknownOutcome());
        }
    }

    @Test
    void oneThatIsGoneIsToldFromARegistrationOutOfReach() throws Exception {
        Reason gone = new Reason.NotFound(Reason.Missing.SNAPSHOT);
        try (FakeGandi fake = new FakeGandi(target -> target.contains("snapshots?") ? Reply.json(200, "[]") : GONE)) {
            assertThat(failure(fake, one -> one.snapshot(APEX, "1")).reason()).isEqualTo(gone);
            assertThat(failure(fake, one -> one.renameSnapshot(APEX, "1", "x")).reason())
                    .isEqualTo(gone);
            fake.gandi().snapshots().deleteSnapshot(APEX, "1");
            assertThat(fake.asked()).hasSize(6);
        }
        Reason outOfReach = new Reason.NotFound(Reason.Missing.REGISTRATION);
        try (FakeGandi fake = new FakeGandi(_ -> GONE)) {
            assertThat(failure(fake, one -> one.snapshot(APEX, "1")).reason()).isEqualTo(outOfReach);
            assertThat(failure(fake, one -> one.renameSnapshot(APEX, "1", "x")).reason())
                    .isEqualTo(outOfReach);
            assertThat(failure(fake, one -> one.deleteSnapshot(APEX, "1")).reason())
                    .isEqualTo(outOfReach);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "{\"zone_data\":{}}", "{\"zone_data\":[{\"rrset_name\":\"x\"}]}", "[]"})
    void whatIsNoSnapshotIsNoEmptyZone(String body) throws Exception {
        try (FakeGandi fake = new FakeGandi(_ -> Reply.json(200, body))) {
            assertThat(failure(fake, one -> one.snapshot(APEX, "1")).reason()).isEqualTo(new Reason.NotUnderstood());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[{\"id\":\"1\"}]", "[{\"created_at\":\"2026-01-25T17:06:34Z\"}]", "{}"})
    void whatIsNoListOfSnapshotsIsNotUnderstood(String body) throws Exception {
        try (FakeGandi fake = new FakeGandi(_ -> Reply.json(200, body))) {
            assertThat(failure(fake, one -> one.snapshots(APEX)).reason()).isEqualTo(new Reason.NotUnderstood());
        }
    }
}
