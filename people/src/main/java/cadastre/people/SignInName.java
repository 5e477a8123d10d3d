package cadastre.people;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/// What somebody types to sign in: an e-mail address, or any one word.
///
/// @param text in Unicode's NFC and in lower case, 1 to 254 characters without blanks
public record SignInName(String text) {
    /// What is said about a text that is none.
    public static final String RULE = "A sign-in name has 1 to 254 characters and no blanks.";

    private static final int LONGEST = 254;

    /// Not null.
    ///
    /// @throws IllegalArgumentException if the text is not as said above
    public SignInName {
        requireNonNull(text, "text is null");
        if (!text.equals(folded(text)) || !isOneWord(text)) {
            throw new IllegalArgumentException("not a sign-in name: " + text);
        }
    }

    /// {@return the name that was typed, with its upper case and blanks around it forgiven; empty if it is none}
    public static Optional<SignInName> parse(String typed) {
        if (typed.length() > 2 * LONGEST) {
            return Optional.empty();
        }
        String text = folded(typed.strip());
        return isOneWord(text) ? Optional.of(new SignInName(text)) : Optional.empty();
    }

    private static boolean isOneWord(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && text.codePoints().allMatch(point -> switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                });
    }

    /// Lower case may undo NFC, and NFC lower case: once more makes it stay.
    private static String folded(String text) {
        String once = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        return Normalizer.normalize(once.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    /// {@return the text}
    @Override
    public String toString() {
        return text;
    }
}
