package cadastre.people;

import static java.util.Objects.requireNonNull;

import cadastre.vault.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which passwords are taken: long ones that are not among the first to be guessed. Nothing is asked of which
/// characters they have.
public final class PasswordRules {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;
    private static final int SHORTEST_NAME = 3;
    private static final int FEWEST_OTHERS = 6;
    private static final int SHORTEST_NUMBER = 16;
    private static final List<String> ORDERS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "01234567890123456789",
            "qwertyuiop[]",
            "asdfghjkl;'",
            "zxcvbnm,./",
            "qwertzuiop",
            "yxcvbnm",
            "azertyuiop",
            "qsdfghjklm",
            "wxcvbn",
            "1q2w3e4r5t6z7u8i9o0p",
            "1q2w3e4r5t6y7u8i9o0p",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/");
    private static final int RUN = 4;
    private static final String LIKE_LETTERS = "0134578@$!";
    private static final String LETTERS = "oieastbasi";
    private static final Set<String> WORDS = words();

    private PasswordRules() {}

    private static Set<String> words() {
        try (InputStream file = PasswordRules.class.getResourceAsStream("refused-passwords.txt")) {
            String text =
                    new String(requireNonNull(file, "the list is missing").readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("the list of refused passwords cannot be read", e);
        }
    }

    /// {@return why `password` is not taken for the account that signs in as `name`; empty if it is}
    public static Optional<PasswordObjection> objection(Secret password, SignInName name) {
        String text = Normalizer.normalize(password.text(), Normalizer.Form.NFC);
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST) {
            return Optional.of(PasswordObjection.SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(PasswordObjection.LONG);
        }
        String folded = text.toLowerCase(Locale.ROOT);
        if (isPattern(folded)) {
            return Optional.of(PasswordObjection.PATTERN);
        }
        if (isName(folded, name.text())) {
            return Optional.of(PasswordObjection.NAME);
        }
        return isCommon(folded) ? Optional.of(PasswordObjection.COMMON) : Optional.empty();
    }

    /// Whether it is few characters, a short number, something short repeated, or runs of an order with nothing
    /// else.
    private static boolean isPattern(String text) {
        boolean isNumber = text.codePoints().noneMatch(Character::isLetter);
        if (text.chars().distinct().count() < 5 || (isNumber && text.length() < SHORTEST_NUMBER)) {
            return true;
        }
        for (int period = 1; period <= text.length() / 3; period++) {
            if (text.startsWith(text.substring(period))) {
                return true;
            }
        }
        int place = 0;
        while (place < text.length()) {
            int run = longestRun(text, place);
            if (run < RUN) {
                return false;
            }
            place += run;
        }
        return true;
    }

    private static int longestRun(String text, int place) {
        int longest = 0;
        for (String order : ORDERS) {
            for (String one : List.of(order, new StringBuilder(order).reverse().toString())) {
                int length = longest;
                while (place + length < text.length() && one.contains(text.substring(place, place + length + 1))) {
                    length++;
                }
                longest = length;
            }
        }
        return longest;
    }

    /// Whether it is the name, or what stands before its `@`, with fewer than six other characters.
    private static boolean isName(String text, String name) {
        String account = name.contains("@") ? name.substring(0, name.indexOf('@')) : name;
        return List.of(name, account).stream()
                .filter(one -> one.length() >= SHORTEST_NAME && text.contains(one))
                .anyMatch(one -> text.replace(one, "").length() < FEWEST_OTHERS);
    }

    /// Whether, with and without its digits and signs read as the letters they look like, only words of the
    /// list are left when digits and signs are taken away.
    private static boolean isCommon(String text) {
        StringBuilder read = new StringBuilder();
        text.chars()
                .forEach(c ->
                        read.append(LIKE_LETTERS.indexOf(c) < 0 ? (char) c : LETTERS.charAt(LIKE_LETTERS.indexOf(c))));
        // Those at the ends stand for themselves: `password1234` is no `passwordieast`.
        int first = 0;
        int last = text.length();
        while (first < last && !Character.isLetter(text.charAt(first))) {
            first++;
        }
        while (last > first && !Character.isLetter(text.charAt(last - 1))) {
            last--;
        }
        return isWords(letters(text))
                || isWords(letters(read.substring(first, last)))
                || isWords(letters(read.toString()));
    }

    private static String letters(String text) {
        return text.chars()
                .filter(Character::isLetter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// Whether the letters are words of the list one after another.
    private static boolean isWords(String letters) {
        boolean[] reached = new boolean[letters.length() + 1];
        reached[0] = true;
        for (int end = 1; end <= letters.length(); end++) {
            for (int start = 0; start < end && !reached[end]; start++) {
                reached[end] = reached[start] && WORDS.contains(letters.substring(start, end));
            }
        }
        return !letters.isEmpty() && reached[letters.length()];
    }
}
