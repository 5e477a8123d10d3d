package cadastre.plan;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Alias;
import cadastre.dns.Caa;
import cadastre.dns.Cname;
import cadastre.dns.Mx;
import cadastre.dns.Name;
import cadastre.dns.Ns;
import cadastre.dns.Ptr;
import cadastre.dns.Rdata;
import cadastre.dns.RelativeName;
import cadastre.dns.Soa;
import cadastre.dns.Srv;
import cadastre.dns.Txt;
import java.util.Set;

/// Records that somebody else looks after: they stay as they are.
///
/// A record matches if all three match. `*` matches everything.
///
/// @param owner  the owner name relative to the apex, in lower case and A-labels; `@` is the apex
/// @param types  mnemonics; empty for all
/// @param target the target alone: the host of an MX, the text of a TXT, the value of a CAA, else the whole RDATA
public record IgnoreRule(Glob owner, Set<String> types, Glob target) {
    /// The set is copied.
    public IgnoreRule {
        requireNonNull(owner, "owner is null");
        types = Set.copyOf(types);
        requireNonNull(target, "target is null");
    }

    /// {@return whether a record of the zone at `apex` is left alone}
    public boolean matches(Name apex, Name name, Rdata rdata) {
        String relative =
                name.lowerCase().relativeTo(apex).map(RelativeName::toString).orElse("");
        return (types.isEmpty() || types.contains(rdata.type().mnemonic()))
                && owner.matches(relative.replace("\\", ""))
                && target.matches(target(rdata));
    }

    private static String target(Rdata rdata) {
        return switch (rdata) {
            case Alias(Name host) -> host.lowerCase().toString();
            case Cname(Name host) -> host.lowerCase().toString();
            case Mx(int _, Name host) -> host.lowerCase().toString();
            case Ns(Name host) -> host.lowerCase().toString();
            case Ptr(Name host) -> host.lowerCase().toString();
            case Srv(int _, int _, int _, Name host) -> host.lowerCase().toString();
            case Soa soa -> soa.primary().lowerCase().toString();
            case Caa caa -> caa.value();
            case Txt txt -> txt.joined();
            default -> rdata.canonical();
        };
    }
}
