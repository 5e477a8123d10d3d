package cadastre.selfhosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PowerDnsSettingsTest {
    @Test
    void everyKeyIsRead() throws ProviderException {
        assertThat(PowerDnsSettings.parse("""
                {"default_ns": ["ns1.example.com."], "zone_kind": "Master", "dnssec_on_create": true,
                 "soa_edit_api": "EPOCH", "use_views": false, "other": {"x": [1]}}
                """))
                .isEqualTo(new PowerDnsSettings(List.of("ns1.example.com"), "Master", true, Optional.of("EPOCH")));
        assertThat(PowerDnsSettings.parse("null")).isEqualTo(PowerDnsSettings.NONE);
        assertThat(PowerDnsSettings.parse("{}")).isEqualTo(PowerDnsSettings.NONE);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> PowerDnsSettings.parse("{\"zone_kind\": \"native\"}"))
                .withMessage("zone_kind is one of Native, Master, Slave, not \"native\"");
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> PowerDnsSettings.parse("{\"use_views\": true}"))
                .matches(e -> e.reason().equals(new Reason.Misconfigured("use_views")));
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> PowerDnsSettings.parse("{\"default_ns\": [\"ns1.example.com\"]}"))
                .withMessageStartingWith("default_ns (ns1.example.com) must end with a (.)");
    }
}
