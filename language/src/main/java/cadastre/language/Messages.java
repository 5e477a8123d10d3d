package cadastre.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects what validation has to say, in order.
final class Messages {
    private final List<ValidationMessage> all = new ArrayList<>();

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

    List<ValidationMessage> all() {
        return List.copyOf(all);
    }
}
