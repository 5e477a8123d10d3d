package cadastre.language;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Files, variables and programs that exist only in a test.
final class FakeCredsSource implements CredsSource {
    final Map<String, FileContent> files = new HashMap<>();
    final Map<String, String> variables = new HashMap<>();
    final Map<List<String>, Execution> programs = new HashMap<>();
    final Set<String> executables = new HashSet<>();

    FakeCredsSource file(String name, String text) {
        files.put(name, new FileContent.Present(text.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    FakeCredsSource program(Execution execution, String... words) {
        programs.put(List.of(words), execution);
        return this;
    }

    static Execution.Ended prints(String text) {
        return new Execution.Ended(0, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    @Override
    public FileContent read(String file) {
        return files.getOrDefault(file, new FileContent.Missing());
    }

    @Override
    public boolean exists(String file) {
        return files.containsKey(file) || executables.contains(file);
    }

    @Override
    public boolean isExecutable(String file) {
        return executables.contains(file);
    }

    @Override
    public Execution run(List<String> words) {
        return programs.getOrDefault(words, new Execution.NotFound());
    }
}
