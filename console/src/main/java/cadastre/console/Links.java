package cadastre.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// How texts stand in addresses.
public final class Links {
    private Links() {}

    /// {@return the text as a value in the query of an address}
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
