package cadastre.provider;

import static java.util.Objects.requireNonNull;

/// What a request says about who asks, in one header.
///
/// @rfc 9110 section 11.6.2
/// @param field  the name of the header, mostly `Authorization`
/// @param scheme such as `Bearer`; empty if the header holds the secret alone
/// @param secret what goes with it
public record Authorization(String field, String scheme, Secret secret) {
    /// None may be null.
    public Authorization {
        requireNonNull(field, "field is null");
        requireNonNull(scheme, "scheme is null");
        requireNonNull(secret, "secret is null");
    }

    /// What the usual header says.
    ///
    /// @param scheme such as `Bearer`
    public Authorization(String scheme, Secret secret) {
        this("Authorization", scheme, secret);
    }

    /// {@return a header of that name that holds the secret alone, such as `X-API-Key`}
    public static Authorization alone(String field, Secret secret) {
        return new Authorization(field, "", secret);
    }

    String header() {
        return scheme.isEmpty() ? secret.reveal() : scheme + " " + secret.reveal();
    }
}
