package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/// For the same zone, the emulated name servers answer as BIND does.
class DnsAgainstBindLawTest {
    private static final int ZONES = 25;
    private static final List<String> LABELS = List.of("a", "b", "C", "*", "_x");
    private static final List<Integer> TYPES = List.of(
            Type.A,
            Type.AAAA,
            Type.TXT,
            Type.MX,
            Type.CNAME,
            Type.NS,
            Type.DS,
            Type.SOA,
            Type.DNAME,
            Type.SRV,
            Type.ANY);

    @TempDir
    Path folder;

    private final Map<String, Map<String, Map<String, List<String>>>> zones = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eachAnswerIsBinds(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < ZONES; i++) {
            String apex = "zone" + i + ".example";
            zones.put(apex, zone(random, apex));
        }
        EmulatorOptions options = EmulatorOptions.standard().withDns(0);
        int compared = 0;
        try (Emulator emulator = Emulator.start(options, Portfolio.parse("generated", portfolio(), options));
                Named named = Named.start(folder, texts(emulator))) {
            int port = emulator.dnsPort().orElseThrow();
            for (Map.Entry<String, Map<String, Map<String, List<String>>>> zone : zones.entrySet()) {
                for (String name : names(random, zone.getKey(), zone.getValue())) {
                    for (int type : TYPES) {
                        compare(
                                "seed %d: %s %s in %s".formatted(seed, name, Type.string(type), zone.getValue()),
                                named.port(),
                                port,
                                name,
                                type,
                                random);
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(5_000);
    }

    private void compare(String what, int bind, int port, String name, int type, Random random) throws IOException {
        String server = "127.0.0." + (2 + random.nextInt(3));
        Message query = DnsQuery.question(name, type);
        int room = List.of(512, 700, 1232).get(random.nextInt(3));
        if (room > 512) {
            DnsQuery.edns(query, room == 700 ? 700 : 4096);
        }
        Message expected = DnsQuery.udp("127.0.0.1", bind, query);
        Message actual = DnsQuery.udp(server, port, query);
        if (expected.getHeader().getFlag(Flags.TC) || actual.getHeader().getFlag(Flags.TC)) {
            // What of an answer that does not fit is sent is each server's own matter, and so is how tightly it packs
            // names; but it must be near the limit, and the whole answer comes over TCP.
            boolean both =
                    expected.getHeader().getFlag(Flags.TC) && actual.getHeader().getFlag(Flags.TC);
            expected = DnsQuery.tcp("127.0.0.1", bind, query);
            actual = DnsQuery.tcp(server, port, query);
            if (expected.getRcode() != Rcode.SERVFAIL) { // a circle of DNAMEs: long names, packed very differently
                assertThat(expected.numBytes()).as(what).isGreaterThan(both ? room : room - 60);
                assertThat(expected.numBytes()).as(what).isLessThan(both ? 65535 : room + 60);
            }
        }
        assertThat(DnsQuery.text(actual)).as(what).isEqualTo(DnsQuery.text(expected));
    }

    /// {@return names with data, names between, names below, names that are not there}
    private static Set<String> names(Random random, String apex, Map<String, Map<String, List<String>>> zone) {
        Set<String> names = new LinkedHashSet<>();
        names.add(apex);
        for (String name : zone.keySet()) {
            String full = full(name, apex);
            names.add(full);
            names.add(random.nextInt(3) == 0 ? "deep." + full : "x.y." + full);
            names.add(full.substring(full.indexOf('.') + 1));
        }
        for (int i = 0; i < 8; i++) {
            names.add(name(random) + "." + apex);
        }
        names.removeIf(name -> !name.endsWith(apex));
        return names;
    }

    private static String full(String name, String apex) {
        return name.equals("@") ? apex : name + "." + apex;
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder(LABELS.get(random.nextInt(LABELS.size())));
        int more = random.nextInt(3);
        for (int i = 0; i < more; i++) {
            name.append('.').append(LABELS.get(random.nextInt(LABELS.size())));
        }
        return name.toString();
    }

    /// {@return values by name and type}
    private static Map<String, Map<String, List<String>>> zone(Random random, String apex) {
        Map<String, Map<String, List<String>>> zone = new LinkedHashMap<>();
        for (int i = 0; i < 14; i++) {
            String name = random.nextInt(8) == 0 ? "@" : name(random);
            if (zone.keySet().stream().noneMatch(name::equalsIgnoreCase)) {
                zone.put(name, node(random, name, apex));
            }
        }
        return zone;
    }

    private static Map<String, List<String>> node(Random random, String name, String apex) {
        Map<String, List<String>> node = new LinkedHashMap<>();
        boolean apexItself = name.equals("@");
        switch (apexItself ? 9 : random.nextInt(12)) {
            case 0, 1 -> node.put("CNAME", List.of(target(random, apex)));
            case 2 -> {
                if (!name.contains("*")) {
                    node.put("NS", List.of(target(random, apex), "ns." + full(name, apex) + "."));
                    if (random.nextBoolean()) {
                        node.put("DS", List.of("12345 13 2 " + "00112233445566778899AABBCCDDEEFF".repeat(2)));
                    }
                    return node;
                }
                node.put("A", List.of("192.0.2.1"));
            }
            case 3 -> {
                if (!name.contains("*")) {
                    node.put("DNAME", List.of(target(random, apex)));
                }
                node.put("TXT", List.of("\"beside\""));
            }
            default -> {
                node.put("A", addresses(random));
                if (random.nextBoolean()) {
                    node.put("AAAA", List.of("2001:db8::" + (1 + random.nextInt(99))));
                }
                if (random.nextInt(3) == 0) {
                    node.put("MX", List.of("10 " + target(random, apex), "20 " + target(random, apex)));
                }
                if (random.nextInt(4) == 0) {
                    node.put("TXT", texts(random));
                }
                if (random.nextInt(5) == 0) {
                    node.put("SRV", List.of("1 2 3 " + target(random, apex)));
                }
            }
        }
        return node;
    }

    private static List<String> addresses(Random random) {
        List<String> addresses = new ArrayList<>();
        int count = random.nextInt(10) == 0 ? 60 : 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            addresses.add("192.0.2." + (i + 1));
        }
        return addresses;
    }

    private static List<String> texts(Random random) {
        List<String> texts = new ArrayList<>();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            texts.add("\"" + i + "x".repeat(random.nextInt(220)) + "\"");
        }
        return texts;
    }

    private static String target(Random random, String apex) {
        return switch (random.nextInt(6)) {
            case 0 -> "host.elsewhere.example.";
            case 1 -> "a.zone" + random.nextInt(ZONES) + ".example.";
            case 2 -> apex + ".";
            default -> name(random).replace("*", "w") + "." + apex + ".";
        };
    }

    private String portfolio() {
        List<Object> domains = new ArrayList<>();
        zones.forEach((apex, zone) -> {
            List<Object> records = new ArrayList<>();
            zone.forEach((name, node) -> node.forEach((type, values) -> records.add(
                    Fields.of("rrset_name", name).and("rrset_type", type).and("rrset_values", values))));
            domains.add(Fields.of("fqdn", apex).and("organization", "one").and("records", records));
        });
        return JsonText.compact(
                Fields.of("organizations", List.of(Fields.of("id", "1").and("name", "one")))
                        .and("domains", domains));
    }

    /// {@return the zones as files, with the name servers that LiveDNS adds}
    private Map<String, String> texts(Emulator emulator) {
        Map<String, String> texts = new TreeMap<>();
        for (String apex : zones.keySet()) {
            StringBuilder text =
                    new StringBuilder("$ORIGIN " + apex + ".\n").append(ZoneText.write(emulator.zoneState(apex)));
            emulator.nameServers(apex)
                    .forEach(server ->
                            text.append("@ 10800 IN NS ").append(server).append(".\n"));
            texts.put(apex, text.toString());
        }
        return texts;
    }
}
