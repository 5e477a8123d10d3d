package cadastre.gandi;

import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Where the API is: scheme, host and port.
///
/// @param origin   without a path, such as `https://api.gandi.net`
/// @param idOrigin where tokens are introspected, such as `https://id.gandi.net`
record ApiAddress(URI origin, URI idOrigin) {
    static final String DEFAULT = "https://api.gandi.net";

    private static final String PATH = "/v5";
    private static final String TOKEN_INFO = "/tokeninfo";

    /// The address that `apiurl` and `idurl` write; empty is unset.
    ///
    /// @param entry the name of the entry, for messages
    static ApiAddress parse(String entry, String apiurl, String idurl) throws ProviderException {
        URI origin = origin(entry, "apiurl", apiurl.isEmpty() ? DEFAULT : apiurl, PATH);
        URI id = idurl.isEmpty() ? idOrigin(origin) : origin(entry, "idurl", idurl, TOKEN_INFO);
        return new ApiAddress(origin, id);
    }

    /// `api.gandi.net` has `id.gandi.net` beside it, and so the sandbox; all others answer themselves.
    private static URI idOrigin(URI origin) {
        String host = origin.getHost().toLowerCase(Locale.ROOT);
        boolean gandi = host.equals("api.gandi.net") || host.equals("api.sandbox.gandi.net");
        return gandi ? URI.create(origin.toString().replaceFirst("(?i)//api\\.", "//id.")) : origin;
    }

    private static URI origin(String entry, String key, String text, String path) throws ProviderException {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw wrong(entry, key, "is no address"); // which may hold a password
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("https") || scheme.equals("http")) || uri.getHost() == null) {
            throw wrong(entry, key, "is no address that begins with https:// and a host");
        }
        if (uri.getRawUserInfo() != null) {
            throw wrong(entry, key, "holds a user");
        }
        String rest = uri.getRawPath() == null ? "" : uri.getRawPath();
        boolean known = rest.isEmpty() || rest.equals("/") || rest.equals(path) || rest.equals(path + "/");
        if (!known || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw wrong(entry, key, "has a path (" + rest + ") that is none of ours");
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return URI.create(scheme + "://" + uri.getHost() + port);
    }

    private static ProviderException wrong(String entry, String key, String what) {
        return new ProviderException(
                "credential \"" + entry + "\": " + key + " " + what,
                new Reason.Misconfigured(key),
                "Write only scheme, host and port, such as " + DEFAULT + ", or leave " + key + " out.");
    }

    /// A resource of the API.
    ///
    /// @param path  begins below `/v5/`, percent-encoded
    /// @param query without `?`; empty if there is none
    URI resource(String path, String query) {
        return URI.create(origin + PATH + "/" + path + (query.isEmpty() ? "" : "?" + query));
    }

    /// Where tokens are introspected.
    URI tokenInfo() {
        return URI.create(idOrigin + TOKEN_INFO);
    }

    /// One segment of a path. `@` and `*` may stand there as they are.
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%40", "@")
                .replace("%7E", "~");
    }

    /// A pair of a query.
    static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
