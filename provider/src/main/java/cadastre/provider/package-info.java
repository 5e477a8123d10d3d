/// The roles a provider plays, how it fails, and the HTTP client that is polite to it.
///
/// A [DnsProvider] holds zones, a [Registrar] holds registrations; one service may be both. What it did not do
/// is a [ProviderException] with a [Reason].
@NullMarked
package cadastre.provider;

import org.jspecify.annotations.NullMarked;
