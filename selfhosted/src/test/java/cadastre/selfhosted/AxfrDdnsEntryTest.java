package cadastre.selfhosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cadastre.dns.Name;
import cadastre.lookup.TsigKey;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxfrDdnsEntryTest {
    private static AxfrDdnsEntry parse(Map<String, String> entry) throws ProviderException {
        return AxfrDdnsEntry.parse(entry, Optional.empty());
    }

    @Test
    void theFirstNameServerIsThePrimaryUnlessOneIsNamed() throws ProviderException {
        AxfrDdnsEntry listed = parse(Map.of("nameservers", "ns1.example.com,ns2.example.com."));
        AxfrDdnsEntry named = parse(Map.of("nameservers", "ns1.example.com", "master", "192.0.2.53:5353"));

        assertThat(listed.nameServers()).containsExactly("ns1.example.com", "ns2.example.com");
        assertThat(listed.primary()).hasToString("ns1.example.com:53");
        assertThat(named.primary()).hasToString("192.0.2.53:5353");
        assertThat(named.source()).isEqualTo(named.primary());
    }

    @Test
    void transfersMayComeFromElsewhere() throws ProviderException {
        AxfrDdnsEntry entry = parse(Map.of("master", "192.0.2.53", "transfer-server", "192.0.2.54"));

        assertThat(entry.source()).hasToString("192.0.2.54:53");
    }

    @Test
    void nameServersOfTheConfigurationFollowThoseOfTheEntry() throws ProviderException {
        AxfrDdnsEntry entry = AxfrDdnsEntry.parse(
                Map.of("nameservers", "ns1.example.com"), Optional.of("{\"default_ns\": [\"ns2.example.com.\"]}"));

        assertThat(entry.nameServers()).containsExactly("ns1.example.com", "ns2.example.com");
    }

    @Test
    void aKeyIsAlgorithmNameAndSecret() throws ProviderException {
        AxfrDdnsEntry entry = parse(Map.of(
                "master", "192.0.2.53", "update-key", "hmac-sha256:my-key:c2VjcmV0", "transfer-key", "md5:k:c2VjcmV0"));

        assertThat(entry.updateKey()).map(TsigKey::name).contains(Name.of("my-key."));
        assertThat(entry.transferKey()).map(TsigKey::name).contains(Name.of("k."));
        assertThat(entry.toString()).doesNotContain("c2VjcmV0");
    }

    @ParameterizedTest
    @CsvSource({
        "my-key:c2VjcmV0, invalid key format (update-key) in AXFRDDNS.TSIG",
        "sha3:my-key:c2VjcmV0, unknown algorithm (update-key) in AXFRDDNS.TSIG",
        "sha256:my-key:c2V!, cannot decode Base64 secret (update-key) in AXFRDDNS.TSIG",
        "sha256:a..b:c2VjcmV0, invalid key format (update-key) in AXFRDDNS.TSIG",
        "sha256:my-key:, cannot decode Base64 secret (update-key) in AXFRDDNS.TSIG",
    })
    void aWrongKeyIsRefusedWithoutItsSecret(String key, String message) {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> parse(Map.of("master", "192.0.2.53", "update-key", key)))
                .withMessage(message)
                .matches(e -> e.reason().equals(new Reason.Misconfigured("update-key")));
    }

    @Test
    void withoutAServerThereIsNobodyToAsk() {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> parse(Map.of()))
                .withMessage(
                        "nameservers list is empty: creds.json needs a default `nameservers` or an explicit `master`");
    }

    @Test
    void whatMeansNothingIsSaid() throws ProviderException {
        AxfrDdnsEntry entry =
                parse(Map.of("TYPE", "AXFRDDNS", "master", "192.0.2.53", "colour", "red", "update-mode", "pigeon"));

        assertThat(entry.updates()).isEqualTo(AxfrDdnsEntry.Mode.TCP);
        assertThat(entry.warnings())
                .containsExactly(
                        "AXFRDDNS: Unknown update-mode in `creds.json` (pigeon)",
                        "AXFRDDNS: unknown key in `creds.json` (colour)");
    }

    @Test
    void updatesAndTransfersTravelAsTheEntrySays() throws ProviderException {
        AxfrDdnsEntry silent = parse(Map.of("master", "192.0.2.53"));
        AxfrDdnsEntry both = parse(Map.of("master", "192.0.2.53", "update-mode", "udp", "transfer-mode", "tcp-tls"));
        AxfrDdnsEntry impossible = parse(Map.of("master", "192.0.2.53", "transfer-mode", "udp"));

        assertThat(silent.updates()).isEqualTo(AxfrDdnsEntry.Mode.TCP);
        assertThat(silent.transfers()).isEqualTo(AxfrDdnsEntry.Mode.TCP);
        assertThat(both.updates()).isEqualTo(AxfrDdnsEntry.Mode.UDP);
        assertThat(both.transfers()).isEqualTo(AxfrDdnsEntry.Mode.TLS);
        assertThat(impossible.transfers()).isEqualTo(AxfrDdnsEntry.Mode.TCP);
        assertThat(impossible.warnings()).containsExactly("AXFRDDNS: Unknown transfer-mode in `creds.json` (udp)");
    }
}
