package cadastre.provider;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// A whole answer over HTTP: a cut one is none.
///
/// @param status  200 to 599
/// @param headers by name, whose case does not count
/// @param body    decompressed and read as UTF-8; empty if there was none
public record Answer(int status, Map<String, List<String>> headers, String body) {
    /// The headers are copied.
    public Answer {
        requireNonNull(body, "body is null");
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = Collections.unmodifiableMap(copy);
    }

    /// {@return the first header of that name}
    public Optional<String> header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }

    /// {@return the header as a number that is not negative; nothing if it is not there or not one}
    public OptionalInt number(String name) {
        Optional<String> value = header(name).map(String::strip).filter(text -> text.matches("\\d{1,9}"));
        return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value.get()));
    }

    /// {@return the media type in lower case without parameters; empty if it is not said}
    public String mediaType() {
        String type = header("Content-Type").orElse("");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /// {@return whether the status is 200 to 299}
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /// {@return what `Retry-After` says, seconds or an HTTP date, as a time from `now` that is not negative;
    /// nothing if it says nothing that makes sense}
    ///
    /// @rfc 9110 section 10.2.3
    public Optional<Duration> retryAfter(Instant now) {
        String value = header("Retry-After").orElse("").strip();
        if (value.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /// Only its status and size: bodies may hold what is nobody's business.
    @Override
    public String toString() {
        return "Answer[status=" + status + ", body of " + body.length() + " characters]";
    }
}
