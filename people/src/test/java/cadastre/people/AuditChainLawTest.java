package cadastre.people;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.vault.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Logs by chance, one thing changed in each.
class AuditChainLawTest {
    private static final int SEEDS = 500;
    private static final WorkspaceId OURS = Examples.workspace().id();
    private static final AuditChain CHAIN = new AuditChain(Secret.of("an audit key of thirty-two octets, or more"));

    private static String text(Random chance) {
        return chance.ints(chance.nextInt(12), 0, 0x2FF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Optional<Digest> digest(Random chance) {
        return chance.nextBoolean() ? Optional.empty() : Optional.of(Digest.of(text(chance)));
    }

    private static AuditEntry entry(Random chance) {
        SortedMap<String, String> details = new TreeMap<>();
        for (int i = chance.nextInt(4); i > 0; i--) {
            details.put(text(chance), text(chance));
        }
        return new AuditEntry(
                OURS,
                Instant.ofEpochMilli(chance.nextLong(4_000_000_000_000L)),
                text(chance),
                chance.nextBoolean() ? Door.CONSOLE : Door.API,
                text(chance),
                text(chance),
                digest(chance),
                digest(chance),
                details);
    }

    private static AuditEntry changed(AuditEntry entry, Random chance) {
        String more = "x";
        SortedMap<String, String> details = new TreeMap<>(entry.details());
        details.merge("reason", more, String::concat);
        Optional<Digest> other = Optional.of(Digest.of("other " + chance.nextLong()));
        Door door = entry.door() == Door.CONSOLE ? Door.SCHEDULE : Door.CONSOLE;
        int which = chance.nextInt(8);
        return new AuditEntry(
                entry.workspace(),
                which == 0 ? entry.at().plusMillis(1) : entry.at(),
                which == 1 ? entry.who() + more : entry.who(),
                which == 2 ? door : entry.door(),
                which == 3 ? entry.action() + more : entry.action(),
                which == 4 ? entry.object() + more : entry.object(),
                which == 5 ? other : entry.before(),
                which == 6 ? other : entry.after(),
                which == 7 ? details : entry.details());
    }

    private static List<AuditChain.Chained> log(Random chance) {
        List<AuditChain.Chained> log = new ArrayList<>();
        AuditChain.Head head = AuditChain.Head.NONE;
        for (int i = 1 + chance.nextInt(20); i > 0; i--) {
            AuditChain.Chained next = CHAIN.next(head, entry(chance));
            log.add(next);
            head = next.head();
        }
        return log;
    }

    @Test
    void whateverIsChangedTheFirstChangedPlaceIsTold() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Random chance = new Random(seed);
            List<AuditChain.Chained> log = log(chance);
            assertThat(CHAIN.verify(OURS, log, Optional.empty()))
                    .as("seed %s, unchanged", seed)
                    .isEqualTo(new AuditChain.Whole(log.getLast().head()));

            int place = chance.nextInt(log.size());
            AuditChain.Chained one = log.get(place);
            log.set(place, new AuditChain.Chained(one.number(), changed(one.entry(), chance), one.link()));
            assertThat(CHAIN.verify(OURS, log, Optional.empty()))
                    .as("seed %s, entry %s changed", seed, place + 1)
                    .isEqualTo(new AuditChain.Broken(place + 1, AuditChain.Damage.ALTERED));
        }
    }

    @Test
    void aFlippedBitOfALinkIsTold() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Random chance = new Random(seed);
            List<AuditChain.Chained> log = log(chance);
            int place = chance.nextInt(log.size());
            AuditChain.Chained one = log.get(place);
            byte[] link = one.link().octets();
            link[chance.nextInt(32)] ^= (byte) (1 << chance.nextInt(8));
            log.set(place, new AuditChain.Chained(one.number(), one.entry(), Digest.ofOctets(link)));

            assertThat(CHAIN.verify(OURS, log, Optional.empty()))
                    .as("seed %s", seed)
                    .isEqualTo(new AuditChain.Broken(place + 1, AuditChain.Damage.ALTERED));
        }
    }

    @Test
    void whateverIsRemovedIsToldByWhoNotedTheHead() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            Random chance = new Random(seed);
            List<AuditChain.Chained> log = log(chance);
            Optional<AuditChain.Head> noted = Optional.of(log.getLast().head());
            int place = chance.nextInt(log.size());
            boolean last = place == log.size() - 1;
            log.remove(place);

            assertThat(CHAIN.verify(OURS, log, noted))
                    .as("seed %s", seed)
                    .isEqualTo(new AuditChain.Broken(
                            place + 1, last ? AuditChain.Damage.CUT_OFF : AuditChain.Damage.MISSING));
        }
    }
}
