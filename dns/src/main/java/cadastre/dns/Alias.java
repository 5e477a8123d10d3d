package cadastre.dns;

import static java.util.Objects.requireNonNull;

/// The name whose addresses the provider answers with at the owner name. Unlike a CNAME it may stand at an
/// apex.
///
/// No standard has this type. Its number, 65401, is the one PowerDNS took from the range for private use;
/// nothing else depends on it, because providers know the type by its mnemonic.
///
/// @param target a host name
public record Alias(Name target) implements Rdata {
    /// The target may not be null.
    public Alias {
        requireNonNull(target, "target is null");
    }
}
