package cadastre.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A record whose arguments have not been examined yet (`DS`, `RP`, redirects).
///
/// @param type for example `DS`
/// @param ttl seconds; 0 if none was given
/// @param arguments all of them, the label first
/// @param meta metadata
/// @param duplicate a key that was given twice with the same value, as key and value
record RawRecord(
        String type,
        long ttl,
        List<Argument> arguments,
        SortedMap<String, String> meta,
        Optional<Map.Entry<String, String>> duplicate,
        String filepos,
        Optional<SourcePosition> position) {

    /// One argument, as JSON knows values.
    sealed interface Argument {
        /// {@return this argument as people write it: strings in quotes}
        default String written() {
            return switch (this) {
                case Text(String text) -> GoText.quote(text);
                case Numeric(double number) -> shown(number);
                case Truth(boolean truth) -> Boolean.toString(truth);
                case Nothing() -> "null";
                case Other(String json) -> json;
            };
        }

        /// {@return this argument as text: strings as they are}
        default String text() {
            return this instanceof Text(String text) ? text : written();
        }
    }

    record Text(String text) implements Argument {}

    record Numeric(double number) implements Argument {}

    record Truth(boolean truth) implements Argument {}

    record Nothing() implements Argument {}

    /// An object or array.
    record Other(String json) implements Argument {}

    private static String shown(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    /// {@return the call as people wrote it}
    String call() {
        return type + "(" + arguments.stream().map(Argument::written).collect(Collectors.joining(" ")) + ")";
    }

    /// A raw record being read.
    static final class Draft {
        String type = "";
        long ttl;
        String filepos = "";
        Optional<SourcePosition> position = Optional.empty();
        final List<Argument> arguments = new ArrayList<>();
        final SortedMap<String, String> meta = new TreeMap<>();
        private Optional<Map.Entry<String, String>> duplicate = Optional.empty();

        void addMeta(String key, Argument value) {
            String text = value instanceof Nothing ? "<nil>" : value.text();
            if (text.equals(meta.put(key, text)) && duplicate.isEmpty()) {
                duplicate = Optional.of(Map.entry(key, text));
            }
        }

        RawRecord record() {
            return new RawRecord(type, ttl, List.copyOf(arguments), meta, duplicate, filepos, position);
        }
    }
}
