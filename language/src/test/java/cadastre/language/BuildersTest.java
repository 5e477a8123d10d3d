package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SPF_BUILDER({parts: ['v=spf1', '-all'], ttl: '1h'})|@ TXT ttl=3600 'v=spf1 -all'",
                "SPF_BUILDER({label: 's', parts: ['v=spf1', '-all'], overflow: '_s%d', overhead1: 20, txtMaxSize: 200})|"
                        + "s TXT 'v=spf1 -all' overhead1:20 split:_s%d txtMaxSize:200",
                "SPF_BUILDER({parts: ['v=spf1', '-all'], flatten: ['a', 'b']})|_rawspf TXT 'v=spf1 -all';"
                        + "@ TXT 'v=spf1 -all' flatten:a,b",
                "SPF_BUILDER({parts: ['v=spf1', '-all'], flatten: ['*'], raw: ''})|@ TXT 'v=spf1 -all' flatten:*",
                "CAA_BUILDER({label: 'l', iodef: 'mailto:x', iodef_critical: true, issue: ['a', 'b'], issue_critical: true,"
                        + " issuewild: 'none', issuevmc: ['c'], issuemail: ['d'], ttl: 60})|"
                        + "l CAA ttl=60 'mailto:x' caaflag=128 caatag=iodef;l CAA ttl=60 'a' caaflag=128 caatag=issue;"
                        + "l CAA ttl=60 'b' caaflag=128 caatag=issue;l CAA ttl=60 ';' caatag=issuewild;"
                        + "l CAA ttl=60 'c' caatag=issuevmc;l CAA ttl=60 'd' caatag=issuemail",
                "CAA_BUILDER({issue: 'ca.example'})|@ CAA 'ca.example' caatag=issue",
                "DKIM_BUILDER({selector: 's', pubkey: 'P'})|s._domainkey TXT 'v=DKIM1; p=P'",
                "DKIM_BUILDER({selector: 's', label: 'l', keytype: 'ed25519', hashtypes: 'sha256', servicetypes: ['*',"
                        + " 'email'], flags: ['y', 's'], note: 'a b;é€', pubkey: 'P', ttl: 5})|"
                        + "s._domainkey.l TXT ttl=5 'v=DKIM1; h=sha256; k=ed25519; n=a=20b=3B=C3=A9=E2=82=AC; p=P; s=*:email;"
                        + " t=y:s'",
                "DKIM_BUILDER({selector: 's', flags: []})|s._domainkey TXT 'v=DKIM1; p=; t='",
                "DMARC_BUILDER({})|_dmarc TXT 'v=DMARC1; p=none'",
                "DMARC_BUILDER({label: 'l', policy: 'reject', subdomainPolicy: 'quarantine', alignmentDKIM: 'strict',"
                        + " alignmentSPF: 'r', percent: 50, rua: ['mailto:a', 'mailto:b'], ruf: ['mailto:c'],"
                        + " failureOptions: {SPF: true, DKIM: true}, failureFormat: 'afrf', reportInterval: '1h', ttl: 5})|"
                        + "_dmarc.l TXT ttl=5 'v=DMARC1; p=reject; sp=quarantine; adkim=s; aspf=r; pct=50; rua=mailto:a,mailto:b;"
                        + " ruf=mailto:c; fo=1; rf=afrf; ri=3600'",
                "DMARC_BUILDER({percent: 0, failureOptions: '1'})|_dmarc TXT 'v=DMARC1; p=none'",
                "M365_BUILDER('a.example', {label: 's', initialDomain: 'i.example', skypeForBusiness: true, mdm: true})|"
                        + "s MX 'a-example.mail.protection.outlook.com.' mxpreference=0;"
                        + "autodiscover.s CNAME 'autodiscover.outlook.com.';"
                        + "selector1._domainkey.s CNAME 'selector1-a-example._domainkey.i.example.';"
                        + "selector2._domainkey.s CNAME 'selector2-a-example._domainkey.i.example.';"
                        + "lyncdiscover.s CNAME 'webdir.online.lync.com.';sip.s CNAME 'sipdir.online.lync.com.';"
                        + "_sip._tls.s SRV 'sipdir.online.lync.com.' srvport=443 srvpriority=100 srvweight=1;"
                        + "_sipfederationtls._tcp.s SRV 'sipfed.online.lync.com.' srvport=5061 srvpriority=100 srvweight=1;"
                        + "enterpriseregistration.s CNAME 'enterpriseregistration.windows.net.';"
                        + "enterpriseenrollment.s CNAME 'enterpriseenrollment.manage.microsoft.com.'",
            })
    void aBuilderMakesRecords(String call, String records) {
        assertThat(Programs.made(call)).containsExactlyElementsOf(List.of(records.split(";(?=\\S+ [A-Z]+ )", -1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "LOC_BUILDER_DD({x: -33.8688, y: 151.2093, alt: 6})|33 52 7.68 S 151 12 33.48 E 6m 0m 0m 0m",
                "LOC_BUILDER_DMM_STR({str: '25.24°S 153.15°E'})|25 14 24 S 153 9 0 E 0m 0m 0m 0m",
                "LOC_BUILDER_DMS_STR({str: '33°51′31″S 151°12′51″E'})|33 51 31 S 151 12 51 E 0m 0m 0m 0m",
                "LOC_BUILDER_STR({str: '33°51\\'31\"S 151°12\\'51\"E'})|33 51 31 S 151 12 51 E 0m 0m 0m 0m",
                "LOC_BUILDER_STR({str: '25.24°S 153.15°E'})|25 14 24 S 153 9 0 E 0m 0m 0m 0m",
            })
    void aPlaceBecomesDegreesMinutesAndSeconds(String call, String target) {
        assertThat(Programs.records("D('a.example', REG, " + call + ");")
                        .getFirst()
                        .target())
                .isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SPF_BUILDER({})|SPF_BUILDER requires at least 2 elements",
                "DKIM_BUILDER({})|DKIM_BUILDER selector cannot be empty",
                "DKIM_BUILDER({selector: 's', version: 'X'})|DKIM_BUILDER version must be one of: DKIM1",
                "DKIM_BUILDER({selector: 's', keytype: 'dsa'})|DKIM_BUILDER keytype must be one of: rsa, ed25519, dsa given",
                "DKIM_BUILDER({selector: 's', keytype: 'rsa', hashtypes: ['md5']})|DKIM_BUILDER hashtypes for rsa must be"
                        + " one of: sha1, sha256",
                "DKIM_BUILDER({selector: 's', servicetypes: 'web'})|DKIM_BUILDER servicetypes must be one of: *, email",
                "DKIM_BUILDER({selector: 's', flags: 'z'})|DKIM_BUILDER flags must be one of: y, s",
                "DMARC_BUILDER({policy: 'x'})|Invalid DMARC policy",
                "DMARC_BUILDER({subdomainPolicy: 'x'})|Invalid DMARC subdomain policy",
                "DMARC_BUILDER({alignmentDKIM: 'x'})|Invalid DMARC DKIM alignment policy",
                "DMARC_BUILDER({alignmentSPF: 'x'})|Invalid DMARC SPF alignment policy",
                "DMARC_BUILDER({reportInterval: 'x'})|x is not a valid duration string",
                "M365_BUILDER('a-b.example', {})|M365_BUILDER requires domainGUID for domains with dashes: a-b.example",
                "M365_BUILDER('a.example', {})|M365_BUILDER requires your M365 account's initial domain to set up DKIM"
                        + " (default: enabled): a.example",
                "LOC_BUILDER_DD({})|LOC_BUILDER_DD requires x and y elements",
                "LOC_BUILDER_DMM_STR({})|LOC_BUILDER_DMM_STR requires a string of the form 25.24°S 153.15°E",
                "LOC_BUILDER_DMS_STR({str: 'x'})|LOC_BUILDER_DMS_STR requires a string of the form 33°51′31″S 151°12′51″Es"
                        + " (or 33°51'31\"S 151°12'51\"Es)",
                "LOC_BUILDER_STR({})|LOC_BUILDER_STR requires a string",
            })
    void aBuilderComplains(String call, String message) {
        assertThat(Programs.complaint(call)).isEqualTo(message);
    }

    @Test
    void aBuilderWritesNoGlobalVariables() {
        assertThat(Programs.config("var r = 1, p = 2, unit = 3, lat = 4;"
                                + "D('a.example', REG, SPF_BUILDER({parts: ['v=spf1', '-all']}), TTL_ = TXT('t', String([r, p,"
                                + " unit, lat]), TTL('1h')));")
                        .domains()
                        .getFirst()
                        .records()
                        .getLast()
                        .target())
                .isEqualTo("1,2,3,4");
    }
}
