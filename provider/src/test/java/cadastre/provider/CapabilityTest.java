package cadastre.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CapabilityTest {
    @Test
    void aCapabilityIsFoundByTheWordThatUsersSee() {
        for (Capability one : Capability.values()) {
            assertThat(Capability.find(one.word())).contains(one);
            assertThat(one.box()).isNotBlank();
            assertThat(one.unlocks()).isNotBlank();
        }
        assertThat(Capability.find("domain:view")).isEmpty();
    }
}
