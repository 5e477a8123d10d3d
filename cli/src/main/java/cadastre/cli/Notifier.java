package cadastre.cli;

import java.util.Optional;

/// Who is told about items (spec dnscontrol.md section 1.5). Each method says what went wrong, if telling did not work.
interface Notifier {
    /// Tells nobody.
    Notifier NOBODY = new Notifier() {
        @Override
        public Optional<String> foreseen(String zone, String account, String text) {
            return Optional.empty();
        }

        @Override
        public Optional<String> done(String zone, String account, String text) {
            return Optional.empty();
        }

        @Override
        public Optional<String> failed(String zone, String account, String text, String reason) {
            return Optional.empty();
        }
    };

    /// An item would be carried out by a push.
    Optional<String> foreseen(String zone, String account, String text);

    /// An item was carried out.
    Optional<String> done(String zone, String account, String text);

    /// An item was not carried out.
    Optional<String> failed(String zone, String account, String text, String reason);
}
