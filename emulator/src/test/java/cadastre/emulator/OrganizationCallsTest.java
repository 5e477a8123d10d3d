package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrganizationCallsTest {
    private Gandi gandi;

    @BeforeEach
    void start() throws Exception {
        gandi = Gandi.start();
    }

    @AfterEach
    void stop() {
        gandi.close();
    }

    @Test
    void aTokenSeesItsOwnOrganization() throws Exception {
        assertThat(gandi.callAs(Gandi.VIEW, "GET", "/organization/organizations")
                        .body())
                .isEqualTo("[{\"id\":\"" + Gandi.FIRST
                        + "\",\"name\":\"first-org\",\"type\":\"company\",\"orgname\":\"First Ltd\","
                        + "\"firstname\":\"Jane\",\"lastname\":\"Doe\",\"email\":\"hostmaster@example.net\","
                        + "\"reseller\":false,"
                        + "\"corporate\":false}]");
    }

    @Test
    void aKeySeesAllOfItsOrganizations() throws Exception {
        assertThat(gandi.call("GET", "/organization/organizations").body())
                .containsSubsequence("first-org", "second-org");
        assertThat(gandi.call("GET", "/organization/organizations?sort_by=-name")
                        .body())
                .containsSubsequence("second-org", "first-org");
        assertThat(gandi.call("GET", "/organization/organizations?~name=SECOND").body())
                .startsWith("[{\"id\":\"" + Gandi.SECOND)
                .doesNotContain("first-org");
        assertThat(gandi.call("GET", "/organization/organizations?type=company").body())
                .doesNotContain("second-org");
        assertThat(gandi.call("GET", "/organization/organizations?name=nobody").body())
                .isEqualTo("[]");
        assertThat(gandi.call("GET", "/organization/organizations?sort_by=color")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void oneOrganizationIsReadById() throws Exception {
        assertThat(gandi.call("GET", "/organization/organizations/" + Gandi.SECOND)
                        .body())
                .startsWith("{\"id\":\"" + Gandi.SECOND + "\"");
        assertThat(gandi.callAs(Gandi.VIEW, "GET", "/organization/organizations/" + Gandi.SECOND)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theUserIsToldWhoItIs() throws Exception {
        assertThat(gandi.call("GET", "/organization/user-info").body())
                .contains("\"username\":\"first-org\"", "\"country\":\"FR\"");
        assertThat(gandi.callAs("Basic abc", "GET", "/organization/user-info").status())
                .isEqualTo(401);
    }
}
