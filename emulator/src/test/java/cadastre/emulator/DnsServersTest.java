package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

class DnsServersTest {
    private static final String RESOLVER = "127.0.0.1";
    private static final String A = "127.0.0.2";
    private static final String B = "127.0.0.3";
    private static final String C = "127.0.0.4";
    private static final String ZONE = "/livedns/domains/example.com";

    private static Gandi start() throws Exception {
        return Gandi.start(options -> options.withDns(0));
    }

    private static Message ask(Gandi gandi, String server, String name, int type) throws Exception {
        return DnsQuery.udp(server, gandi.emulator().dnsPort().orElseThrow(), DnsQuery.question(name, type));
    }

    private static List<String> rdata(Message answer) {
        return answer.getSection(Section.ANSWER).stream()
                .map(Record::rdataToString)
                .sorted()
                .toList();
    }

    private static long serial(Gandi gandi, String server) throws Exception {
        return ((SOARecord) ask(gandi, server, "example.com", Type.SOA)
                        .getSection(Section.ANSWER)
                        .getFirst())
                .getSerial();
    }

    @Test
    void everyGroupServesTheZoneWithWhatTheApiHides() throws Exception {
        try (Gandi gandi = start()) {
            List<String> servers = gandi.emulator().nameServers("example.com").stream()
                    .map(name -> name + ".")
                    .sorted()
                    .toList();
            for (String server : List.of(A, B, C)) {
                assertThat(rdata(ask(gandi, server, "www.example.com", Type.A))).containsExactly("192.0.2.2");
                assertThat(rdata(ask(gandi, server, "example.com", Type.NS))).isEqualTo(servers);
                assertThat(serial(gandi, server))
                        .isEqualTo(gandi.emulator().zoneState("example.com").serial());
            }
            assertThat(gandi.call("GET", ZONE + "/records").body()).doesNotContain("SOA", "\"NS\"");
        }
    }

    @Test
    void theSerialIsTheTimeOfTheLastChangeAndGrowsWithEach() throws Exception {
        try (Gandi gandi = start()) {
            long first = serial(gandi, A);
            gandi.call("PUT", ZONE + "/records/x/A", "{\"rrset_values\": [\"192.0.2.9\"]}");
            gandi.call("PUT", ZONE + "/records/y/A", "{\"rrset_values\": [\"192.0.2.9\"]}");
            assertThat(serial(gandi, A)).isEqualTo(first + 2);
            gandi.advance(Duration.ofHours(1));
            gandi.call("PUT", ZONE + "/records/z/A", "{\"rrset_values\": [\"192.0.2.9\"]}");
            assertThat(serial(gandi, A))
                    .isEqualTo(Gandi.START.plus(Duration.ofHours(1)).getEpochSecond());
        }
    }

