package cadastre.emulator;

import java.util.List;

/// What Gandi puts into a new zone: its web page, its mail.
final class DefaultZone {
    private static final List<StoredRrset> RRSETS = List.of(
            rrset("@", "A", "217.70.184.38"),
            rrset("@", "MX", "10 spool.mail.gandi.net.", "50 fb.mail.gandi.net."),
            rrset("@", "TXT", "\"v=spf1 include:_mailcust.gandi.net ?all\""),
            rrset("webmail", "CNAME", "webmail.gandi.net."),
            rrset("www", "CNAME", "webredir.vip.gandi.net."),
            rrset("_imap._tcp", "SRV", "0 0 0 ."),
            rrset("_imaps._tcp", "SRV", "0 1 993 mail.gandi.net."),
            rrset("_pop3._tcp", "SRV", "0 0 0 ."),
            rrset("_pop3s._tcp", "SRV", "10 1 995 mail.gandi.net."),
            rrset("_submission._tcp", "SRV", "0 1 465 mail.gandi.net."));

    private DefaultZone() {}

    private static StoredRrset rrset(String name, String type, String... values) {
        return new StoredRrset(name, type, RrsetBody.DEFAULT_TTL, List.of(values));
    }

    /// {@return `zone` with these RRsets and no others}
    static LiveZone fill(LiveZone zone) {
        try {
            zone.replaceAll(RRSETS);
            return zone;
        } catch (ZoneConflict e) {
            throw new IllegalStateException("the default zone contradicts itself", e);
        }
    }
}
