package cadastre.emulator;

import cadastre.dns.Name;
import java.util.ArrayList;
import java.util.List;

/// A zone as a master file.
///
/// @rfc 1035 section 5.1
final class ZoneText {
    private ZoneText() {}

    /// {@return one line for each record, names relative, the SOA first}
    static String write(LiveZone zone) {
        StringBuilder text = new StringBuilder();
        synchronized (zone) {
            text.append("@ 10800 IN SOA ns1.gandi.net. hostmaster.gandi.net. ")
                    .append(zone.serial())
                    .append(" 10800 3600 604800 10800\n");
            for (StoredRrset rrset : zone.list()) {
                for (String value : rrset.values()) {
                    text.append(rrset.name())
                            .append(' ')
                            .append(rrset.ttl())
                            .append(" IN ")
                            .append(rrset.type())
                            .append(' ')
                            .append(value)
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    /// {@return the RRsets of a master file}
    static List<StoredRrset> read(String text, Name apex, Guesses guesses) throws Refused {
        return new ArrayList<>();
    }
}
