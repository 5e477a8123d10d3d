package cadastre.server;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.desk.Desk;
import cadastre.desk.Proposal;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.RdataTypes;
import cadastre.register.Card;
import cadastre.register.Holding;
import cadastre.register.Integration;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What is of another workspace and what does not exist are answered alike: status, headers, body, and as many
/// statements in the database.
@ExtendWith(WithRig.class)
class SeparationTest {
    private static final int TRIES = 6;
    private static final String NO_NAME = "nobody1-00.example";

    private final Rig rig;

    SeparationTest(Rig rig) {
        this.rig = rig;
    }

    /// An address, with the name of what is of others and of what is nowhere.
    private record Question(String method, String address, Map<String, String> form, String theirs, String nowhere) {}

    /// What can be told from outside.
    private record Seen(int status, Map<String, List<String>> headers, String body) {
        /// A page may repeat what was asked for, where that is a text.
        static Seen of(HttpResponse<String> answer, String asked) {
            String word = asked.length() > 7 ? asked : "\0";
            Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
            headers.remove("date");
            headers.remove("connection"); // it ends after so many requests, whatever they were
            headers.replaceAll((_, values) ->
                    values.stream().map(value -> value.replace(word, "WORD")).toList());
            return new Seen(
                    answer.statusCode(),
                    headers,
                    answer.body()
                            .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                            .replaceAll("fresh, [^<]*", "")
                            .replace(word, "WORD"));
        }
    }

    private record Theirs(String integration, String domain, String snapshot, String change, String session) {}

    private Theirs theirs(Seat seat) throws Exception {
        rig.connect(seat, Estate.Token.FULL);
        Desk desk = rig.desk(seat);
        Name name = Name.of(seat.estate().domain("harbour"));
        Holding holding = desk.holding(name, Optional.empty()).orElseThrow();
        desk.sync(holding);
        Rig.await("the snapshots are listed", () -> !desk.snapshots(holding).isEmpty());
        desk.draft(
                holding,
                draft -> draft.remove(
                        new RRset.Key(Name.of("www." + seat.estate().domain("harbour")), RdataTypes.CNAME),
                        desk.zone(holding).orElseThrow()));
        long number = ((Proposal.Proposed) desk.propose(holding)).number();
        try (Caller caller = new Caller(rig.house().address())) {
            caller.signIn(seat.name(), Seat.PASSWORD);
        }
        String session = rig.house()
                .server()
                .store()
                .sessions()
                .of(seat.account())
                .getFirst()
                .id()
                .toString();
        return new Theirs(
                holding.integration().text(),
                seat.estate().domain("harbour"),
                desk.snapshots(holding).getFirst().id(),
                String.valueOf(number),
                session);
    }

