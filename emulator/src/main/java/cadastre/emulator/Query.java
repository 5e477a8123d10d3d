package cadastre.emulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The query of a request: names and values in their order, decoded.
///
/// A second question mark separates like an ampersand: one client glues `?sharing_id=` onto URLs that have a
/// query already, and would ask for the first page for ever if that were taken for part of the page number.
record Query(List<Parameter> parameters) {
    /// A parameter, with what was sent for it.
    record Parameter(String name, String value, String raw) {}

    Query {
        parameters = List.copyOf(parameters);
    }

    static Query parse(String query) {
        List<Parameter> parameters = new ArrayList<>();
        for (String part : query.split("[&?]", -1)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                String value = equals < 0 ? "" : part.substring(equals + 1);
                parameters.add(new Parameter(decodeQuery(name), decodeQuery(value), part));
            }
        }
        return new Query(parameters);
    }

    /// {@return the first value of that name}
    Optional<String> find(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .findFirst();
    }

    List<String> all(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .toList();
    }

    /// {@return the query for another page: the page first, then everything else as it was sent, each name once}
    String forPage(int page) {
        String others = parameters.stream()
                .filter(parameter -> !parameter.name().equals("page"))
                .map(Parameter::raw)
                .distinct()
                .map(raw -> "&" + raw)
                .collect(Collectors.joining());
        return "page=" + page + others;
    }

    private static String decodeQuery(String text) {
        return percentDecoded(text.replace('+', ' ')).orElse(text);
    }

    /// {@return `text` with its percent signs resolved as UTF-8, or nothing if one of them is wrong}
    static Optional<String> percentDecoded(String text) {
        if (text.indexOf('%') < 0) {
            return Optional.of(text);
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '%') {
                octets.writeBytes(text.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            octets.write(high * 16 + low);
            i += 2;
        }
        return Optional.of(octets.toString(StandardCharsets.UTF_8));
    }
}
