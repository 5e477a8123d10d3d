package cadastre.provider;

import static java.util.Objects.requireNonNull;

/// What an `Authorization` header says.
///
/// @rfc 9110 section 11.6.2
/// @param scheme such as `Bearer`
/// @param secret what goes with it
public record Authorization(String scheme, Secret secret) {
    /// Neither may be null.
    public Authorization {
        requireNonNull(scheme, "scheme is null");
        requireNonNull(secret, "secret is null");
    }

    String header() {
        return scheme + " " + secret.reveal();
    }
}
