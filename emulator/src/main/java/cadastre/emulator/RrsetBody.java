package cadastre.emulator;

import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// RRsets in the bodies of requests.
///
/// The texts of refusals are those of the validation library that the recorded ones come from (colander); only
/// some of them were seen in answers.
///
/// @param apex the zone's
record RrsetBody(Name apex, Guesses guesses) {
    static final int LEAST_TTL = 300;
    static final int GREATEST_TTL = 2_592_000;
    static final int DEFAULT_TTL = 10_800;

    /// What the URL says about the RRset, which then counts instead of what the body says.
    record Known(Optional<String> name, Optional<String> type) {
        static final Known NOTHING = new Known(Optional.empty(), Optional.empty());

        static Known name(String name) {
            return new Known(Optional.of(name), Optional.empty());
        }

        static Known both(String name, String type) {
            return new Known(Optional.of(name), Optional.of(type));
        }
    }

    /// {@return the RRset that `body` describes, its values as they will be answered}
    ///
    /// @throws Refused naming each field that is wrong, or the first value that is
    StoredRrset one(Json.Members body, Known known) throws Refused {
        return read(body, known, "");
    }

    /// {@return the RRsets in `items`}
    ///
    /// @throws Refused naming each field that is wrong, or the first value that is
    List<StoredRrset> items(Json.Members body, Known known) throws Refused {
        Optional<Json> items = body.find("items");
        if (items.isEmpty()) {
            throw Refused.of(Refused.Fault.body("items", "Required"));
        }
        if (!(items.get() instanceof Json.Array(List<Json> list, var _))) {
            throw Refused.of(Refused.Fault.body("items", notIterable(items.get())));
        }
        List<StoredRrset> rrsets = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof Json.Members members)) {
                throw Refused.of(
                        Refused.Fault.body("items." + i, "\"" + shown(list.get(i)) + "\" is not a mapping type"));
            }
            StoredRrset rrset = read(members, known, "items." + i + ".");
            if (rrsets.stream().anyMatch(other -> RrsetKey.of(other).equals(RrsetKey.of(rrset)))) {
                throw refused("duplicate rrset", rrset);
            }
            rrsets.add(rrset);
        }
        return rrsets;
    }

    private StoredRrset read(Json.Members body, Known known, String prefix) throws Refused {
        List<Refused.Fault> faults = new ArrayList<>();
        String name = known.name().orElseGet(() -> string(body, "rrset_name", prefix, faults));
        String type = known.type().orElseGet(() -> string(body, "rrset_type", prefix, faults));
        int ttl = ttl(body, prefix, faults);
        List<String> values = values(body, "rrset_values", true, prefix, faults);
        if (!type.isEmpty() && !RrTypes.ACCEPTED.contains(type)) {
            faults.add(Refused.Fault.body(
                    prefix + "rrset_type", "\"" + type + "\" is not one of " + String.join(", ", RrTypes.ACCEPTED)));
        }
        if (!faults.isEmpty()) {
            throw Refused.of(faults);
        }
        StoredRrset sent = new StoredRrset(name, type, ttl, values);
        try {
            StoredRrset placed = new StoredRrset(OwnerNames.forWriting(name, apex), type, ttl, values);
            return new RdataText(apex, guesses.spelling()).normalised(placed);
        } catch (PresentationException e) {
            throw refused(PythonText.quoted(name) + ": invalid name, " + e.getMessage(), sent);
        }
    }

    private static String string(Json.Members body, String field, String prefix, List<Refused.Fault> faults) {
        Optional<Json> value = body.find(field);
        if (value.isPresent() && value.get() instanceof Json.Text(String text, var _) && !text.isEmpty()) {
            return text;
        }
        String wrong = value.isEmpty() || value.get() instanceof Json.Text
                ? "Required"
                : "\"" + shown(value.get()) + "\" is not a string";
        faults.add(Refused.Fault.body(prefix + field, wrong));
        return "";
    }

    /// {@return the TTL, which may be written as a string, or the default}
    static int ttl(Json.Members body, String prefix, List<Refused.Fault> faults) {
        Optional<Json> value = body.find("rrset_ttl");
        if (value.isEmpty()) {
            return DEFAULT_TTL;
        }
        Optional<Long> number = switch (value.get()) {
            case Json.Numeral sent -> sent.integer();
            case Json.Text(String text, var _)
            when text.strip().matches("-?\\d{1,18}") -> Optional.of(Long.parseLong(text.strip()));
            case Json.Text _, Json.Bool _, Json.Null _, Json.Array _, Json.Members _ -> Optional.empty();
        };
        String field = prefix + "rrset_ttl";
        if (number.isEmpty()) {
            faults.add(Refused.Fault.body(field, "\"" + shown(value.get()) + "\" is not a number"));
        } else if (number.get() < LEAST_TTL) {
            faults.add(Refused.Fault.body(field, number.get() + " is less than minimum value " + LEAST_TTL));
        } else if (number.get() > GREATEST_TTL) {
            faults.add(Refused.Fault.body(field, number.get() + " is greater than maximum value " + GREATEST_TTL));
        } else {
            return Math.toIntExact(number.get());
        }
        return DEFAULT_TTL;
    }

    /// {@return the strings of a list}
    static List<String> values(
            Json.Members body, String field, boolean required, String prefix, List<Refused.Fault> faults) {
        Optional<Json> value = body.find(field);
        List<String> values = new ArrayList<>();
        if (value.isEmpty()) {
            if (required) {
                faults.add(Refused.Fault.body(prefix + field, "Required"));
            }
            return values;
        }
        if (!(value.get() instanceof Json.Array(List<Json> list, var _))) {
            faults.add(Refused.Fault.body(prefix + field, notIterable(value.get())));
            return values;
        }
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof Json.Text(String text, var _) && !text.isEmpty()) {
                values.add(text);
            } else if (list.get(i) instanceof Json.Numeral(var number, var _)) {
                values.add(number.toString());
            } else {
                faults.add(Refused.Fault.body(prefix + field + "." + i, "Required"));
            }
        }
        return values;
    }

    /// {@return the refusal of an RRset as a whole. The field is called `items` even where there is only one.}
    static Refused refused(String why, StoredRrset rrset) {
        return Refused.of(Refused.Fault.body("items", why + " (param: " + PythonText.rrset(rrset) + ")"));
    }

    static Refused refused(ZoneConflict conflict) {
        return conflict.isCaseVariant()
                ? new Refused(Errors.serverError())
                : refused(String.valueOf(conflict.getMessage()), conflict.rrset());
    }

    private static String notIterable(Json value) {
        return "\"" + shown(value) + "\" is not iterable";
    }

    static String shown(Json value) {
        return switch (value) {
            case Json.Text(String text, var _) -> text;
            case Json.Numeral(var number, var _) -> number.toString();
            case Json.Bool(boolean bool, var _) -> bool ? "True" : "False";
            case Json.Null _ -> "None";
            case Json.Array _, Json.Members _ -> value.kind();
        };
    }
}
