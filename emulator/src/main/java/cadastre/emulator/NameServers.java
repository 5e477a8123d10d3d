package cadastre.emulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// LiveDNS's name servers: one out of each of three groups, chosen by a hash of the zone's name.
final class NameServers {
    private static final int SERVERS_PER_GROUP = 250;
    private static final Pattern LIVEDNS = Pattern.compile("ns-\\d{1,3}-[abc]\\.gandi\\.net");

    private static final Pattern HOST_NAME =
            Pattern.compile("([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z0-9-]{1,63}");
    private static final Pattern IPV4 = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");

    /// The name servers of Gandi's DNS before LiveDNS.
    static final List<String> CLASSIC = List.of("a.dns.gandi.net", "b.dns.gandi.net", "c.dns.gandi.net");

    private NameServers() {}

    /// {@return the three names for a zone, without final dots; the same ones each time}
    static List<String> liveDns(String fqdn) {
        return Stream.of("a", "b", "c")
                .map(group -> "ns-" + number(fqdn, group) + "-" + group + ".gandi.net")
                .toList();
    }

    private static long number(String fqdn, String group) {
        CRC32 hash = new CRC32();
        hash.update((fqdn + "/" + group).getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % SERVERS_PER_GROUP + 1;
    }

    /// {@return whether `name`, in lower case and without a final dot, can be a name server's}
    static boolean isHostName(String name) {
        return name.length() <= 253
                && HOST_NAME.matcher(name).matches()
                && !IPV4.matcher(name).matches();
    }

    /// {@return what Gandi calls a delegation to `names`: `livedns`, `abc` or `other`}
    static String kind(List<String> names) {
        if (!names.isEmpty()
                && names.stream().allMatch(name -> LIVEDNS.matcher(name).matches())) {
            return "livedns";
        }
        return names.equals(CLASSIC) ? "abc" : "other";
    }
}
