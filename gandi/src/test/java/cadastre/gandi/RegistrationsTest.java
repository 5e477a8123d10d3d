package cadastre.gandi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import cadastre.provider.Capability;
import cadastre.provider.Introspection;
import cadastre.provider.ListedRegistration;
import cadastre.provider.Milestone;
import cadastre.provider.Organization;
import cadastre.provider.Privacy;
import cadastre.provider.RegistrationDetail;
import cadastre.provider.ServedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationsTest {
    private static Json json(String text) throws Json.SyntaxException {
        return Json.read(text.replace('\'', '"'));
    }

    @Test
    void theListAndTheDetailSayTheSameInTwoForms() throws Exception {
        ListedRegistration listed = Registrations.listed(json("{'status':['clientHold'],'dates':{'created_at':"
                + "'2021-02-21T10:39:00Z','registry_ends_at':'2027-03-12T12:02:11+01:00','updated_at':'soon'},"
                + "'tags':['prod'],'fqdn':'Example.com','autorenew':true,'owner':'jdoe','orga_owner':'example-org',"
                + "'domain_owner':'Jane Doe','nameserver':{'current':'other','hosts':['ns1.example.net.']}}"));
        Map<Milestone, Instant> dates = Map.of(
                Milestone.CREATED, Instant.parse("2021-02-21T10:39:00Z"),
                Milestone.ENDS, Instant.parse("2027-03-12T11:02:11Z"));
        assertThat(listed.name()).isEqualTo(Name.of("example.com"));
        assertThat(listed.dates()).isEqualTo(dates);
        assertThat(listed.status()).containsExactly("clientHold");
        assertThat(listed.tags()).containsExactly("prod");
        assertThat(listed.autoRenew()).isTrue();
        assertThat(listed.servedBy()).isEqualTo(ServedBy.CUSTOM);
        assertThat(listed.nameServers()).containsExactly("ns1.example.net");
        assertThat(listed.account() + "/" + listed.organization() + "/" + listed.registrant())
                .isEqualTo("jdoe/example-org/Jane Doe");
        RegistrationDetail detail = Registrations.detail(json("{'fqdn':'example.com','status':['clientHold'],"
                + "'can_tld_lock':true,'services':['mailboxv2'],'tags':['prod'],'nameservers':['ns1.example.net'],"
                + "'autorenew':{'enabled':true,'duration':1},'dates':{'created_at':'2021-02-21T10:39:00Z',"
                + "'registry_ends_at':'2027-03-12T11:02:11Z'},'contacts':{'owner':{'data_obfuscated':true,"
                + "'mail_obfuscated':false}},'sharing_space':{'id':'1','name':'example-org','type':'company'}}"));
        assertThat(detail.dates()).isEqualTo(dates);
        assertThat(detail.autoRenew()).isTrue();
        assertThat(detail.lockable()).isTrue();
        assertThat(detail.servedBy()).isEqualTo(ServedBy.CUSTOM);
        assertThat(detail.services()).containsExactly("mailboxv2");
        assertThat(detail.organization()).hasValue(new Organization("1", "example-org", "company"));
        assertThat(detail.privacy()).isEqualTo(new Privacy(Optional.of(true), Optional.of(false)));
    }

    @Test
    void whatIsNotSaidIsNotMadeUp() throws Exception {
        ListedRegistration listed = Registrations.listed(json("{'fqdn':'example.com'}"));
        assertThat(listed.servedBy()).isEqualTo(ServedBy.UNKNOWN);
        assertThat(listed.dates()).isEmpty();
        assertThat(listed.autoRenew()).isFalse();
        RegistrationDetail detail = Registrations.detail(
                json("{'fqdn':'example.com','dates':null,'contacts':{'owner':null},'autorenew':false}"));
        assertThat(detail.privacy()).isEqualTo(Privacy.UNTOLD);
        assertThat(detail.organization()).isEmpty();
        assertThat(detail.lockable()).isFalse();
        assertThat(detail.servedBy()).isEqualTo(ServedBy.UNKNOWN);
        assertThatThrownBy(() -> Registrations.detail(json("{}"))).isInstanceOf(PresentationException.class);
    }

    @Test
    void allDatesOfALifeAreTold() throws Exception {
        StringBuilder dates = new StringBuilder();
        for (String member : new String[] {
            "created_at",
            "registry_created_at",
            "registry_ends_at",
            "updated_at",
            "renew_begins_at",
            "authinfo_expires_at",
            "hold_begins_at",
            "hold_ends_at",
            "deletes_at",
            "restore_ends_at",
            "pending_delete_ends_at"
        }) {
            dates.append(dates.isEmpty() ? "" : ",").append("'" + member + "':'2026-01-01T00:00:00Z'");
        }
        assertThat(Registrations.listed(json("{'fqdn':'example.com','dates':{" + dates + "}}"))
                        .dates())
                .containsOnlyKeys(Milestone.values());
    }

    @ParameterizedTest
    @CsvSource({
        "'ns-17-a.gandi.net','ns-202-b.gandi.net', '',            LIVEDNS",
        "'ns-17-a.gnadi.net','ns-2-c.gnadi.net',   '',            LIVEDNS",
        "'a.dns.gandi.net','b.dns.gandi.net',      '',            CLASSIC",
        "'ns-17-a.gandi.net','ns1.example.net',    gandilivedns,  CUSTOM",
        "'ns1.example.net','ns2.example.net',      gandilivedns,  CUSTOM",
        "'','',                                    gandilivedns,  LIVEDNS",
        "'','',                                    gandidns,      CLASSIC",
        "'','',                                    mailboxv2,     UNKNOWN"
    })
    void theNameServersSayWhoServes(String first, String second, String service, ServedBy expected) throws Exception {
        String nameServers = first.isEmpty() ? "" : "'" + first + "','" + second + "'";
        Json json = json("{'fqdn':'example.com','nameservers':[" + nameServers + "],'services':['" + service + "']}");
        assertThat(Registrations.detail(json).servedBy()).isEqualTo(expected);
    }

    @Test
    void aTokensScopesAreOurFourWords() throws Exception {
        assertThat(introspection("'domain:view','domain:renew'").capabilities())
                .containsExactly(Capability.DOMAIN_READ);
        assertThat(introspection("'domain:tech'").capabilities()).containsExactlyInAnyOrder(Capability.values());
        Introspection other = introspection("'mailbox:view'");
        assertThat(other.capabilities()).isEmpty();
        assertThat(other.scopes()).containsExactly("mailbox:view");
        assertThat(other.expiresIn()).hasValue(Duration.ofSeconds(2_591_000));
        assertThat(other.name()).hasValue("ops");
    }

    private static Introspection introspection(String scopes) throws Json.SyntaxException {
        return Registrations.introspection(
                json("{'pat_name':'ops','scope':[" + scopes + "],'expires_in':2591000,'entities':[]}"));
    }

    @Test
    void anEntityIsAnOrganizationOrADomain() throws Exception {
        Introspection said = Registrations.introspection(json("{'entities':[{'id':'1','type':'organization','name':"
                + "'Org'},{'id':'2','type':'domain','name':'example.com'},{'id':'3','type':'domain','name':'My shop..'"
                + ",'fqdn':'shop.example'},{'id':'4','type':'domain'}]}"));
        assertThat(said.organizations()).containsExactly(new Organization("1", "Org", "organization"));
        assertThat(said.restrictedTo()).containsExactly(Name.of("example.com"), Name.of("shop.example"));
    }
}
