package cadastre.emulator;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Lists as tables of text.
///
/// @rfc 4180 section 2
final class Csv {
    private Csv() {}

    /// {@return the whole list: a line of names, then one for each item; lists within an item are joined by blanks,
    /// the members of objects stand for themselves}
    static Answer answer(List<Fields> items) {
        List<Fields> flat = items.stream().map(Csv::flat).toList();
        Set<String> columns = new LinkedHashSet<>();
        flat.forEach(item -> columns.addAll(item.keySet()));
        StringBuilder text = new StringBuilder();
        if (!columns.isEmpty()) {
            text.append(String.join(",", columns)).append("\r\n");
        }
        for (Fields item : flat) {
            text.append(columns.stream()
                            .map(column -> cell(item.getOrDefault(column, "")))
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return Answer.of(200, Answer.Flavour.SUCCESS, "text/csv; charset=utf-8", text.toString());
    }

    private static Fields flat(Fields item) {
        Fields flat = Fields.none();
        item.forEach((name, value) -> {
            if (value instanceof Map<?, ?> members) {
                members.forEach((inner, one) -> flat.and(name + "." + inner, one));
            } else {
                flat.and(name, value);
            }
        });
        return flat;
    }

    private static String cell(Object value) {
        String text = value instanceof Collection<?> many
                ? many.stream().map(String::valueOf).collect(Collectors.joining(" "))
                : value.toString();
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
