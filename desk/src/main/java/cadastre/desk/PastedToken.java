package cadastre.desk;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.regex.Pattern;

/// What somebody pasted where a personal access token belongs. Pure; nothing of the text is repeated in a message.
///
/// Blanks, line breaks, quotation marks, a leading `Authorization:` and a leading `Bearer` are forgiven: they come
/// with the paste (`product` P1.1).
public sealed interface PastedToken {
    /// It can be a token.
    ///
    /// @param text the token alone: visible ASCII; a secret
    record Clean(String text) implements PastedToken {
        /// It may not be null.
        public Clean {
            requireNonNull(text, "text is null");
        }

        @Override
        public String toString() {
            return "Clean[not shown]";
        }
    }

    /// It cannot be one.
    ///
    /// @param message what is wrong and what to do
    record NoToken(String message) implements PastedToken {
        /// It may not be null.
        public NoToken {
            requireNonNull(message, "message is null");
        }
    }

    /// The shortest text that is taken for a token: an API key has 24 characters (`gandi-api` 1.1).
    int SHORTEST = 25;
    /// The longest.
    int LONGEST = 500;

    /// Blanks, breaks, and what of no width comes along with text from pages and mails.
    Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u200b-\\u200d\\u2060\\ufeff]+");

    /// {@return what the pasted text is}
    static PastedToken of(String pasted) {
        String text = BLANKS.matcher(pasted).replaceAll("");
        text = without(text, "authorization:");
        text = without(text, "bearer");
        text = text.replaceAll("^[\"'`]+|[\"'`]+$", "");
        if (text.isEmpty()) {
            return new NoToken("Paste the token that Gandi showed you.");
        }
        if (!text.chars().allMatch(c -> c > ' ' && c <= '~')) {
            return new NoToken("This holds signs that no token has. Copy the token once more, and only the token.");
        }
        if (text.toLowerCase(Locale.ROOT).startsWith("apikey") || text.length() < SHORTEST) {
            return new NoToken("This is too short for a token: it may be an old API key, or only a part was copied."
                    + " Make a personal access token at Gandi and paste the whole of it.");
        }
        if (text.length() > LONGEST) {
            return new NoToken("This is too long for a token. Copy the token once more, and only the token.");
        }
        return new Clean(text);
    }

    private static String without(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length()) ? text.substring(prefix.length()) : text;
    }
}
