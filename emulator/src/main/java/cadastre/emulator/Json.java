package cadastre.emulator;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON value that was read, with the place where it begins.
///
/// @rfc 8259 section 3
sealed interface Json {
    /// {@return where it begins}
    Place place();

    /// {@return what kind of value this is, for messages: `a string`, `an object` ...}
    default String kind() {
        return switch (this) {
            case Text _ -> "a string";
            case Numeral _ -> "a number";
            case Bool _ -> "true or false";
            case Null _ -> "null";
            case Array _ -> "a list";
            case Members _ -> "an object";
        };
    }

    /// A place in a text, both numbers from 1; columns count characters.
    record Place(int line, int column) {
        static final Place START = new Place(1, 1);
    }

    /// A string.
    record Text(String value, Place place) implements Json {
        public Text {
            requireNonNull(value, "value is null");
        }
    }

    /// A number.
    record Numeral(BigDecimal value, Place place) implements Json {
        public Numeral {
            requireNonNull(value, "value is null");
        }

        /// {@return the number as an integer, or nothing if it has a fraction or is beyond 64 bits}
        Optional<Long> integer() {
            try {
                return Optional.of(value.longValueExact());
            } catch (ArithmeticException _) {
                return Optional.empty();
            }
        }
    }

    /// `true` or `false`.
    record Bool(boolean value, Place place) implements Json {}

    /// `null`.
    record Null(Place place) implements Json {}

    /// A list.
    record Array(List<Json> items, Place place) implements Json {
        public Array {
            items = List.copyOf(items);
        }
    }

    /// An object; of members with the same name the last counts.
    record Members(Map<String, Json> members, Map<String, Place> names, Place place) implements Json {
        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
            names = Map.copyOf(names);
        }

        static Members empty() {
            return new Members(Map.of(), Map.of(), Place.START);
        }

        /// {@return the member, or nothing if it is missing or `null`}
        Optional<Json> find(String name) {
            return Optional.ofNullable(members.get(name)).filter(value -> !(value instanceof Null));
        }
    }
}
