package cadastre.provider;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which proxy a request goes through, by `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, as Go programs take them
/// (golang.org/x/net/http/httpproxy): upper case before lower case, the scheme of the address decides, nothing
/// towards this machine goes through a proxy.
final class Proxies {
    private final Environment environment;
    private final Bypass bypass;

    Proxies(Environment environment) {
        this.environment = environment;
        String list = environment
                .first(List.of("NO_PROXY", "no_proxy"))
                .map(Environment.Variable::value)
                .orElse("");
        this.bypass = Bypass.parse(list);
    }

    /// A proxy.
    ///
    /// @param host  a name or an address, without brackets
    /// @param login the credential of HTTP's Basic scheme, if it wants one
    record Via(String host, int port, Optional<Secret> login) {
        InetSocketAddress address() {
            return InetSocketAddress.createUnresolved(host, port);
        }
    }

    /// The proxy for `uri`, or nothing.
    ///
    /// @throws ProviderException if the variable holds what is no proxy, or one we cannot use
    Optional<Via> via(URI uri) throws ProviderException {
        boolean secure = uri.getScheme().equalsIgnoreCase("https");
        List<String> names = secure ? List.of("HTTPS_PROXY", "https_proxy") : List.of("HTTP_PROXY", "http_proxy");
        Optional<Environment.Variable> variable = environment.first(names);
        if (variable.isEmpty() || Loopback.is(uri) || bypass.covers(uri.getHost(), port(uri))) {
            return Optional.empty();
        }
        if (!secure && environment.text("REQUEST_METHOD").isPresent()) {
            // A CGI program gets a request's header `Proxy` as HTTP_PROXY.
            throw unusable(variable.get(), "it is not used where REQUEST_METHOD is set (a CGI program)");
        }
        return Optional.of(parse(variable.get()));
    }

    /// What the JDK's client asks: the same answers. Addresses whose variable is wrong were refused before.
    ProxySelector selector() {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                try {
                    return via(uri).map(one -> List.of(new Proxy(Proxy.Type.HTTP, one.address())))
                            .orElse(List.of(Proxy.NO_PROXY));
                } catch (ProviderException e) {
                    throw new IllegalStateException("the proxy was checked before", e);
                }
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {
                // The request fails with it; there is no second proxy to try.
            }
        };
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    private static Via parse(Environment.Variable variable) throws ProviderException {
        String value = variable.value();
        URI uri = uri(value.contains("://") ? value : "http://" + value);
        if (uri == null || uri.getHost() == null) {
            throw unusable(variable, "it is no address of a proxy, such as http://proxy.example.com:3128");
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http")) {
            throw unusable(variable, "a proxy is spoken to by http here, not by " + scheme);
        }
        String host = uri.getHost();
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return new Via(bare, uri.getPort() >= 0 ? uri.getPort() : 80, login(uri.getRawUserInfo()));
    }

    private static Optional<Secret> login(@Nullable String userInfo) {
        if (userInfo == null) {
            return Optional.empty();
        }
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        String password = colon < 0 ? "" : userInfo.substring(colon + 1);
        return Optional.of(Secret.basic(decoded(user), decoded(password)));
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static @Nullable URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return null; // and it is not repeated in a message: it may hold a password
        }
    }

    private static ProviderException unusable(Environment.Variable variable, String why) {
        return new ProviderException(
                "invalid proxy address in " + variable.name() + ": " + why,
                new Reason.Misconfigured(variable.name()),
                "Correct or unset " + variable.name() + ", or name the host in NO_PROXY.");
    }
}
