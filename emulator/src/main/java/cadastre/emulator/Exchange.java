package cadastre.emulator;

/// A request that was answered.
///
/// @param method as sent
/// @param target path and query as sent
/// @param status of the answer
public record Exchange(String method, String target, int status) {
    /// {@return the path without the query}
    public String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    @Override
    public String toString() {
        return method + " " + target + " " + status;
    }
}
