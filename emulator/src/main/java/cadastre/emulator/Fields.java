package cadastre.emulator;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The members of a JSON object being built, in the order in which they are added.
final class Fields extends AbstractMap<String, Object> {
    private final Map<String, Object> members = new LinkedHashMap<>();

    private Fields() {}

    static Fields of(String name, Object value) {
        return new Fields().and(name, value);
    }

    static Fields none() {
        return new Fields();
    }

    Fields and(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /// Adds the member only if there is a value.
    Fields maybe(String name, Optional<?> value) {
        value.ifPresent(present -> members.put(name, present));
        return this;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return members.entrySet();
    }
}
