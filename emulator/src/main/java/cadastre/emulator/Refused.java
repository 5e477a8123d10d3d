package cadastre.emulator;

import java.util.List;
import java.util.stream.Collectors;

/// A call that ends with an error answer.
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    Refused(Answer answer) {
        this(answer, "answered with " + answer.status());
    }

    private Refused(Answer answer, String message) {
        super(message);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }

    /// One entry of the second shape of errors.
    ///
    /// @param location    `body` or `querystring`
    /// @param name        the field, perhaps with an index: `rrset_values.0`
    record Fault(String location, String name, String description) {
        static Fault body(String name, String description) {
            return new Fault("body", name, description);
        }
    }

    static Refused of(Fault... faults) {
        return of(List.of(faults));
    }

    static Refused of(List<Fault> faults) {
        String message = faults.stream()
                .map(fault -> fault.name() + ": " + fault.description())
                .collect(Collectors.joining(", "));
        return new Refused(Errors.validation(400, faults), message);
    }
}
