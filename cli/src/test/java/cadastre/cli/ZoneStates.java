package cadastre.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lists of states in `conformance/states.txt`, whose first lines say how they are written.
final class ZoneStates {
    private static final Pattern REPEATED = Pattern.compile("(.)\\{(\\d+)}");
    private static final Pattern COUNTED = Pattern.compile("\\{(\\d+)\\.\\.(\\d+)}");
    private static final Pattern RECORD = Pattern.compile("(\\S+) (?:(\\d+) )?([A-Z][A-Z0-9]*) (.*)");

    /// A list of states.
    record Group(String name, boolean onlyGandi, List<State> states) {}

    /// What is declared, and what has to be then.
    ///
    /// @param modifiers what is inside `D(...)`, each followed by a comma
    /// @param before    records that somebody else puts there first
    /// @param said      parts of standard output
    /// @param zone      all records, as `OWNER TTL IN TYPE VALUE`
    /// @param writes    requests that change something
    /// @param questions requests that read something else than the zone
    record State(
            String name,
            String modifiers,
            List<String> before,
            List<String> said,
            List<String> zone,
            int writes,
            int questions) {}

    private final List<Group> groups = new ArrayList<>();
    private String name = "";
    private int writes;
    private int questions;
    private StringBuilder modifiers = new StringBuilder();
    private List<String> before = new ArrayList<>();
    private List<String> said = new ArrayList<>();
    private List<String> zone = new ArrayList<>();

    private ZoneStates() {}

    static List<Group> all() {
        try (var in = ZoneStates.class.getResourceAsStream("/conformance/states.txt")) {
            String text = new String(Objects.requireNonNull(in, "no states").readAllBytes(), StandardCharsets.UTF_8);
            ZoneStates states = new ZoneStates();
            text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(states::take);
            states.endState();
            return states.groups;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(String line) {
        String rest = line.substring(Math.min(3, line.length()));
        if (line.startsWith("== ")) {
            endState();
            boolean onlyGandi = rest.endsWith(" | gandi");
            groups.add(new Group(rest.replace(" | gandi", ""), onlyGandi, new ArrayList<>()));
        } else if (line.startsWith("-- ")) {
            endState();
            String[] parts = rest.split(" \\| ", -1);
            name = parts[0];
            String[] counts = parts[1].split(" \\+", -1);
            writes = Integer.parseInt(counts[0]);
            questions = counts.length < 2 ? 0 : Integer.parseInt(counts[1]);
        } else if (line.equals("> same")) {
            zone.addAll(groups.getLast().states().getLast().zone());
        } else if (line.startsWith("> ")) {
            zone.addAll(records(line.substring(2)));
        } else if (line.startsWith("< ")) {
            before.addAll(records(line.substring(2)));
        } else if (line.startsWith("! ")) {
            said.add(line.substring(2));
        } else {
            modifiers.append(line).append(line.endsWith(",") ? "\n" : ",\n");
        }
    }

    private void endState() {
        if (!name.isEmpty()) {
            groups.getLast()
                    .states()
                    .add(new State(
                            name,
                            modifiers.toString(),
                            before,
                            said,
                            zone.stream().sorted().toList(),
                            writes,
                            questions));
        }
        name = "";
        modifiers = new StringBuilder();
        before = new ArrayList<>();
        said = new ArrayList<>();
        zone = new ArrayList<>();
    }

    private static List<String> records(String line) {
        Matcher counted = COUNTED.matcher(line);
        if (!counted.find()) {
            return List.of(record(line));
        }
        MatchResult range = counted.toMatchResult();
        List<String> records = new ArrayList<>();
        for (int i = Integer.parseInt(range.group(1)); i <= Integer.parseInt(range.group(2)); i++) {
            String number = String.format("%0" + range.group(1).length() + "d", i);
            records.add(record(line.substring(0, range.start()) + number + line.substring(range.end())));
        }
        return records;
    }

    private static String record(String line) {
        String spelled =
                REPEATED.matcher(line).replaceAll(result -> result.group(1).repeat(Integer.parseInt(result.group(2))));
        Matcher record = RECORD.matcher(spelled);
        if (!record.matches()) {
            throw new IllegalArgumentException("this is no record: " + line);
        }
        String ttl = record.group(2) == null ? "300" : record.group(2);
        return record.group(1) + " " + ttl + " IN " + record.group(3) + " " + record.group(4);
    }
}
