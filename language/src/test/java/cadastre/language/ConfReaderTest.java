package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfReaderTest {
    private static DomainConfig domain(String members) throws ConfReader.Wrong {
        return ConfReader.read("{\"registrars\":[],\"dns_providers\":[],\"domains\":[{" + members + "}]}")
                .config()
                .domains()
                .getFirst();
    }

    @Test
    void aDomainIsReadWithItsNameInAllForms() throws Exception {
        DomainConfig domain = domain("\"name\":\"BÜCHER.example!in\",\"registrar\":\"r\",\"dnsProviders\":{\"d\":-1},"
                + "\"KeepUnknown\":true,\"nameservers\":[{\"name\":\"ns1.example.net\"}],\"unknown\":[1,{\"a\":2}]");

        assertThat(domain.name()).isEqualTo("xn--bcher-2pa.example");
        assertThat(domain.uniqueName()).isEqualTo("xn--bcher-2pa.example!in");
        assertThat(domain.tag()).isEqualTo("in");
        assertThat(domain.meta()).containsEntry("dnscontrol_nameraw", "BÜCHER.example");
        assertThat(domain.dnsProviders()).containsEntry("d", -1);
        assertThat(domain.keepUnknown()).isTrue();
        assertThat(domain.nameServers()).containsExactly("ns1.example.net");
    }

    @Test
    void aRecordIsReadWithItsFieldsWhateverTheCaseOfItsKeys() throws Exception {
        RecordConfig record = domain(
                        "\"name\":\"example.com\",\"records\":[{\"type\":\"MX\",\"Name\":\"@\",\"TTL\":300,"
                                + "\"target\":\"mail\",\"mxPreference\":10,\"meta\":{\"k\":\"v\"},\"filepos\":\"[line:1:2]\"}]")
                .records()
                .getFirst();

        assertThat(record.type()).isEqualTo("MX");
        assertThat(record.ttl()).isEqualTo(300);
        assertThat(record.number("mxpreference")).isEqualTo(10);
        assertThat(record.meta()).containsEntry("k", "v");
        assertThat(record.filepos()).isEqualTo("[line:1:2]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"mxpreference\":-1 | cannot unmarshal number -1 into Go struct field DomainConfig.domains.records.mxpreference of type uint16",
                "\"ttl\":1.5 | cannot unmarshal number 1.5 into Go struct field DomainConfig.domains.records.ttl of type uint32",
                "\"ttl\":4294967296 | cannot unmarshal number 4294967296 into Go struct field DomainConfig.domains.records.ttl of type uint32",
                "\"target\":true | cannot unmarshal bool into Go struct field DomainConfig.domains.records.target of type string",
                "\"ttl\":-1,\"caaflag\":256 | cannot unmarshal number 256 into Go struct field DomainConfig.domains.records.caaflag of type uint8",
                "\"meta\":{\"size\":5} | cannot unmarshal number into Go struct field DomainConfig.domains.records.meta of type string"
            })
    void aValueOfTheWrongKindIsNamed(String member, String message) {
        assertThatThrownBy(() -> domain("\"name\":\"example.com\",\"records\":[{\"type\":\"A\"," + member + "}]"))
                .isInstanceOf(ConfReader.Wrong.class)
                .hasMessage("json: " + message);
    }

    @Test
    void recordsOfNewerTypesAreLeftAsTheyAre() throws Exception {
        ConfReader.Read read = ConfReader.read(
                "{\"domains\":[{\"name\":\"a\"},{\"name\":\"b\",\"rawrecords\":[{\"type\":"
                        + "\"DS\",\"args\":[\"child\",1,\"x\",null],\"metas\":[{\"k\":1}],\"ttl\":60,\"filepos\":\"p\"}]}]}");

        assertThat(read.raw()).containsOnlyKeys(1);
        RawRecord raw = read.raw().getOrDefault(1, List.of()).getFirst();
        assertThat(raw.type()).isEqualTo("DS");
        assertThat(raw.args()).hasSize(4).contains("child").endsWith((Object) null);
        assertThat(raw.ttl()).isEqualTo(60);
    }

    @Test
    void theMetadataOfAProviderStaysTheTextItWas() throws Exception {
        List<ProviderDeclaration> providers = ConfReader.read(
                        "{\"dns_providers\":[{\"name\":\"a\",\"type\":\"-\",\"meta\":{\"b\":[1,\"x\"]}},{\"name\":\"b\",\"type\":\"X\"}]}")
                .config()
                .dnsProviders();

        assertThat(providers.getFirst().meta()).contains("{\"b\":[1,\"x\"]}");
        assertThat(providers.getLast().meta()).isEmpty();
    }
}
