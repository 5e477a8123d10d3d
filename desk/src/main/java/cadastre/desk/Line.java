package cadastre.desk;

import static java.util.Objects.requireNonNull;

import cadastre.provider.AutoRenewal;
import cadastre.provider.DnsProvider;
import cadastre.provider.LiveDnsAttachment;
import cadastre.provider.Registrar;
import cadastre.provider.Snapshots;
import cadastre.register.Source;

/// An open way to the provider behind one integration.
///
/// @param source     what a pass asks
/// @param registrar  who holds the registrations
/// @param attachment to the provider's own name servers
/// @param renewal    who renews registrations
record Line(Source source, Registrar registrar, LiveDnsAttachment attachment, AutoRenewal renewal) {
    Line {
        requireNonNull(source, "source is null");
        requireNonNull(registrar, "registrar is null");
        requireNonNull(attachment, "attachment is null");
        requireNonNull(renewal, "renewal is null");
    }

    DnsProvider zones() {
        return source.zones();
    }

    Snapshots snapshots() {
        return source.snapshots();
    }
}