    @Test
    void aServerThatLagsShowsTheOldZoneForAWhile() throws Exception {
        try (Gandi gandi = start()) {
            gandi.emulator().setPublicationDelay("b", Duration.ofSeconds(30));
            gandi.emulator().setPublicationDelay("c", Duration.ofMinutes(10));
            long before = serial(gandi, C);
            gandi.advance(Duration.ofSeconds(5));
            gandi.call("PUT", ZONE + "/records/new/A", "{\"rrset_values\": [\"192.0.2.9\"]}");
            assertThat(ask(gandi, A, "new.example.com", Type.A).getRcode()).isEqualTo(Rcode.NOERROR);
            assertThat(ask(gandi, B, "new.example.com", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
            gandi.advance(Duration.ofSeconds(30));
            assertThat(ask(gandi, B, "new.example.com", Type.A).getRcode()).isEqualTo(Rcode.NOERROR);
            assertThat(serial(gandi, C)).isEqualTo(before);
            gandi.call("PUT", ZONE + "/records/newer/A", "{\"rrset_values\": [\"192.0.2.9\"]}");
            gandi.advance(Duration.ofMinutes(10).minusSeconds(30));
            assertThat(ask(gandi, C, "new.example.com", Type.A).getRcode()).isEqualTo(Rcode.NOERROR);
            assertThat(ask(gandi, C, "newer.example.com", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
            gandi.advance(Duration.ofSeconds(30));
            assertThat(ask(gandi, C, "newer.example.com", Type.A).getRcode()).isEqualTo(Rcode.NOERROR);
        }
    }

    @Test
    void aDelayBeyondAnHourIsRefused() throws Exception {
        try (Gandi gandi = start()) {
            assertThatThrownBy(() -> gandi.emulator().setPublicationDelay("a", Duration.ofHours(2)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> gandi.emulator().setPublicationDelay("d", Duration.ofSeconds(2)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        try (Gandi gandi = Gandi.start()) {
            assertThat(gandi.emulator().dnsPort()).isEmpty();
            assertThatThrownBy(() -> gandi.emulator().setPublicationDelay("a", Duration.ofSeconds(2)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void anAliasIsAnsweredFromOwnZones() throws Exception {
        try (Gandi gandi = start()) {
            gandi.call(
                    "PUT",
                    "/livedns/domains/example.org/records",
                    "{\"items\": [{\"rrset_name\": \"@\", \"rrset_type\": \"ALIAS\", \"rrset_ttl\": 400,"
                            + " \"rrset_values\": [\"www.example.com.\"]}]}");
            for (String server : List.of(A, RESOLVER)) {
                Message answer = ask(gandi, server, "example.org", Type.A);
                assertThat(rdata(answer)).as(server).containsExactly("192.0.2.2");
                assertThat(answer.getSection(Section.ANSWER).getFirst().getTTL())
                        .isEqualTo(300);
                assertThat(ask(gandi, server, "example.org", Type.AAAA).getSection(Section.ANSWER))
                        .isEmpty();
            }
        }
    }

    @Test
    void anAliasThatLeadsAwayFailsWithoutAResolver() throws Exception {
        try (Gandi gandi = start()) {
            String alias = "{\"items\": [{\"rrset_name\": \"@\", \"rrset_type\": \"ALIAS\","
                    + " \"rrset_values\": [\"host.elsewhere.test.\"]}]}";
            gandi.call("PUT", "/livedns/domains/example.org/records", alias);
            assertThat(ask(gandi, A, "example.org", Type.A).getRcode()).isEqualTo(Rcode.SERVFAIL);
        }
    }

    @Test
    void whatIsNotHereIsAskedOfTheOtherResolver() throws Exception {
        try (Gandi other = start()) {
            InetSocketAddress resolver = new InetSocketAddress(
                    java.net.InetAddress.ofLiteral(RESOLVER),
                    other.emulator().dnsPort().orElseThrow());
            EmulatorOptions options = EmulatorOptions.standard().withDns(0).withResolver(resolver);
            String portfolio = """
                    {"organizations": [{"id": "1", "name": "one"}], "domains": [
                      {"fqdn": "here.example", "organization": "one", "records": [
                        {"rrset_name": "@", "rrset_type": "ALIAS", "rrset_values": ["www.example.com."]},
                        {"rrset_name": "www", "rrset_type": "CNAME", "rrset_values": ["example.com."]}]}]}
                    """;
            try (Emulator emulator = Emulator.start(options, Portfolio.parse("one", portfolio, options))) {
                int port = emulator.dnsPort().orElseThrow();
                for (String server : List.of(A, RESOLVER)) {
                    Message answer = DnsQuery.udp(server, port, DnsQuery.question("here.example", Type.A));
                    assertThat(rdata(answer)).as(server).containsExactly("192.0.2.2");
                }
                Message chain = DnsQuery.udp(RESOLVER, port, DnsQuery.question("www.here.example", Type.A));
                assertThat(rdata(chain)).containsExactly("192.0.2.1", "example.com.");
            }
        }
    }

    @Test
    void theResolverFollowsTheRegistryAndNotWhatLiveDnsStillHolds() throws Exception {
        try (Gandi gandi = start()) {
            assertThat(rdata(ask(gandi, RESOLVER, "www.example.com", Type.A))).containsExactly("192.0.2.2");
            gandi.call("PUT", "/domain/domains/example.com/nameservers", "{\"nameservers\": [\"ns1.example.net\"]}");
            assertThat(rdata(ask(gandi, RESOLVER, "www.example.com", Type.A))).containsExactly("192.0.2.2");
            gandi.advance(Duration.ofSeconds(3));
            assertThat(ask(gandi, RESOLVER, "www.example.com", Type.A).getRcode())
                    .isEqualTo(Rcode.SERVFAIL);
            assertThat(rdata(ask(gandi, A, "www.example.com", Type.A))).containsExactly("192.0.2.2");
        }
    }

    @Test
    void theResolverKnowsWhereTheNameServersAre() throws Exception {
        try (Gandi gandi = start()) {
            for (String name : gandi.emulator().nameServers("example.com")) {
                String expected = name.contains("-a.") ? A : name.contains("-b.") ? B : C;
                assertThat(rdata(ask(gandi, RESOLVER, name, Type.A))).containsExactly(expected);
            }
            Message answer = ask(gandi, RESOLVER, "example.com", Type.SOA);
            assertThat(answer.getHeader().getFlag(Flags.RA)).isTrue();
            assertThat(answer.getHeader().getFlag(Flags.AA)).isFalse();
        }
    }

    @Test
    void aNameThatNobodyHereKnowsIsRefusedByNameServers() throws Exception {
        try (Gandi gandi = start()) {
            assertThat(ask(gandi, A, "example.net", Type.A).getRcode()).isEqualTo(Rcode.REFUSED);
            assertThat(ask(gandi, RESOLVER, "example.net", Type.A).getRcode()).isEqualTo(Rcode.SERVFAIL);
        }
    }

    @Test
    void octetsThatAreNoQuestionAreAnsweredAsTheyDeserve() throws Exception {
        try (Gandi gandi = start()) {
            int port = gandi.emulator().dnsPort().orElseThrow();
            Message update = Message.newQuery(
                    Record.newRecord(org.xbill.DNS.Name.fromString("example.com."), Type.SOA, DClass.IN));
            update.getHeader().setOpcode(Opcode.UPDATE);
            assertThat(DnsQuery.udp(A, port, update).getRcode()).isEqualTo(Rcode.NOTIMP);
            Message newer = DnsQuery.question("example.com", Type.SOA);
            newer.addRecord(new OPTRecord(1232, 0, 1), Section.ADDITIONAL);
            assertThat(DnsQuery.udp(A, port, newer).getRcode()).isEqualTo(Rcode.BADVERS);
            byte[] cut = DnsQuery.question("example.com", Type.SOA).toWire();
            Message malformed = new Message(DnsQuery.udp(A, port, java.util.Arrays.copyOf(cut, cut.length - 3)));
            assertThat(malformed.getRcode()).isEqualTo(Rcode.FORMERR);
            assertThat(serial(gandi, A)).as("it still answers").isPositive();
        }
    }

    @Test
    void aZoneIsTransferredToARegisteredSecondaryThatSigns() throws Exception {
        try (Gandi gandi = start()) {
            int port = gandi.emulator().dnsPort().orElseThrow();
            StringBuilder items = new StringBuilder();
            for (int i = 0; i < 2_000; i++) {
                items.append(i == 0 ? "" : ",")
                        .append("{\"rrset_name\": \"n" + i + "\", \"rrset_type\": \"A\","
                                + " \"rrset_values\": [\"192.0.2.7\"]}");
            }
            gandi.call("PUT", ZONE + "/records", "{\"items\": [" + items + "]}");
            assertThat(transfer(port, null)).as("nobody is registered").containsExactly(Rcode.REFUSED, 0);

            gandi.call("PUT", ZONE + "/axfr/slaves/127.0.0.1");
            assertThat(transfer(port, null)).as("no key is registered").containsExactly(Rcode.NOERROR, 2_005);

            RawConnection.Reply made = gandi.call("POST", "/livedns/axfr/tsig");
            String id = member(made.body(), "id");
            RawConnection.Reply detail = gandi.call("GET", "/livedns/axfr/tsig/" + id);
            gandi.call("PUT", ZONE + "/axfr/tsig/" + id);
            assertThat(transfer(port, null)).as("not signed").containsExactly(Rcode.REFUSED, 0);
            assertThat(transfer(port, key(member(detail.body(), "key_name"), member(detail.body(), "secret"))))
                    .containsExactly(Rcode.NOERROR, 2_005);
            assertThat(transfer(port, key(member(detail.body(), "key_name"), "AAAA")))
                    .as("another secret")
                    .containsExactly(Rcode.NOTAUTH, 0);
            assertThat(transfer(port, key("other.example.net", member(detail.body(), "secret"))))
                    .as("another key")
                    .containsExactly(Rcode.NOTAUTH, 0);
        }
    }

    /// {@return the response code and how many records came}
    private static List<Integer> transfer(int port, @org.jspecify.annotations.Nullable TSIG key) throws Exception {
        Message query = DnsQuery.question("example.com", Type.AXFR);
        if (key != null) {
            key.apply(query, null);
        }
        List<Message> answers = DnsQuery.transfer(A, port, query.toWire());
        if (key != null && answers.getFirst().getRcode() == Rcode.NOERROR) {
            TSIG.StreamVerifier verifier = new TSIG.StreamVerifier(key, query.getTSIG());
            for (int i = 0; i < answers.size(); i++) {
                Message answer = answers.get(i);
                int error = verifier.verify(answer, answer.toWire(), i == answers.size() - 1);
                assertThat(error)
                        .as("message %d: %s", i, verifier.getErrorMessage())
                        .isEqualTo(Rcode.NOERROR);
            }
        }
        int records = answers.stream()
                .mapToInt(answer -> answer.getSection(Section.ANSWER).size())
                .sum();
        return List.of(answers.getFirst().getRcode(), records);
    }

    private static TSIG key(String name, String secret) {
        javax.crypto.SecretKey key = new javax.crypto.spec.SecretKeySpec(
                java.util.Base64.getDecoder().decode(secret), "HmacSHA512");
        return new TSIG(TSIG.HMAC_SHA512, DnsRecords.absolute(name), key, Clock.fixed(Gandi.START, ZoneOffset.UTC));
    }

    private static String member(String json, String name) {
        java.util.regex.Matcher matcher =
                java.util.regex.Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        assertThat(matcher.find()).as(json).isTrue();
        return matcher.group(1);
    }

    @Test
    void theApiAndTheNameServersHoldTheSame() throws Exception {
        try (Gandi gandi = start()) {
            gandi.call("PUT", ZONE + "/records/t/TXT", "{\"rrset_values\": [\"\\\"a\\\\\\\"b\\\" \\\"c\\\"\"]}");
            Record text = ask(gandi, A, "t.example.com", Type.TXT)
                    .getSection(Section.ANSWER)
                    .getFirst();
            assertThat(((TXTRecord) text).getStrings()).containsExactly("a\\\"b", "c");
            gandi.call("DELETE", ZONE + "/records/t/TXT");
            assertThat(ask(gandi, A, "t.example.com", Type.TXT).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        }
    }
}
