package cadastre.server;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.register.Integration;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who gets in, who does not, and what a page elsewhere cannot do.
@ExtendWith(WithRig.class)
class DoorTest {
    private final Rig rig;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    DoorTest(Rig rig) {
        this.rig = rig;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoSignsInGetsToThePageThatWasAskedFor(boolean script) throws Exception {
        Seat seat = rig.seat();
        try (Screen screen = rig.screen(script)) {
            screen.go("/domains?q=shop");
            assertThat(screen.page().url()).contains("/sign-in?next=");
            screen.pictures("sign-in");
            screen.fill("Name", seat.name());
            screen.fill("Password", "not the password");
            screen.press("Sign in");
            screen.isTold("This name and password do not belong together.");
            screen.picture("sign-in-refused");
            assertThat(screen.field("Name").inputValue()).isEqualTo(seat.name());
            screen.fill("Password", Seat.PASSWORD);
            screen.press("Sign in");
            screen.sees("Sign out");
            assertThat(screen.page().url()).endsWith("/domains?q=shop");

            List<Cookie> cookies = screen.context().cookies();
            assertThat(cookies).extracting(cookie -> cookie.name).contains("cadastre-session", "cadastre-csrf");
            for (Cookie cookie : cookies) {
                assertThat(cookie.httpOnly).as(cookie.name).isTrue();
                assertThat(cookie.sameSite).as(cookie.name).isEqualTo(SameSiteAttribute.LAX);
            }

            screen.press("Sign out");
            screen.sees("Password");
            screen.go("/domains");
            assertThat(screen.page().url()).contains("/sign-in");
        }
    }

    @Test
    void aSessionThatWasEndedOpensNothing() throws Exception {
        Seat seat = rig.seat();
        try (Caller caller = new Caller(rig.house().address())) {
            assertThat(caller.signIn(seat.name(), Seat.PASSWORD).statusCode()).isEqualTo(303);
            List<java.net.HttpCookie> kept =
                    List.copyOf(caller.cookies().getCookieStore().getCookies());
            assertThat(caller.open("/domains").statusCode()).isEqualTo(200);
            assertThat(caller.send("/sign-out", Map.of()).statusCode()).isEqualTo(303);
            for (java.net.HttpCookie cookie : kept) {
                caller.cookies()
                        .getCookieStore()
                        .add(java.net.URI.create(rig.house().address().replace("localhost", "127.0.0.1")), cookie);
            }
            assertThat(caller.open("/domains").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void tooManyTriesFromOneAddressWait() throws Exception {
        Estate estate = rig.estate();
        try (House house = House.open(folder, rig.wire().address());
                Screen screen = new Screen(rig.browser(), house.address(), true);
                Caller elsewhere = new Caller(house.address(), "127.0.0.9")) {
            Seat seat = Rig.seat(house, estate);
            screen.go("/sign-in");
            for (int i = 0; i < 12 && !screen.text().contains("Too many tries"); i++) {
                screen.fill("Name", seat.name());
                screen.fill("Password", "guess number " + i);
                screen.press("Sign in");
            }
            screen.isTold("Too many tries from here. Try again in");
            screen.picture("sign-in-wait");
            // The right password is not looked at now, and elsewhere nobody is kept out.
            assertThat(elsewhere.signIn(seat.name(), Seat.PASSWORD).statusCode())
                    .isEqualTo(303);
        }
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() throws Exception {
        Seat seat = rig.seat();
        rig.connect(seat, Estate.Token.FULL);
        String id = rig.desk(seat).cards().getFirst().integration().id().text();
        String domain = "/domains/" + seat.estate().domain("harbour");
        Map<String, Map<String, String>> forms = Map.of(
                "/integrations/" + id + "/name",
                Map.of("name", "stolen"),
                "/integrations/" + id + "/read-only",
                Map.of("on", "true"),
                "/integrations/" + id + "/credentials",
                Map.of("token", seat.estate().token(Estate.Token.NEXT)),
                "/integrations/new/gandi",
                Map.of("token", seat.estate().token(Estate.Token.NEXT)),
                domain + "/draft/remove",
                Map.of("owner", "www", "type", "CNAME"),
                domain + "/snapshots",
                Map.of("title", "stolen"),
                "/settings/workspace",
                Map.of("name", "stolen"),
                "/sign-out",
                Map.of());
        try (Caller caller = new Caller(rig.house().address())) {
            caller.signIn(seat.name(), Seat.PASSWORD);
            Integration before = integration(seat);
            rig.emulator().forgetRequests();
            for (Map.Entry<String, Map<String, String>> form : forms.entrySet()) {
                for (String csrf : List.of("", "wrong", "0".repeat(96))) {
                    var answer = caller.sendBare(form.getKey(), form.getValue(), csrf);
                    assertThat(answer.statusCode()).as(form.getKey()).isEqualTo(403);
                    assertThat(answer.body()).contains("This was not done");
                }
            }
            assertThat(caller.open(domain).body()).doesNotContain("in draft");
            assertThat(integration(seat)).isEqualTo(before);
            assertThat(rig.emulator().requests())
                    .noneMatch(exchange ->
                            exchange.toString().contains(seat.estate().domain("harbour")));
        }
    }

    private Integration integration(Seat seat) {
        return rig.desk(seat).cards().getFirst().integration();
    }

    @ParameterizedTest
    @CsvSource({
        "https://elsewhere.example/, /",
        "//elsewhere.example, /",
        "/\\elsewhere.example, /",
        "javascript:alert(1), /",
        "'/domains\r\nSet-Cookie: a=b', /",
        "/domains?q=a, /domains?q=a",
        "'', /"
    })
    void signingInLeadsNowhereElse(String next, String leads) throws Exception {
        Seat seat = rig.seat();
        try (Caller caller = new Caller(rig.house().address())) {
            var answer = caller.send("/sign-in", Map.of("name", seat.name(), "password", Seat.PASSWORD, "next", next));
            assertThat(answer.headers().firstValue("Location")).contains(leads);
            assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).doesNotContain("a=b");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "192.0.2.1"})
    void aNameElsewhereThatMeansThisMachineDoesNotGetIn(String host) throws Exception {
        try (java.net.Socket socket = new java.net.Socket(
                java.net.InetAddress.getLoopbackAddress(), rig.house().server().port())) {
            socket.getOutputStream()
                    .write(("GET /sign-in HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Password");
        }
    }

    @Test
    void nothingButPicturesAndStylesIsKeptByBrowsers() throws Exception {
        Seat seat = rig.seat();
        try (Caller caller = new Caller(rig.house().address())) {
            assertThat(caller.signIn(seat.name(), Seat.PASSWORD)
                            .headers()
                            .firstValue("Cache-Control")
                            .orElse(""))
                    .contains("no-store");
            for (String path : List.of("/domains", "/nothing", "/guide/gandi", "/sign-in")) {
                assertThat(caller.open(path).headers().allValues("Cache-Control"))
                        .as(path)
                        .singleElement()
                        .asString()
                        .contains("no-store");
            }
            var style = caller.open("/static/console.css").headers();
            assertThat(style.firstValue("Cache-Control").orElse(""))
                    .contains("max-age=31536000")
                    .doesNotContain("no-store");
        }
    }

    @Test
    void whoIsNotSignedInReachesNoPage() throws Exception {
        try (Caller caller = new Caller(rig.house().address())) {
            for (String path :
                    List.of("/", "/domains", "/changes", "/integrations", "/settings", "/domains/a.example")) {
                var answer = caller.open(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(302);
                assertThat(answer.headers().firstValue("Location").orElse("")).contains("/sign-in");
            }
            assertThat(caller.open("/live/register").statusCode()).isEqualTo(401);
            assertThat(caller.open("/guide/gandi").statusCode()).isEqualTo(200);
        }
    }
}
