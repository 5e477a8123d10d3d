package cadastre.gandi;

import cadastre.budget.Budget;
import cadastre.provider.Authorization;
import cadastre.provider.Loopback;
import cadastre.provider.PoliteClient;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import cadastre.provider.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// An entry of `creds.json`, understood. Keys that are not ours mean nothing.
///
/// @param name          of the entry
/// @param kind          of the credential
/// @param authorization the credential
/// @param sharingId     the organization, if it is said
/// @param address       where the API is
/// @param perMinute     how many requests in any 60 seconds; empty is no limit
record Entry(
        String name,
        Kind kind,
        Authorization authorization,
        Optional<String> sharingId,
        ApiAddress address,
        OptionalInt perMinute) {
    /// The two kinds of credentials, by the key they are under.
    enum Kind {
        /// A personal access token.
        TOKEN("token", "Bearer"),
        /// The key that Gandi no longer gives out.
        APIKEY("apikey", "Apikey");

        private final String key;
        private final String scheme;

        Kind(String key, String scheme) {
            this.key = key;
            this.scheme = scheme;
        }

        String key() {
            return key;
        }
    }

    /// @param rate what the command line says, if it says something; it wins
    static Entry parse(String name, Map<String, String> entry, PoliteClient client, OptionalInt rate)
            throws ProviderException {
        Kind kind = !text(entry, "token").isEmpty() ? Kind.TOKEN : Kind.APIKEY;
        String credential = text(entry, kind.key());
        if (credential.isBlank()) {
            throw new ProviderException(
                    "missing Gandi personal access token (or apikey - deprecated)",
                    new Reason.Misconfigured("token"),
                    "Add \"token\" to the entry \"" + name + "\"; an environment variable it names may be unset.");
        }
        if (!Secret.isOne(credential)) {
            throw new ProviderException(
                    "credential \"" + name + "\": " + kind.key() + " holds blanks or signs that none has",
                    new Reason.Misconfigured(kind.key()),
                    "Write the " + kind.key() + " alone, as Gandi showed it, without \"Bearer\" before it.");
        }
        ApiAddress address = ApiAddress.parse(name, text(entry, "apiurl"), text(entry, "idurl"));
        client.requireAllowed(address.origin());
        client.requireAllowed(address.idOrigin());
        String sharingId = text(entry, "sharing_id").strip();
        return new Entry(
                name,
                kind,
                new Authorization(kind.scheme, Secret.of(credential)),
                sharingId.isEmpty() ? Optional.empty() : Optional.of(sharingId),
                address,
                perMinute(name, entry, client, rate, address));
    }

    private static String text(Map<String, String> entry, String key) {
        String value = entry.get(key);
        return value == null ? "" : value;
    }

    /// The command line, the entry, the environment, and last the default: none towards this machine.
    private static OptionalInt perMinute(
            String name, Map<String, String> entry, PoliteClient client, OptionalInt rate, ApiAddress address)
            throws ProviderException {
        if (rate.isPresent()) {
            return rate;
        }
        String own = text(entry, "requests_per_minute").strip();
        if (!own.isEmpty()) {
            return OptionalInt.of(
                    number(own, "requests_per_minute", "credential \"" + name + "\": requests_per_minute"));
        }
        Optional<String> variable = client.variable("CADASTRE_RATE");
        if (variable.isPresent()) {
            return OptionalInt.of(number(variable.get().strip(), "CADASTRE_RATE", "CADASTRE_RATE"));
        }
        return Loopback.is(address.origin()) ? OptionalInt.empty() : OptionalInt.of(Budget.DEFAULT_PER_MINUTE);
    }

    private static int number(String text, String key, String place) throws ProviderException {
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) > 0) {
            return Integer.parseInt(text);
        }
        throw new ProviderException(
                place + " is a whole number from 1, not \"" + text + "\"",
                new Reason.Misconfigured(key),
                "It is how many requests may be sent in any 60 seconds; Gandi allows " + Budget.DEFAULT_PER_MINUTE
                        + ".");
    }
}
