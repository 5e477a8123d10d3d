package cadastre.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns a page rule (`*.example.com/*` to `https://example.net/$2`) into the two expressions of a
/// redirect rule.
final class Redirects {
    private static final Pattern URL =
            Pattern.compile("(?:https?://)?(?<host>[^/:]+)(?::(?<port>[^/]*))?(?<path>/.*)?", Pattern.DOTALL);

    private Redirects() {}

    /// A redirect rule.
    ///
    /// @param when which requests
    /// @param then to where
    record Rule(String when, String then) {}

    private record Location(String host, String path) {
        boolean isExact() {
            return !host.contains("*") && !path.contains("*");
        }

        boolean isWholeHost() {
            return path.equals("/*");
        }

        /// Whether the host begins with the only star in it.
        boolean isBelowHost() {
            return host.startsWith("*") && host.lastIndexOf('*') == 0 && host.length() > 1;
        }
    }

    static Rule rule(String pattern, String replacement) throws RawRecords.Wrong {
        Location from = location(pattern);
        Location to = location(replacement);
        return new Rule(when(from, pattern), then(from, to, replacement));
    }

    private static Location location(String url) throws RawRecords.Wrong {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            throw new RawRecords.Wrong("conversion not implemented for pattern: " + url);
        }
        if (matcher.group("port") != null) {
            throw new RawRecords.Wrong("unimplemented port: " + GoText.quote(matcher.group("port")));
        }
        return new Location(matcher.group("host"), matcher.group("path") == null ? "/" : matcher.group("path"));
    }

    private static String when(Location from, String pattern) throws RawRecords.Wrong {
        String host = GoText.quote(from.host());
        String path = "http.request.uri.path eq " + GoText.quote(from.path());
        if (from.isExact()) {
            return "http.host eq " + host + " and " + path;
        }
        if (!from.host().contains("*") && from.isWholeHost()) {
            return "http.host eq " + host;
        }
        if (from.isBelowHost()) {
            String below = "ends_with(http.host, " + GoText.quote(from.host().substring(1)) + ")";
            if (from.isWholeHost()) {
                return below;
            }
            if (!from.path().contains("*")) {
                return below + " and " + path;
            }
        }
        throw new RawRecords.Wrong("conversion not implemented for pattern: " + pattern);
    }

    private static String then(Location from, Location to, String replacement) throws RawRecords.Wrong {
        if (!replacement.contains("$")) {
            return "concat(" + GoText.quote("https://" + to.host() + to.path()) + ", \"\")";
        }
        // The last star of the pattern is the path's.
        String path = from.host().contains("*") ? "/$2" : "/$1";
        if (from.isWholeHost() && to.path().equals(path) && !to.host().contains("$")) {
            return "concat(" + GoText.quote("https://" + to.host()) + ", http.request.uri.path)";
        }
        throw new RawRecords.Wrong("conversion not implemented for replacement: " + replacement);
    }
}
