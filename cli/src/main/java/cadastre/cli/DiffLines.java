package cadastre.cli;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.language.RdataText;
import cadastre.plan.Change;
import cadastre.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lines that show a step record by record: what is created, modified, deleted (spec dnscontrol.md section 6.2).
///
/// A change is of an RRset; people and CI wrappers read records, so the lines are worked out from the two RRsets here.
final class DiffLines {
    private final Colours colours;

    DiffLines(Colours colours) {
        this.colours = colours;
    }

    /// A record as the lines show it.
    private record Shown(String rdata, int ttl) {}

    /// {@return one line for each record that changes, at least one}
    List<String> of(Step step) {
        List<String> lines = new ArrayList<>();
        for (Change change : step.changes()) {
            of(change, lines);
        }
        return lines;
    }

    private void of(Change change, List<String> lines) {
        String what = fqdn(change.key().owner()) + " " + change.key().type();
        List<Shown> is = shown(change.before());
        List<Shown> shall = shown(change.after());
        for (Shown same : List.copyOf(is)) {
            if (shall.remove(same)) {
                is.remove(same);
            }
        }
        for (Shown old : List.copyOf(is)) {
            Optional<Shown> other = shall.stream()
                    .filter(one -> one.rdata().equals(old.rdata()))
                    .findFirst();
            if (other.isPresent()) {
                is.remove(old);
                shall.remove(other.get());
                lines.add(colours.yellow("± MODIFY-TTL " + what + " ttl=(" + old.ttl() + "->"
                        + other.get().ttl() + ") " + old.rdata()));
            }
        }
        int pairs = Math.min(is.size(), shall.size());
        for (int i = 0; i < pairs; i++) {
            lines.add(
                    colours.yellow("± MODIFY " + what + " (" + text(is.get(i)) + ") -> (" + text(shall.get(i)) + ")"));
        }
        is.subList(pairs, is.size()).forEach(old -> lines.add(colours.red("- DELETE " + what + " " + text(old))));
        shall.subList(pairs, shall.size())
                .forEach(made -> lines.add(colours.green("+ CREATE " + what + " " + text(made))));
    }

    private static String text(Shown record) {
        return record.rdata() + " ttl=" + record.ttl();
    }

    /// The records of an RRset by the order of their text.
    private static List<Shown> shown(Optional<RRset> rrset) {
        List<Shown> records = new ArrayList<>();
        if (rrset.isPresent()) {
            for (Rdata rdata : rrset.get().rdata()) {
                records.add(
                        new Shown(RdataText.comparable(rdata), rrset.get().ttl().seconds()));
            }
            records.sort((a, b) -> a.rdata().compareTo(b.rdata()));
        }
        return records;
    }

    static String fqdn(Name owner) {
        return owner.lowerCase().withoutDot();
    }
}
