package cadastre.emulator;

import cadastre.dns.Name;
import cadastre.dns.Presentation;
import cadastre.dns.PresentationException;
import cadastre.dns.RdataTypes;

/// IP addresses as texts.
final class Addresses {
    private Addresses() {}

    /// {@return whether `text` writes an IPv4 or IPv6 address, as an A or AAAA record would}
    static boolean isAddress(String text) {
        try {
            Presentation.rdata(text.indexOf(':') < 0 ? RdataTypes.A : RdataTypes.AAAA, text, Name.of("."));
            return true;
        } catch (PresentationException e) {
            return false;
        }
    }
}
