package cadastre.server;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody who speaks HTTP with the server, without a browser; follows no redirects.
final class Caller implements AutoCloseable {
    private static final Pattern FORM = Pattern.compile("<input type=\"hidden\" name=\"_csrf\" value=\"([^\"]+)\">");

    private final String address;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;

    Caller(String address) {
        this(address, "127.0.0.1");
    }

    /// @param from the address of this machine from which it calls
    Caller(String address, String from) {
        this.address = address.replace("//localhost:", "//127.0.0.1:");
        try {
            this.client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(cookies)
                    .localAddress(InetAddress.getByName(from))
                    .build();
        } catch (java.net.UnknownHostException e) {
            throw new IllegalArgumentException(from, e);
        }
    }

    CookieManager cookies() {
        return cookies;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /// Sends a form with what a form of ours must repeat.
    HttpResponse<String> send(String path, Map<String, String> fields) throws IOException, InterruptedException {
        Matcher form = FORM.matcher(open("/sign-in").body());
        if (!form.find()) {
            throw new AssertionError("there is no form at /sign-in");
        }
        return sendBare(path, fields, form.group(1));
    }

    /// Sends a form.
    ///
    /// @param csrf what it repeats; empty for nothing
    HttpResponse<String> sendBare(String path, Map<String, String> fields, String csrf)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        String all = csrf.isEmpty() ? body : body + (body.isEmpty() ? "" : "&") + "_csrf=" + encoded(csrf);
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(all)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        return send("/sign-in", Map.of("name", name, "password", password));
    }

    @Override
    public void close() {
        client.close();
    }
}
