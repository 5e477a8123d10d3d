package cadastre.gandi;

import static java.util.Objects.requireNonNull;

import cadastre.provider.AutoRenewal;
import cadastre.provider.LiveDnsAttachment;
import cadastre.provider.PoliteClient;
import cadastre.provider.Portfolio;
import cadastre.provider.ProviderException;
import cadastre.provider.Snapshots;
import cadastre.provider.TransferLock;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/// Gandi with one credential: an entry of `creds.json` of the type `GANDI_V5`. Thread-safe.
///
/// Keys of the entry: `token` (a personal access token, which wins) or `apikey`; `sharing_id`, the organization
/// whose domains are listed; `apiurl`; `idurl`; `requests_per_minute`. Nothing is sent before the first
/// question.
public final class Gandi {
    private final Api api;
    private final Domains domains;
    private final LiveDns liveDns;
    private final KeptZones snapshots;

    private Gandi(Api api) {
        this.api = api;
        this.domains = new Domains(api);
        this.liveDns = new LiveDns(api, domains);
        this.snapshots = new KeptZones(api);
    }

    /// {@return Gandi with the credential of an entry}
    ///
    /// @param name  of the entry, for advice
    /// @param entry its keys and values, environment variables already replaced
    /// @param client by whom all is sent; entries with the same host share its budget there
    /// @param rate   how many requests in any 60 seconds, if the command line says so. Otherwise the entry's
    /// `requests_per_minute` counts, then the variable `CADASTRE_RATE`, then 120, or no limit towards this
    /// machine
    /// @throws ProviderException with [Reason.Misconfigured] if there is no credential or something is wrong
    /// with a key
    public static Gandi open(String name, Map<String, String> entry, PoliteClient client, OptionalInt rate)
            throws ProviderException {
        requireNonNull(name, "name is null");
        return new Gandi(new Api(client, Entry.parse(name, entry, client, rate)));
    }

    /// {@return its zones}
    public LiveDns liveDns() {
        return liveDns;
    }

    /// {@return its registrations}
    public Domains domains() {
        return domains;
    }

    /// {@return what the credential reaches}
    public Portfolio portfolio() {
        return domains;
    }

    /// {@return the snapshots of its zones}
    public Snapshots snapshots() {
        return snapshots;
    }

    /// {@return how its registrations are moved to its name servers}
    public LiveDnsAttachment attachment() {
        return domains;
    }

    /// {@return how it is told which registrations it shall renew}
    public AutoRenewal autoRenewal() {
        return domains;
    }

    /// {@return how its registrations are locked against transfers}
    public TransferLock transferLock() {
        return domains;
    }

    /// {@return how many requests were sent so far with this credential, repetitions included; never falls}
    public long requests() {
        return api.requests();
    }

    /// {@return where the API is, without a path}
    public URI origin() {
        return api.entry().address().origin();
    }

    /// {@return how long the last of `requests` requests from now on would wait for the budget}
    public Duration forecast(int requests) {
        return api.ledger().forecast(requests, api.client().clock().instant());
    }

    /// {@return how many requests may be sent in any 60 seconds now; empty without a limit}
    public OptionalInt perMinute() {
        return api.ledger().perMinute(api.client().clock().instant());
    }

    /// Begins to set up the connection, on another thread.
    public void prepare() {
        api.client().prepare(origin());
    }
}
