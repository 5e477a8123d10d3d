package cadastre.desk;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Alias;
import cadastre.dns.Cname;
import cadastre.dns.Mx;
import cadastre.dns.Name;
import cadastre.dns.Ns;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RdataTypes;
import cadastre.dns.Srv;
import cadastre.dns.Zone;
import cadastre.plan.Change;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Something that whoever reviews a change of a zone should see before the word is given. Not an objection: the change
/// may be right.
///
/// @param title  what, one sentence
/// @param detail why it matters; one or two sentences
public record Remark(String title, String detail) {
    private static final int MANY_IN = 10;

    /// None may be null.
    public Remark {
        requireNonNull(title, "title is null");
        requireNonNull(detail, "detail is null");
    }

    /// {@return what is to be said of changes, the gravest first}
    ///
    /// @param before the zone as it is
    /// @param after  the zone as it will be
    static List<Remark> of(List<Change> changes, Zone before, Zone after) {
        List<Remark> remarks = new ArrayList<>();
        for (Change change : changes) {
            pointedTo(change, after).ifPresent(remarks::add);
        }
        for (Change change : changes) {
            apex(change, before.apex()).ifPresent(remarks::add);
        }
        long touched = changes.stream().filter(one -> one.before().isPresent()).count();
        int size = before.rrsets().size();
        if (size >= MANY_IN && touched * 3 > size) {
            remarks.add(new Remark(
                    touched + " of " + size + " RRsets change or go.",
                    "That is more than a third of the zone. Look whether it is the zone you mean."));
        }
        return remarks;
    }

    /// A name that goes while others still lead to it.
    private static Optional<Remark> pointedTo(Change change, Zone after) {
        Name name = change.key().owner();
        if (!(change instanceof Change.Remove) || !after.rrsetsAt(name).isEmpty()) {
            return Optional.empty();
        }
        Set<String> from = new LinkedHashSet<>();
        for (RRset rrset : after.rrsets()) {
            if (rrset.rdata().stream().anyMatch(rdata -> target(rdata).equals(Optional.of(name)))) {
                from.add(rrset.owner().withoutDot() + " " + rrset.type());
            }
        }
        return from.isEmpty()
                ? Optional.empty()
                : Optional.of(new Remark(
                        name.withoutDot() + " is still pointed to.", String.join(", ", from) + " would lead nowhere."));
    }

    private static Optional<Name> target(Rdata rdata) {
        return switch (rdata) {
            case Cname(Name target) -> Optional.of(target);
            case Alias(Name target) -> Optional.of(target);
            case Mx(var _, Name exchange) -> Optional.of(exchange);
            case Ns(Name server) -> Optional.of(server);
            case Srv(var _, var _, var _, Name target) -> Optional.of(target);
            default -> Optional.empty();
        };
    }

    private static Optional<Remark> apex(Change change, Name apex) {
        RRset.Key key = change.key();
        boolean goes = change instanceof Change.Remove;
        String ttl = change.before()
                .map(rrset -> " Caches may keep what was for " + rrset.ttl().seconds() + " s.")
                .orElse("");
        if (key.owner().equals(apex) && key.type().equals(RdataTypes.MX)) {
            return Optional.of(new Remark(
                    goes ? "The apex MX goes." : "The apex MX changes.",
                    (goes ? "No mail will arrive for " : "Mail arrives elsewhere for ") + apex.withoutDot() + "."
                            + ttl));
        }
        if (key.owner().equals(apex) && key.type().equals(RdataTypes.NS)) {
            return Optional.of(new Remark(
                    "The apex NS change.", "The delegation at the registry should name the same servers." + ttl));
        }
        boolean dmarc = key.owner().labels().size() == apex.labels().size() + 1
                && key.owner().isAtOrBelow(apex)
                && key.owner().labels().getFirst().equalsIgnoreCase("_dmarc");
        if (dmarc && goes) {
            return Optional.of(new Remark(
                    "The DMARC policy goes.", "Others may send mail in the name of " + apex.withoutDot() + "." + ttl));
        }
        return Optional.empty();
    }
}
