package cadastre.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The members of a JSON body. What is wrong with them is collected, and refused together.
///
/// The texts of refusals are those of the validation library that the recorded ones come from (colander).
final class Body {
    private static final Set<String> TRUE = Set.of("true", "1");
    private static final Set<String> FALSE = Set.of("false", "0");

    private final Json.Members members;
    private final String prefix;
    private final List<Refused.Fault> faults;

    private Body(Json.Members members, String prefix, List<Refused.Fault> faults) {
        this.members = members;
        this.prefix = prefix;
        this.faults = faults;
    }

    /// {@return the body of a call}
    ///
    /// @throws Refused if it is no JSON object
    static Body of(Call call) throws Refused {
        return new Body(call.members(), "", new ArrayList<>());
    }

    boolean has(String name) {
        return members.find(name).isPresent();
    }

    Optional<Boolean> bool(String name) {
        Optional<Json> value = members.find(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String shown = RrsetBody.shown(value.get()).toLowerCase(Locale.ROOT);
        if (TRUE.contains(shown) || FALSE.contains(shown)) {
            return Optional.of(TRUE.contains(shown));
        }
        fault(name, "\"" + RrsetBody.shown(value.get()) + "\" is neither in ('false', '0') nor in ('true', '1')");
        return Optional.empty();
    }

    boolean requiredBool(String name) {
        require(name);
        return bool(name).orElse(false);
    }

    Optional<String> text(String name) {
        Optional<Json> value = members.find(name);
        if (value.isPresent() && !(value.get() instanceof Json.Text)) {
            fault(name, "\"" + RrsetBody.shown(value.get()) + "\" is not a string");
        }
        return value.flatMap(
                json -> json instanceof Json.Text(String text, var _) ? Optional.of(text) : Optional.empty());
    }

    /// {@return a string that is not empty; if it is missing, an empty one that is refused in the end}
    String requiredText(String name) {
        require(name);
        String text = text(name).orElse("");
        if (text.isEmpty() && has(name) && members.find(name).get() instanceof Json.Text) {
            fault(name, "Required");
        }
        return text;
    }

    String oneOf(String name, String otherwise, List<String> allowed) {
        String text = text(name).orElse(otherwise);
        if (!allowed.contains(text)) {
            fault(name, "\"" + text + "\" is not one of " + String.join(", ", allowed));
        }
        return text;
    }

    int integer(String name, int otherwise, int least, int greatest) {
        Optional<Json> value = members.find(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        Optional<Long> number = value.get() instanceof Json.Numeral sent ? sent.integer() : Optional.empty();
        if (number.isEmpty()) {
            fault(name, "\"" + RrsetBody.shown(value.get()) + "\" is not a number");
        } else if (number.get() < least) {
            fault(name, number.get() + " is less than minimum value " + least);
        } else if (number.get() > greatest) {
            fault(name, number.get() + " is greater than maximum value " + greatest);
        } else {
            return Math.toIntExact(number.get());
        }
        return otherwise;
    }

    /// {@return the strings of a list; none if it is missing}
    List<String> texts(String name) {
        return RrsetBody.values(members, name, false, prefix, faults);
    }

    List<String> requiredTexts(String name) {
        return RrsetBody.values(members, name, true, prefix, faults);
    }

    /// {@return an object in it, whose faults are this one's; nothing if it is missing}
    Optional<Body> object(String name) {
        Optional<Json> value = members.find(name);
        if (value.isPresent() && !(value.get() instanceof Json.Members)) {
            fault(name, "\"" + RrsetBody.shown(value.get()) + "\" is not a mapping type");
        }
        return value.flatMap(json -> json instanceof Json.Members object
                ? Optional.of(new Body(object, prefix + name + ".", faults))
                : Optional.empty());
    }

    /// {@return the objects of a list, which must be there}
    List<Body> objects(String name) {
        require(name);
        List<Body> objects = new ArrayList<>();
        Optional<Json> value = members.find(name);
        if (value.isPresent() && value.get() instanceof Json.Array(List<Json> items, var _)) {
            for (int i = 0; i < items.size(); i++) {
                if (items.get(i) instanceof Json.Members object) {
                    objects.add(new Body(object, prefix + name + "." + i + ".", faults));
                } else {
                    fault(name + "." + i, "\"" + RrsetBody.shown(items.get(i)) + "\" is not a mapping type");
                }
            }
        } else if (value.isPresent()) {
            fault(name, "\"" + RrsetBody.shown(value.get()) + "\" is not iterable");
        }
        return objects;
    }

    void require(String name) {
        if (!has(name)) {
            fault(name, "Required");
        }
    }

    void fault(String name, String description) {
        faults.add(Refused.Fault.body(prefix + name, description));
    }

    /// {@return what a dry run answers}
    Answer verdict() {
        return faults.isEmpty() ? Answers.json(200, Fields.of("status", "success")) : Errors.validation(200, faults);
    }

    /// @throws Refused if anything that was read is wrong
    void check() throws Refused {
        if (!faults.isEmpty()) {
            throw Refused.of(faults);
        }
    }
}
