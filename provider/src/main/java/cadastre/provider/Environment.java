package cadastre.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The environment variables of the process, as they are given to us.
record Environment(Map<String, String> variables) {
    Environment {
        variables = Map.copyOf(variables);
    }

    /// A variable that is set and not empty.
    Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /// The first of `names` that is set and not empty.
    Optional<Variable> first(List<String> names) {
        return names.stream()
                .flatMap(name -> text(name).map(value -> new Variable(name, value)).stream())
                .findFirst();
    }

    @Override
    public String toString() {
        return "Environment of " + variables.size() + " variables";
    }

    /// A variable. Its value may hold a password, so it does not print it.
    record Variable(String name, String value) {
        @Override
        public String toString() {
            return name;
        }
    }
}
