package cadastre.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/// A page of a browser as somebody uses it: by roles, labels and texts. When it is closed it tells what the browser
/// complained about, and every answer of ours without the headers that keep a page strict.
final class Screen implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "pictures");
    /// A page with a status that says no is wanted in some tests; the browser calls that an error.
    private static final Pattern EXPECTED =
            Pattern.compile("Failed to load resource: the server responded with a status of (4..|502).*");

    private static final int WIDE = 1280;
    private static final int NARROW = 390;
    private static final int HIGH = 860;

    private final boolean script;
    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Screen(Browser browser, String address, boolean script) {
        this.address = address;
        this.script = script;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address)
                .setJavaScriptEnabled(script)
                .setLocale("en-GB")
                .setTimezoneId("UTC")
                .setViewportSize(WIDE, HIGH));
        context.setDefaultTimeout((double) Rig.PATIENCE.toMillis());
        this.page = context.newPage();
        page.onConsoleMessage(this::note);
        page.onPageError(error -> complaints.add("script: " + error));
        page.onResponse(this::look);
    }

    private void note(ConsoleMessage message) {
        boolean bad = message.type().equals("error") || message.type().equals("warning");
        if (bad && !EXPECTED.matcher(message.text()).matches()) {
            complaints.add("console: " + message.text() + " at " + page.url());
        }
    }

    private void look(Response response) {
        if (!response.url().startsWith(address)) {
            complaints.add("asked elsewhere: " + response.url());
            return;
        }
        Map<String, String> headers = response.headers();
        String policy = headers.getOrDefault("content-security-policy", "");
        if (!policy.contains("default-src 'none'") || policy.contains("unsafe")) {
            complaints.add("policy \"" + policy + "\" of " + response.url());
        }
        if (!headers.getOrDefault("x-content-type-options", "").equals("nosniff")) {
            complaints.add("may be sniffed: " + response.url());
        }
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /// Goes to a page of ours.
    ///
    /// @return the status of the answer
    int go(String path) {
        Response response = page.navigate(path.startsWith("/") ? address + path : path);
        return response == null ? 0 : response.status();
    }

    void signIn(String name, String password) {
        go("/sign-in");
        fill("Name", name);
        fill("Password", password);
        press("Sign in");
        sees("Sign out");
    }

    /// Fills the field of that label.
    void fill(String label, String text) {
        field(label).fill(text);
    }

    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first();
    }

    /// Presses the button of exactly that text, the first of them.
    void press(String name) {
        button(name).first().click();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /// Follows the link of exactly that text in the content of the page, the first of them.
    void follow(String name) {
        link(name).first().click();
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.MAIN)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /// Waits for a text.
    void sees(String text) {
        assertThat(page.locator("body")).containsText(text);
    }

    void seesNot(String text) {
        assertThat(page.locator("body")).not().containsText(text);
    }

    /// Waits for a text within what is said as wrong.
    void isTold(String text) {
        assertThat(page.getByRole(AriaRole.ALERT)
                        .filter(new Locator.FilterOptions().setHasText(text))
                        .first())
                .isVisible();
    }

    /// {@return the row of a table with that text}
    Locator row(String text) {
        return page.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    /// {@return what the page shows}
    String text() {
        return page.locator("body").innerText();
    }

    /// Takes a picture.
    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + (script ? "" : "-without-script") + ".png"))
                .setFullPage(true));
    }

    /// Takes pictures in light, in dark, and on a small screen; the small page may not be wider than the screen.
    void pictures(String name) {
        picture(name);
        if (!script) {
            return;
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        picture(name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(NARROW, HIGH);
        picture(name + "-small");
        Object width = page.evaluate("document.documentElement.scrollWidth");
        if (((Number) width).intValue() > NARROW) {
            complaints.add("the small page " + name + " is " + width + " wide");
        }
        page.setViewportSize(WIDE, HIGH);
    }

    /// {@return what the browser complained about so far}
    List<String> complaints() {
        return new ArrayList<>(complaints);
    }

    @Override
    public void close() {
        context.close();
        if (!complaints.isEmpty()) {
            throw new AssertionError("the browser complained: " + String.join("\n", complaints));
        }
    }
}
