package cadastre.emulator;

/// A portfolio file that is wrong. The message says where, what and what to write instead:
/// `portfolio.json:12:7: ...`. Secrets are not in it.
public final class PortfolioException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /// @param file what to call the file
    /// @param message what is wrong and what to do
    PortfolioException(String file, Json.Place place, String message) {
        super(file + ":" + place.line() + ":" + place.column() + ": " + message);
        this.line = place.line();
        this.column = place.column();
    }

    /// @param message why the file as a whole is of no use
    PortfolioException(String file, String message) {
        super(file + ": " + message);
        this.line = 1;
        this.column = 1;
    }

    private PortfolioException(String message, PortfolioException cause) {
        super(message, cause);
        this.line = cause.line;
        this.column = cause.column;
    }

    /// {@return the same complaint with more words at its end}
    PortfolioException advising(String words) {
        return new PortfolioException(getMessage() + words, this);
    }

    /// {@return the 1-based line}
    public int line() {
        return line;
    }

    /// {@return the 1-based column, in characters}
    public int column() {
        return column;
    }
}
