package cadastre.cli;

import cadastre.dns.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How many RRsets each zone held when it was last seen, so that a zone that suddenly reads as empty is noticed.
///
/// A file of lines `service TAB apex TAB count`. Safe for use by several threads; of two processes the later wins,
/// which
/// costs at most a warning.
final class SeenZones {
    private static final String NAME = "zones.tsv";

    private final StateFolder folder;
    private final Map<String, Integer> counts = new TreeMap<>();
    private boolean changed;

    SeenZones(StateFolder folder) {
        this.folder = folder;
        for (String line : folder.lines(NAME)) {
            int tab = line.lastIndexOf('\t');
            if (tab > 0 && line.substring(tab + 1).matches("[0-9]{1,9}")) {
                counts.put(line.substring(0, tab), Integer.parseInt(line.substring(tab + 1)));
            }
        }
    }

    /// {@return whether the zone held something when it was last seen}
    synchronized boolean wasFilled(String service, Name apex) {
        return counts.getOrDefault(key(service, apex), 0) > 0;
    }

    /// Notes what a zone held when it was read. A zone that reads as empty is not noted: only [#emptied] says so.
    synchronized void saw(String service, Name apex, int rrsets) {
        if (rrsets > 0 && !Integer.valueOf(rrsets).equals(counts.put(key(service, apex), rrsets))) {
            changed = true;
        }
    }

    /// Notes that we emptied a zone ourselves.
    synchronized void emptied(String service, Name apex) {
        changed |= counts.remove(key(service, apex)) != null;
    }

    private static String key(String service, Name apex) {
        return service + "\t" + apex.lowerCase();
    }

    /// Writes what was noted.
    ///
    /// @throws IOException if it cannot be written
    synchronized void save() throws IOException {
        if (!changed) {
            return;
        }
        List<String> lines = counts.entrySet().stream()
                .map(entry -> entry.getKey() + "\t" + entry.getValue())
                .toList();
        Path file = folder.file(NAME);
        Path next = Files.createTempFile(file.toAbsolutePath().getParent(), NAME, ".new");
        Files.write(next, lines);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        changed = false;
    }
}
