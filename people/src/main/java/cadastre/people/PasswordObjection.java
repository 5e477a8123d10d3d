package cadastre.people;

/// Why a password is not taken.
public enum PasswordObjection {
    /// Fewer than twelve characters.
    SHORT("A password has at least 12 characters. A sentence is easy to remember."),
    /// More than 256 characters.
    LONG("A password has at most 256 characters."),
    /// The same few characters again and again, or in the order of the alphabet or the keyboard, or a short
    /// number.
    PATTERN("This is a pattern: few characters repeated, or in the order of the alphabet or the keyboard, or a number."
            + " Take several words that have nothing to do with each other."),
    /// Made of words that are tried first, with or without digits and signs around them.
    COMMON("This is made of words that are tried first by whoever guesses passwords. Take several words that have"
            + " nothing to do with each other."),
    /// The sign-in name with little else.
    NAME("This is the sign-in name with little else. Take several words that have nothing to do with it.");

    private final String message;

    PasswordObjection(String message) {
        this.message = message;
    }

    /// {@return what is wrong and what to do}
    public String message() {
        return message;
    }
}
