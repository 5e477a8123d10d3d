package cadastre.provider;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Talks to addresses that users name, which are no providers: pages that a configuration fetches, places that are to
/// be
/// notified. Proxies and authorities are those of [PoliteClient]; nothing is repeated.
///
/// Messages of failures never hold the address, which may hold a secret. Thread-safe.
public final class WebClient implements AutoCloseable {
    private static final int MOST_REDIRECTS = 10;
    private static final int MOST_OCTETS = 64 << 20;

    private final Proxies proxies;
    private final HttpClient client;
    private final Reach reach;
    private final Duration patience;

    /// @param environment variables
    /// @param reach       which addresses may be asked
    /// @param patience    how long one answer may take
    /// @throws ProviderException if a variable names authorities that cannot be read
    public WebClient(Map<String, String> environment, Reach reach, Duration patience) throws ProviderException {
        Environment variables = new Environment(environment);
        this.proxies = new Proxies(variables);
        this.reach = requireNonNull(reach, "reach is null");
        this.patience = requireNonNull(patience, "patience is null");
        this.client = JdkClient.builder()
                .proxy(proxies.selector())
                .sslContext(Trust.context(variables))
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    /// An answer, whatever its status.
    ///
    /// @param status  such as 200
    /// @param headers by name in lower case; of equal names the first
    /// @param body    as UTF-8
    public record Page(int status, Map<String, String> headers, String body) {
        /// The map is copied.
        public Page {
            headers = Map.copyOf(headers);
            requireNonNull(body, "body is null");
        }
    }

    /// {@return the answer to a request; redirects are followed as browsers do}
    ///
    /// @param method  such as `GET`
    /// @param address `http` or `https`
    /// @param headers by name
    /// @param body    empty for none
    /// @throws IOException if there is none, or the address may not be asked; the message does not hold the address
    public Page send(String method, String address, Map<String, String> headers, String body) throws IOException {
        URI uri = parsed(address);
        String verb = method;
        String text = body;
        Map<String, String> sent = headers;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            requireReachable(uri);
            HttpResponse<InputStream> response = exchange(verb, uri, sent, text);
            try (InputStream in = response.body()) {
                Optional<String> location = response.headers().firstValue("location");
                if (location.isEmpty() || !isRedirect(response.statusCode())) {
                    return page(response, in);
                }
                URI next = parsed(uri.resolve(location.get()).toString());
                sent = next.getRawAuthority().equals(uri.getRawAuthority()) ? sent : withoutSecrets(sent);
                uri = next;
            }
            if (response.statusCode() < 307 && !verb.equals("HEAD")) {
                verb = "GET";
                text = "";
            }
        }
        throw new IOException("stopped after " + MOST_REDIRECTS + " redirects");
    }

    /// What one host is told is not told to the next.
    private static Map<String, String> withoutSecrets(Map<String, String> headers) {
        Map<String, String> rest = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        rest.putAll(headers);
        rest.remove("Authorization");
        rest.remove("Cookie");
        return rest;
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static URI parsed(String address) throws IOException {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException _) {
            throw new IOException("the address is no URL");
        }
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IOException("unsupported protocol scheme \"" + scheme + "\"");
        }
        if (uri.getHost() == null) {
            throw new IOException("no Host in request URL");
        }
        return uri;
    }

    /// Judged after resolution. The JDK keeps what it resolved for half a minute, so that the connection that follows
    /// goes to what was judged.
    private void requireReachable(URI uri) throws IOException {
        String host = uri.getHost();
        InetAddress[] addresses;
        try {
            addresses = InetAddress.getAllByName(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        } catch (UnknownHostException e) {
            if (via(uri).isPresent()) {
                return; // the proxy knows more names than this machine
            }
            throw new IOException("lookup " + host + ": no such host", e);
        }
        for (InetAddress address : addresses) {
            if (!reach.includes(address)) {
                throw new IOException(
                        host + " is " + address.getHostAddress() + ", which is not asked: " + reach.why());
            }
        }
    }

    private Optional<Proxies.Via> via(URI uri) throws IOException {
        try {
            return proxies.via(uri);
        } catch (ProviderException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private HttpResponse<InputStream> exchange(String method, URI uri, Map<String, String> headers, String body)
            throws IOException {
        HttpRequest.Builder request;
        try {
            request = HttpRequest.newBuilder(uri).timeout(patience);
            headers.forEach(request::setHeader);
            request.method(
                    method,
                    body.isEmpty()
                            ? HttpRequest.BodyPublishers.noBody()
                            : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
            Optional<Secret> login = via(uri).flatMap(Proxies.Via::login);
            if (login.isPresent()) {
                request.setHeader("Proxy-Authorization", "Basic " + login.get().reveal());
            }
            if (uri.getScheme().equalsIgnoreCase("http")) {
                request.version(HttpClient.Version.HTTP_1_1); // else it asks for an upgrade that few know
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IllegalArgumentException e) {
            throw new IOException("such a request cannot be sent: " + e.getMessage(), e);
        } catch (ConnectException e) {
            throw new IOException("connection refused", e);
        } catch (HttpTimeoutException e) {
            throw new IOException("no answer within " + patience.toSeconds() + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Page page(HttpResponse<InputStream> response, InputStream in) throws IOException {
        byte[] octets = in.readNBytes(MOST_OCTETS + 1);
        if (octets.length > MOST_OCTETS) {
            throw new IOException("the answer is larger than " + (MOST_OCTETS >> 20) + " MiB");
        }
        Map<String, String> headers = new TreeMap<>();
        response.headers()
                .map()
                .forEach((name, values) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new Page(response.statusCode(), headers, new String(octets, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
