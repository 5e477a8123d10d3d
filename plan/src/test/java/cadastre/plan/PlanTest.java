package cadastre.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadastre.dns.A;
import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Ttl;
import cadastre.dns.Txt;
import cadastre.registration.Delegation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
    private static final Name APEX = Name.of("example.com");

    private static RRset rrset(String owner, int ttl) {
        return new RRset(Name.of(owner), new A(1).type(), new Ttl(ttl), List.of(new A(0xC0000201)));
    }

    private static Plan plan(String owner, String fingerprint) {
        RRset text = new RRset(APEX, Txt.ofText("").type(), new Ttl(300), List.of(Txt.ofText("quote \" and \\ and ü")));
        return new Plan(List.of(
                new Plan.Target.OfZone(
                        APEX,
                        fingerprint,
                        List.of(
                                new Change.Add(rrset(owner, 300)),
                                new Change.Replace(rrset("b.example.com", 300), rrset("b.example.com", 600)),
                                new Change.Remove(text))),
                new Plan.Target.OfRegistration(
                        APEX,
                        fingerprint,
                        new Plan.DelegationChange(
                                new Delegation(List.of(Name.of("ns2.example.net"), Name.of("ns1.example.net"))),
                                new Delegation(List.of(Name.of("ns9.example.net")))))));
    }

    @Test
    void aPlanIsWrittenAndReadBackEqual() throws PlanFormatException {
        Plan plan = plan("a.example.com", "f");

        assertThat(Plan.parse(plan.toJson())).isEqualTo(plan);
    }

    @Test
    void theHashNamesTheChangesAndNothingElse() {
        String hash = plan("a.example.com", "f").hash();

        assertThat(hash).hasSize(64).isEqualTo(plan("A.Example.com", "another").hash());
        assertThat(hash).isNotEqualTo(plan("c.example.com", "f").hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "nonsense | 1:1: Unrecognized token",
                "{ | 1:",
                "{\"format\":2,\"targets\":[]} | 1:11: a plan of format 2; this version reads format 1",
                "{\"format\":1} | 1:1: \"targets\" is missing",
                "{\"format\":1,\"targets\":[{\"zone\":\"a..b\",\"fingerprint\":\"f\",\"changes\":[]}]} | 1:32: a label is empty",
                "{\"format\":1,\"targets\":[]} x | 1:"
            })
    void whatIsNoPlanIsRefusedWithItsPlace(String json, String message) {
        assertThatThrownBy(() -> Plan.parse(json))
                .isInstanceOf(PlanFormatException.class)
                .hasMessageStartingWith(message);
    }
}
