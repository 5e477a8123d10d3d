package cadastre.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// Collects what validation has to say, in order.
final class Messages {
    private final List<ValidationMessage> all = new ArrayList<>();
    private final SequencedSet<String> advice = new LinkedHashSet<>();

    void error(String text) {
        all.add(new ValidationMessage(ValidationMessage.Severity.ERROR, text, Optional.empty()));
    }

    void error(String text, RecordConfig about) {
        all.add(new ValidationMessage(ValidationMessage.Severity.ERROR, text, about.position()));
    }

    void warning(String text) {
        all.add(new ValidationMessage(ValidationMessage.Severity.WARNING, text, Optional.empty()));
    }

    void warning(String text, RecordConfig about) {
        all.add(new ValidationMessage(ValidationMessage.Severity.WARNING, text, about.position()));
    }

    /// Notes what to do about a message; the same advice is given once.
    void advise(String what) {
        advice.add(what);
    }

    List<String> advice() {
        return List.copyOf(advice);
    }

    List<ValidationMessage> all() {
        return List.copyOf(all);
    }
}
