package cadastre.register;

import static java.util.Objects.requireNonNull;

import cadastre.provider.Introspection;
import cadastre.provider.Portfolio;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;

/// What came of asking a credential about itself.
public sealed interface Testimony {
    /// It is alive, and says this.
    ///
    /// @param introspection what it says
    record Alive(Introspection introspection) implements Testimony {
        /// It may not be null.
        public Alive {
            requireNonNull(introspection, "introspection is null");
        }
    }

    /// It is not, or no longer, a credential.
    record Dead() implements Testimony {}

    /// It says nothing, but was accepted for another question just now.
    record Accepted() implements Testimony {}

    /// It says nothing, or could not be asked.
    record Silent() implements Testimony {}

    /// {@return what came of asking once}
    static Testimony of(Portfolio portfolio) {
        try {
            return portfolio.introspect().<Testimony>map(Alive::new).orElseGet(Silent::new);
        } catch (ProviderException e) {
            // Whatever else went wrong, the question why the credential was refused stays open: that is Silent.
            return e.reason() instanceof Reason.Unauthorized ? new Dead() : new Silent();
        }
    }

    /// {@return what came of asking, and where nothing is said, of trying the list of registrations, the least
    /// that a credential may see}
    static Testimony thorough(Portfolio portfolio) {
        Testimony first = of(portfolio);
        if (!(first instanceof Silent)) {
            return first;
        }
        try {
            portfolio.list(1);
            return new Accepted();
        } catch (ProviderException e) {
            return first; // the refusal that led here is what is reported
        }
    }
}
