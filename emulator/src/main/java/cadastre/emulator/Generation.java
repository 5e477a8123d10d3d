package cadastre.emulator;

import cadastre.dns.Name;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Domains that are made up, for tests of size: the same ones for the same seed.
///
/// @param domains how many, up to a million
/// @param rrsets  how many RRsets they have together, up to ten million; zones differ in size
record Generation(int domains, int rrsets, long seed) {
    private static final int MOST_DOMAINS = 1_000_000;
    private static final int MOST_RRSETS = 10_000_000;
    private static final Pattern SETTING = Pattern.compile("(domains|rrsets|seed)=(\\d{1,9})");

    /// Of RFC 2606 and 6761: none of them is anybody's.
    private static final List<String> TLDS = List.of("example", "test", "invalid");

    private static final List<String> WORDS = List.of(
            "amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "haven", "inlet", "jetty", "knoll", "lagoon",
            "meadow", "north", "orchard", "pier", "quarry", "river", "summit", "tarn", "upland", "valley", "willow");
    private static final List<String> HOSTS = List.of("www", "mail", "api", "shop", "blog", "dev", "static", "vpn");
    private static final int YEAR = 365;

    Generation {
        if (domains < 1 || domains > MOST_DOMAINS) {
            throw new IllegalArgumentException("domains are 1 to " + MOST_DOMAINS + ", not " + domains);
        }
        if (rrsets < 0 || rrsets > MOST_RRSETS) {
            throw new IllegalArgumentException("rrsets are 0 to " + MOST_RRSETS + ", not " + rrsets);
        }
    }

    /// {@return what `domains=N,rrsets=M,seed=S` says; a hundred domains with ten RRsets each and 0 for what is not
    /// said}
    ///
    /// @throws IllegalArgumentException if it says something else
    static Generation parse(String text) {
        int domains = 100;
        int rrsets = -1;
        long seed = 0;
        for (String setting : text.split(",", -1)) {
            Matcher matcher = SETTING.matcher(setting.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "\"" + setting + "\" is not understood; write domains=500,rrsets=10000,seed=1");
            }
            int number = Integer.parseInt(matcher.group(2));
            switch (matcher.group(1)) {
                case "domains" -> domains = number;
                case "rrsets" -> rrsets = number;
                default -> seed = number;
            }
        }
        return new Generation(domains, rrsets < 0 ? domains * 10 : rrsets, seed);
    }

    /// {@return `registry` with these domains too, in its first organization}
    Registry addedTo(Registry registry, EmulatorOptions options) {
        Random random = new Random(seed);
        List<Domain> all = new ArrayList<>(registry.domains());
        Organization organization = registry.organizations().getFirst();
        int left = rrsets;
        for (int i = 0; i < domains; i++) {
            int mean = left / (domains - i);
            int size = i == domains - 1 ? left : Math.min(left, random.nextInt(2 * mean + 1));
            left -= size;
            all.add(domain(i, size, random, organization, options));
        }
        return new Registry(registry.organizations(), registry.credentials(), all);
    }

    private static Domain domain(
            int number, int size, Random random, Organization organization, EmulatorOptions options) {
        String fqdn = WORDS.get(random.nextInt(WORDS.size())) + "-" + WORDS.get(random.nextInt(WORDS.size())) + "-"
                + number + "." + TLDS.get(random.nextInt(TLDS.size()));
        Name apex = Name.of(fqdn);
        ZoneKeys keys = new ZoneKeys(apex, List.of());
        NewZone newZone = new NewZone(
                fqdn,
                new ZoneRules(keys::isInUse, options.guesses().apexNsAllowed()),
                options.guesses().keptSnapshots(),
                options.clock(),
                true,
                options.dnsPort().isPresent());
        LiveZone zone = newZone.empty();
        try {
            zone.replaceAll(rrsets(size, random));
        } catch (ZoneConflict e) {
            throw new IllegalStateException("the generated zone contradicts itself", e);
        }
        zone.setSnapshotting(true);
        return new Domain(
                fqdn,
                fqdn,
                organization,
                facts(fqdn, random, organization, options.clock().instant()),
                new Domain.Dns(NameServers.liveDns(fqdn), Optional.of(zone), keys, List.of(), newZone));
    }

    private static DomainFacts facts(String fqdn, Random random, Organization organization, Instant now) {
        Instant created = now.minus(Duration.ofDays(1 + random.nextInt(10 * YEAR)));
        return new DomainFacts(
                new UUID(random.nextLong(), random.nextLong()).toString(),
                fqdn.substring(fqdn.indexOf('.') + 1),
                created,
                created,
                now.plus(Duration.ofDays(1 + random.nextInt(2 * YEAR))),
                created,
                List.of(DomainFacts.LOCK),
                List.of(),
                new DomainFacts.Autorenew(random.nextInt(4) > 0, 1, Optional.empty()),
                Optional.empty(),
                List.of(),
                true,
                new DomainFacts.Contact(
                        organization.firstName(),
                        organization.lastName(),
                        organization.legalName(),
                        organization.type(),
                        "1 Example Street",
                        "Paris",
                        "75001",
                        "FR",
                        "+33.123456789",
                        organization.email(),
                        true,
                        true),
                Map.of());
    }

    private static List<StoredRrset> rrsets(int size, Random random) {
        List<StoredRrset> rrsets = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            String name = i == 0 ? "@" : i <= HOSTS.size() ? HOSTS.get(i - 1) : "host-" + i;
            int address = random.nextInt(1 << 16);
            String ip = "198.18." + (address >> 8) + "." + (address & 0xff);
            rrsets.add(
                    switch (i == 0 ? 0 : random.nextInt(6)) {
                        case 0, 1, 2 -> new StoredRrset(name, "A", 10800, List.of(ip));
                        case 3 ->
                            new StoredRrset(
                                    name, "AAAA", 3600, List.of("2001:db8::" + Integer.toHexString(address + 1)));
                        case 4 -> new StoredRrset(name, "CNAME", 300, List.of("target-" + address + ".example.net."));
                        default -> new StoredRrset(name, "TXT", 10800, List.of("\"note " + address + "\""));
                    });
        }
        return rrsets;
    }
}
