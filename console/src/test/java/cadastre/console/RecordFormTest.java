package cadastre.console;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import cadastre.dns.Presentation;
import cadastre.dns.PresentationException;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RdataType;
import cadastre.dns.RdataTypes;
import cadastre.dns.Ttl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordFormTest {
    private static final Name APEX = Name.of("example.org.");

    private static Map<String, String> sent(String owner, String type, String ttl, String... fields) {
        Map<String, String> sent = new HashMap<>(Map.of("owner", owner, "type", type, "ttl", ttl));
        for (int i = 0; i < fields.length; i++) {
            sent.put("f0-" + i, fields[i]);
        }
        return sent;
    }

    private static RRset good(Map<String, String> sent) {
        RecordForm.Result result = RecordForm.parse(sent, APEX, Optional.empty());
        assertThat(result).isInstanceOf(RecordForm.Result.Good.class);
        return ((RecordForm.Result.Good) result).rrset();
    }

    private static RecordForm bad(Map<String, String> sent) {
        RecordForm.Result result = RecordForm.parse(sent, APEX, Optional.empty());
        assertThat(result).isInstanceOf(RecordForm.Result.Bad.class);
        return ((RecordForm.Result.Bad) result).form();
    }

    private static List<String> data(RRset rrset) {
        return RecordRow.texts(rrset);
    }

    @Test
    void theFormOfEachTypeGivesBackWhatItShows() throws PresentationException {
        Map<String, String> examples = Map.ofEntries(
                Map.entry("A", "192.0.2.1"),
                Map.entry("AAAA", "2001:db8::1"),
                Map.entry("CNAME", "www.example.net."),
                Map.entry("MX", "10 mail.example.net."),
                Map.entry("TXT", "\"v=spf1 -all\" \" second\""),
                Map.entry("SRV", "0 1 443 host.example.net."),
                Map.entry("CAA", "0 issue \"letsencrypt.org; x=\\\"y\\\"\""),
                Map.entry("NS", "ns1.example.net."),
                Map.entry("HTTPS", "1 . alpn=\"h2,h3\""),
                Map.entry("TLSA", "3 1 1 0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF"),
                Map.entry("NAPTR", "100 10 \"u\" \"E2U+sip\" \"!^.*$!sip:info@example.org!\" ."),
                Map.entry("LOC", "52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m"),
                Map.entry("SSHFP", "4 2 0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF"));
        for (Map.Entry<String, String> example : examples.entrySet()) {
            RdataType type = RdataTypes.of(example.getKey());
            Rdata rdata = Presentation.rdata(type, example.getValue(), APEX);
            RRset before = new RRset(Name.of("host.example.org."), type, new Ttl(3600), List.of(rdata));
            RecordForm form = RecordForm.of(before, APEX);
            Map<String, String> sent = sent(
                    form.owner(),
                    form.type(),
                    form.ttl(),
                    form.rows().getFirst().toArray(String[]::new));

            RecordForm.Result result = RecordForm.parse(sent, APEX, Optional.of(before));
            assertThat(result).as(example.getKey()).isEqualTo(new RecordForm.Result.Good(before));
        }
    }

    @Test
    void everyTypeOfTheListHasAForm() {
        for (String mnemonic : RecordForm.types()) {
            RecordForm form = RecordForm.blank(RdataTypes.of(mnemonic), "@", "300", 1);
            assertThat(form.fields()).as(mnemonic).isNotEmpty();
            assertThat(form.rows().getFirst()).hasSameSizeAs(form.fields());
        }
    }

    @Test
    void aNameWithoutItsFinalDotIsAskedAbout() {
        Map<String, String> sent = sent("@", "MX", "1h", "10", "mail.example.net");
        RecordForm asked = bad(sent);
        assertThat(asked.cure()).isTrue();
        assertThat(asked.said("0")).contains("mail.example.net.example.org.");

        sent.put("cure", "dots");
        assertThat(data(good(sent))).containsExactly("10 mail.example.net.");
        sent.put("cure", "meant");
        assertThat(data(good(sent))).containsExactly("10 mail.example.net.example.org.");
        assertThat(data(good(sent("@", "MX", "1h", "10", "mail")))).containsExactly("10 mail.example.org.");
    }

    @Test
    void textsNeedNoQuotationMarks() {
        assertThat(data(good(sent("@", "TXT", "300", "v=spf1 include:\"x\" -all"))))
                .containsExactly("\"v=spf1 include:\\\"x\\\" -all\"");
        assertThat(data(good(sent("@", "CAA", "300", "0", "issue", "letsencrypt.org"))))
                .containsExactly("0 issue \"letsencrypt.org\"");
    }

    @Test
    void whatIsWrongIsSaidBesideItsField() {
        assertThat(bad(sent("@", "A", "1h", "not an address")).said("0")).isNotEmpty();
        assertThat(bad(sent("@", "A", "60", "192.0.2.1")).said("ttl")).startsWith("Gandi takes 300 s");
        assertThat(bad(sent("@", "A", "soon", "192.0.2.1")).said("ttl")).startsWith("Write seconds");
        assertThat(bad(sent("www.example.net.", "A", "1h", "192.0.2.1")).said("owner"))
                .contains("is not in this zone");
        assertThat(bad(sent("@", "A", "1h", "")).said("0")).startsWith("Fill in");
        assertThat(bad(sent("@", "NONE", "1h", "x")).said("type")).isEqualTo("Choose a type.");
    }

    @Test
    void emptyRecordsAreDroppedAndEqualOnesAreOne() {
        Map<String, String> sent = sent("www", "A", "1h30m", "192.0.2.1");
        sent.put("f1-0", " ");
        sent.put("f2-0", "192.0.2.1");
        RRset rrset = good(sent);
        assertThat(rrset.rdata()).hasSize(1);
        assertThat(rrset.ttl()).isEqualTo(new Ttl(5400));
    }
}