    private static List<Question> questions(Theirs theirs, String own) {
        String integration = theirs.integration();
        String noIntegration = "int_" + "z".repeat(8);
        String domain = theirs.domain();
        String snapshot = theirs.snapshot();
        String noSnapshot = "00000000-0000-4000-8000-999999999999";
        String change = theirs.change();
        String noChange = "4000000";
        Map<String, String> none = Map.of();
        return List.of(
                new Question("GET", "/integrations/*", none, integration, noIntegration),
                new Question("GET", "/integrations/*/support.txt", none, integration, noIntegration),
                new Question("POST", "/integrations/*/name", Map.of("name", "stolen"), integration, noIntegration),
                new Question("POST", "/integrations/*/read-only", Map.of("on", "true"), integration, noIntegration),
                new Question("POST", "/integrations/*/sync", none, integration, noIntegration),
                new Question(
                        "POST",
                        "/integrations/*/credentials",
                        Map.of("token", "pat_nobody_ever_made_0000000000000000000"),
                        integration,
                        noIntegration),
                new Question("GET", "/domains?q=in:*", none, integration, noIntegration),
                new Question("GET", "/domains?q=*", none, domain, NO_NAME),
                new Question("GET", "/domains/*", none, domain, NO_NAME),
                new Question("GET", "/domains/*?owner=www&type=CNAME", none, domain, NO_NAME),
                new Question("GET", "/domains/*/name-servers", none, domain, NO_NAME),
                new Question("GET", "/domains/*/snapshots", none, domain, NO_NAME),
                new Question("GET", "/domains/*/history", none, domain, NO_NAME),
                new Question("GET", "/domains/*/registration", none, domain, NO_NAME),
                new Question("GET", "/domains/*/snapshots/" + snapshot, none, domain, NO_NAME),
                new Question("POST", "/domains/*/sync", none, domain, NO_NAME),
                new Question(
                        "POST",
                        "/domains/*/draft/keep",
                        Map.of("owner", "x", "type", "A", "ttl", "300", "f0-0", "192.0.2.1"),
                        domain,
                        NO_NAME),
                new Question("POST", "/domains/*/draft/remove", Map.of("owner", "@", "type", "A"), domain, NO_NAME),
                new Question("POST", "/domains/*/draft/forget", Map.of("owner", "@", "type", "A"), domain, NO_NAME),
                new Question("POST", "/domains/*/draft/discard", none, domain, NO_NAME),
                new Question("POST", "/domains/*/draft/name-servers", Map.of("kind", "keep"), domain, NO_NAME),
                new Question("POST", "/domains/*/review", none, domain, NO_NAME),
                new Question("POST", "/domains/*/snapshots", Map.of("title", "stolen"), domain, NO_NAME),
                new Question("POST", "/domains/*/snapshots/" + snapshot + "/delete", none, domain, NO_NAME),
                new Question("POST", "/domains/*/snapshots/" + snapshot + "/restore", none, domain, NO_NAME),
                new Question("GET", "/domains/" + own + "/snapshots/*", none, snapshot, noSnapshot),
                new Question("POST", "/domains/" + own + "/snapshots/*/delete", none, snapshot, noSnapshot),
                new Question(
                        "POST", "/domains/" + own + "/snapshots/*/name", Map.of("title", "x"), snapshot, noSnapshot),
                new Question("POST", "/domains/" + own + "/snapshots/*/restore", none, snapshot, noSnapshot),
                new Question("GET", "/changes/*", none, change, noChange),
                new Question("POST", "/changes/*/apply", Map.of("hash", "0".repeat(64)), change, noChange),
                new Question("POST", "/changes/*/discard", none, change, noChange),
                new Question("POST", "/changes/*/again", none, change, noChange),
                new Question("POST", "/changes/*/undo", none, change, noChange),
                new Question(
                        "POST",
                        "/settings/sessions/*/end",
                        none,
                        theirs.session(),
                        "00000000-0000-4000-8000-999999999999"));
    }

    private record Answer(Seen seen, long statements) {}

    /// Asks some times: what goes on by itself meanwhile only ever adds statements.
    private Answer ask(Caller caller, Question question, String word) throws Exception {
        String address = question.address().replace("*", word);
        Optional<Seen> seen = Optional.empty();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            caller.open("/sign-in");
            long before = rig.house().server().store().statements();
            HttpResponse<String> answer =
                    question.method().equals("GET") ? caller.open(address) : caller.send(address, question.form());
            least = Math.min(least, rig.house().server().store().statements() - before);
            Seen now = Seen.of(answer, word);
            seen = Optional.of(now);
        }
        return new Answer(seen.orElseThrow(), least);
    }

    private List<Integration> integrations(Seat seat) {
        return rig.desk(seat).cards().stream().map(Card::integration).toList();
    }

    @Test
    void whatIsOfOthersAndWhatIsNotThereAreTheSame() throws Exception {
        Seat other = rig.seat();
        Seat seat = rig.seat();
        Theirs theirs = theirs(other);
        rig.connect(seat, Estate.Token.FULL);
        List<Integration> before = integrations(other);
        rig.emulator().forgetRequests();
        try (Caller caller = new Caller(rig.house().address())) {
            caller.signIn(seat.name(), Seat.PASSWORD);
            for (Question question : questions(theirs, seat.estate().domain("harbour"))) {
                Answer one = ask(caller, question, question.theirs());
                Answer none = ask(caller, question, question.nowhere());

                assertThat(one.seen().status())
                        .as(question.toString())
                        .isEqualTo(none.seen().status());
                assertThat(one.seen().headers())
                        .as(question.toString())
                        .isEqualTo(none.seen().headers());
                assertThat(one.seen().body())
                        .as(question.toString())
                        .isEqualTo(none.seen().body());
                assertThat(one.statements()).as(question.toString()).isEqualTo(none.statements());
                assertThat(one.statements()).as(question.toString()).isPositive();
                if (!question.address().contains("?q=")) {
                    assertThat(one.seen().status()).as(question.toString()).isEqualTo(404);
                }
            }
        }
        assertThat(integrations(other)).isEqualTo(before);
        assertThat(rig.desk(other)
                        .rollout(Long.parseLong(theirs.change()))
                        .orElseThrow()
                        .state()
                        .isEnd())
                .isFalse();
        assertThat(rig.emulator().requests())
                .noneMatch(exchange -> exchange.toString().contains(theirs.domain()));
    }
}
