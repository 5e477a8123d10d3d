package cadastre.server;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Signs in to a demonstration and fetches its pages once, so that a class data cache can be trained on them.
final class Rehearsal {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final List<String> PAGES = List.of(
            "",
            "domains",
            "domains?q=expires%3C60d",
            "domains/example.tld",
            "domains/example.tld?add=MX",
            "domains/example.tld/name-servers",
            "domains/example.tld/snapshots",
            "domains/example.tld/history",
            "domains/example.tld/registration",
            "integrations",
            "integrations/new/gandi",
            "changes",
            "settings",
            "guide/gandi",
            "static/console.css");

    private Rehearsal() {}

    /// @throws Complaint if a page is not as it should be
    static void run(String address) throws Complaint, IOException {
        try (HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            String form = get(client, address + "sign-in");
            Matcher csrf = CSRF.matcher(form);
            if (!csrf.find()) {
                throw new Complaint("the page to sign in has no form");
            }
            String body = "_csrf=" + encoded(csrf.group(1)) + "&name=" + encoded(Demonstration.NAME) + "&password="
                    + encoded(Demonstration.PASSWORD);
            HttpResponse<String> entered = send(
                    client,
                    HttpRequest.newBuilder(URI.create(address + "sign-in"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build());
            if (entered.statusCode() != 303) {
                throw new Complaint("signing in was answered with " + entered.statusCode());
            }
            for (String page : PAGES) {
                get(client, address + page);
            }
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String get(HttpClient client, String address) throws Complaint, IOException {
        HttpResponse<String> answer =
                send(client, HttpRequest.newBuilder(URI.create(address)).build());
        if (answer.statusCode() != 200) {
            throw new Complaint(address + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
