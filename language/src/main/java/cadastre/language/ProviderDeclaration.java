package cadastre.language;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// A registrar or DNS provider as `NewRegistrar` or `NewDnsProvider` declared it.
///
/// @param name the name of its entry in the credentials
/// @param type for example `GANDI_V5`; `-` until it is looked up in the credentials
/// @param meta JSON text; empty if none was given
public record ProviderDeclaration(String name, String type, Optional<String> meta) {
    /// The type that stands for "as the credentials say".
    public static final String LOOK_UP = "-";

    public ProviderDeclaration {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        requireNonNull(meta, "meta is null");
    }

    /// {@return this declaration with another type}
    public ProviderDeclaration withType(String type) {
        return new ProviderDeclaration(name, type, meta);
    }
}
