package cadastre.language;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The recorded behaviour of the tool we are compatible with, if its folder lies beside the checkout.
final class Oracle {
    private static final Path FOLDER = Path.of(System.getProperty("cadastre.oracle", "../../shared/oracle"))
            .toAbsolutePath();
    private static final JsonFactory JSON = new JsonFactory();

    private Oracle() {}

    /// One run of the program in a case.
    ///
    /// @param lenient what of its output is not compared
    record Step(
            List<String> arguments,
            Map<String, String> environment,
            List<String> lenient,
            long exit,
            String stdout,
            String stderr) {
        String option(String name, String otherwise) {
            int at = arguments.indexOf(name);
            return at < 0 ? otherwise : arguments.get(at + 1);
        }
    }

    /// A recorded case.
    ///
    /// @param folder its files
    record Case(String name, Path folder, List<Step> steps) {}

    /// {@return a test for each case of a group; if there are none here, one that says so and is skipped}
    static Stream<DynamicTest> tests(String group, ThrowingConsumer<Case> check) {
        Path cases = FOLDER.resolve("cases").resolve(group);
        if (!Files.isDirectory(cases)) {
            String text = "the recorded cases are not here (looked for " + cases + "), so nothing is compared";
            return Stream.of(dynamicTest(group, () -> abort(text)));
        }
        try (Stream<Path> folders = Files.list(cases)) {
            List<Case> all = folders.sorted().map(folder -> read(group, folder)).toList();
            return all.stream().map(one -> dynamicTest(one.name(), () -> check.accept(one)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case read(String group, Path folder) {
        String name = String.valueOf(folder.getFileName());
        Map<?, ?> command = json(folder.resolve("cmd.json"));
        Map<?, ?> recorded = json(FOLDER.resolve("expected").resolve(group).resolve(name + ".json"));
        List<?> written = command.get("steps") instanceof List<?> list ? list : List.of(command);
        List<Step> steps = new ArrayList<>();
        List<?> results = list(recorded.get("steps"));
        for (int i = 0; i < results.size(); i++) {
            Map<?, ?> step = map(written.get(i));
            Map<?, ?> result = map(results.get(i));
            Map<String, String> environment = new LinkedHashMap<>();
            map(command.get("env")).forEach((key, value) -> environment.put(key + "", value + ""));
            map(step.get("env")).forEach((key, value) -> environment.put(key + "", value + ""));
            List<?> lenient = list(step.get("lenient") == null ? command.get("lenient") : step.get("lenient"));
            steps.add(new Step(
                    list(result.get("argv")).stream().map(String::valueOf).toList(),
                    environment,
                    lenient.stream().map(String::valueOf).toList(),
                    result.get("exit") instanceof Long exit ? exit : -1,
                    String.valueOf(result.get("stdout")),
                    String.valueOf(result.get("stderr"))));
        }
        return new Case(name, folder, steps);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> json(Path file) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), Files.readString(file))) {
            parser.nextToken();
            return map(value(parser));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Object value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String key = parser.currentName();
                    parser.nextToken();
                    map.put(key, value(parser));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            default -> parser.getString();
        };
    }
}
