package cadastre.language;

import java.util.List;

/// What one kind of provider makes of a domain before it is compared: it may not hold what was declared.
@FunctionalInterface
public interface Adjustments {
    /// A provider that holds everything as it was declared.
    Adjustments NONE = domain -> new Adjusted(domain, List.of());

    /// {@return `domain` as the provider can hold it}
    ///
    /// @param domain validated, its names in A-labels and absolute, the name servers' NS records among its
    /// records
    Adjusted adjust(DomainConfig domain);

    /// A domain as a provider can hold it.
    ///
    /// @param domain the domain
    /// @param warnings what was changed that a user should know, in order; without `WARNING: `
    record Adjusted(DomainConfig domain, List<String> warnings) {
        public Adjusted {
            warnings = List.copyOf(warnings);
        }
    }
}
