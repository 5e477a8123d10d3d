package cadastre.gandi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cadastre.dns.A;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.RdataTypes;
import cadastre.dns.Ttl;
import cadastre.dns.Txt;
import cadastre.gandi.FakeGandi.Reply;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveDnsTest {
    private static final Name APEX = Name.of("Example.tld");

    private static Reply organizations(String target) {
        if (target.contains("/organization/organizations")) {
            return Reply.json(200, "[{\"id\":\"one\",\"name\":\"first\"},{\"id\":\"two\",\"name\":\"second\"}]");
        }
        boolean two = target.contains("sharing_id=two");
        return Reply.json(200, two ? "[{\"fqdn\":\"b.example\"},{\"fqdn\":\"a.example\"}]" : "[]");
    }

    @Test
    void aKeyWhoseFirstOrganizationHasNothingLooksAtTheOthers() throws Exception {
        try (FakeGandi fake = new FakeGandi(LiveDnsTest::organizations)) {
            assertThat(fake.gandi("token", "", "apikey", "key").liveDns().zones())
                    .map(Name::toString)
                    .containsExactly("b.example.", "a.example.");
            assertThat(fake.asked())
                    .containsExactly(
                            "GET /v5/livedns/domains?page=1&per_page=500",
                            "GET /v5/organization/organizations",
                            "GET /v5/livedns/domains?sharing_id=one&page=1&per_page=500",
                            "GET /v5/livedns/domains?sharing_id=two&page=1&per_page=500");
        }
    }

    @Test
    void aTokenBelongsToOneOrganizationAndASaidOneIsMeant() throws Exception {
        try (FakeGandi fake = new FakeGandi(LiveDnsTest::organizations)) {
            assertThat(fake.gandi().liveDns().zones()).isEmpty();
            assertThat(fake.gandi("token", "", "apikey", "key", "sharing_id", "one")
                            .liveDns()
                            .zones())
                    .isEmpty();
            assertThat(fake.asked()).hasSize(2);
        }
    }

    @Test
    void aDomainWithoutANameIsNotUnderstood() throws Exception {
        try (FakeGandi fake = new FakeGandi(_ -> Reply.json(200, "[{\"href\":\"x\"}]"))) {
            LiveDns liveDns = fake.gandi().liveDns();
            ProviderException e = catchThrowableOfType(ProviderException.class, liveDns::zones);
            assertThat(e.reason()).isInstanceOf(Reason.NotUnderstood.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"status":"active","deleted":false}]   | []          | true
            [{"status":"active","deleted":true}]    | []          | false
            [{"status":"inactive","deleted":false}] | []          | false
            [{"id":"x"}]                            | []          | true
            []                                      | [{"id":1}]  | true
            []                                      | []          | false
            """)
    void aZoneIsSignedIfAnyKeyIsInUse(String keys, String registryKeys, boolean signed) throws Exception {
        try (FakeGandi fake =
                new FakeGandi(target -> Reply.json(200, target.endsWith("/dnskeys") ? registryKeys : keys))) {
            assertThat(fake.gandi().liveDns().isSigned(APEX)).isEqualTo(signed);
            assertThat(fake.asked().getFirst()).isEqualTo("GET /v5/livedns/domains/example.tld/keys");
        }
    }

    @Test
    void aFailureToReadTheKeysIsNotTakenForUnsigned() throws Exception {
        try (FakeGandi fake = new FakeGandi(target -> target.endsWith("/dnskeys")
                ? Reply.json(403, "{\"message\":\"Access was denied to this resource.\"}")
                : Reply.json(200, "[]"))) {
            LiveDns liveDns = fake.gandi().liveDns();
            ProviderException e = catchThrowableOfType(ProviderException.class, () -> liveDns.isSigned(APEX));
            assertThat(e.reason()).isEqualTo(new Reason.Unauthorized(403));
        }
    }

    @Test
    void anAddressThatIsNotGandisIsNotTakenForAMissingZone() throws Exception {
        try (FakeGandi fake = new FakeGandi(_ -> Reply.html(404))) {
            LiveDns liveDns = fake.gandi().liveDns();
            ProviderException e = catchThrowableOfType(ProviderException.class, () -> liveDns.isSigned(APEX));
            assertThat(e.reason()).isEqualTo(new Reason.NotFound(Reason.Missing.ADDRESS));
        }
    }

    @Test
    void aChangeIsOneRequestWithTheRrsetAsAWhole() throws Exception {
        try (FakeGandi fake = new FakeGandi(_ -> Reply.json(201, "{\"message\":\"DNS Record Created\"}"))) {
            LiveDns liveDns = fake.gandi().liveDns();
            RRset a = new RRset(Name.of("WwW.example.tld"), RdataTypes.A, new Ttl(300), List.of(new A(2), new A(1)));
            RRset txt = new RRset(Name.of("www.example.tld"), RdataTypes.TXT, new Ttl(600), List.of(Txt.ofText("x")));
            liveDns.put(APEX, a);
            liveDns.replaceName(APEX, Name.of("WwW.example.tld"), List.of(a, txt));
            liveDns.remove(APEX, new RRset.Key(Name.of("example.tld"), RdataTypes.ALIAS));
            liveDns.remove(APEX, new RRset.Key(Name.of("*.0/25.example.tld"), RdataTypes.of("TYPE65280")));
            String values = "\"rrset_ttl\":300,\"rrset_values\":[\"0.0.0.1\",\"0.0.0.2\"]}";
            assertThat(fake.asked())
                    .containsExactly(
                            "PUT /v5/livedns/domains/example.tld/records/WwW/A",
                            "PUT /v5/livedns/domains/example.tld/records/WwW",
                            "DELETE /v5/livedns/domains/example.tld/records/@/ALIAS",
                            "DELETE /v5/livedns/domains/example.tld/records/*.0%2F25/TYPE65280");
            assertThat(fake.bodies())
                    .containsExactly(
                            "{" + values,
                            "{\"items\":[{\"rrset_type\":\"A\"," + values
                                    + ",{\"rrset_type\":\"TXT\",\"rrset_ttl\":600,\"rrset_values\":[\"\\\"x\\\"\"]}]}",
                            "",
                            "");
        }
    }

    @Test
    void aNameIsNotReplacedByNothingOrByAnother() throws Exception {
        try (FakeGandi fake = new FakeGandi(_ -> Reply.json(201, "{}"))) {
            LiveDns liveDns = fake.gandi().liveDns();
            Name www = Name.of("www.example.tld");
            RRset other = new RRset(Name.of("x.example.tld"), RdataTypes.A, new Ttl(300), List.of(new A(1)));
            assertThatThrownBy(() -> liveDns.replaceName(APEX, www, List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> liveDns.replaceName(APEX, www, List.of(other)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> liveDns.put(Name.of("example.net"), other))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(fake.asked()).isEmpty();
        }
    }

    @Test
    void nameServersAreSaidAsGandiSaysThem() throws Exception {
        try (FakeGandi fake = new FakeGandi(_ -> Reply.json(200, "[\"NS1.example.net.\",\"ns2.example.net\"]"))) {
            assertThat(fake.gandi().liveDns().nameServers(APEX)).containsExactly("NS1.example.net.", "ns2.example.net");
            assertThat(fake.gandi().domains().nameServers(APEX)).containsExactly("NS1.example.net.", "ns2.example.net");
            assertThat(fake.asked())
                    .containsExactly(
                            "GET /v5/livedns/domains/example.tld/nameservers",
                            "GET /v5/domain/domains/example.tld/nameservers");
        }
    }
}
