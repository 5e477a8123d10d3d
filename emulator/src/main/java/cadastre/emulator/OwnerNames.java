package cadastre.emulator;

import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import cadastre.dns.RelativeName;
import java.util.Optional;

/// Owner names as the API takes them: `@` for the apex, otherwise relative to it, or absolute and inside the
/// zone.
final class OwnerNames {
    private OwnerNames() {}

    /// {@return the name relative to `apex`, spelled as it was}
    ///
    /// @throws Refused if it is absolute and outside the zone
    /// @throws PresentationException if it is no name
    static String forWriting(String name, Name apex) throws Refused, PresentationException {
        if (name.equals("@")) {
            return name;
        }
        if (!name.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new PresentationException("a name is written in ASCII without blanks", 1, 1);
        }
        if (!name.endsWith(".") || name.endsWith("\\.")) {
            RelativeName relative = RelativeName.parse(name);
            Name.parse(relative + "." + apex);
            return name;
        }
        return inside(name, apex)
                .orElseThrow(() -> new Refused(
                        Errors.badRequest("Absolute rrset_name must end with " + apex + " (" + name + ")")));
    }

    /// {@return the name by which to look, which finds nothing if it is no name}
    static String forReading(String name, Name apex) {
        if (!name.endsWith(".")) {
            return name;
        }
        try {
            return inside(name, apex).orElse(name);
        } catch (PresentationException _) {
            return name;
        }
    }

    private static Optional<String> inside(String absolute, Name apex) throws PresentationException {
        return Name.parse(absolute).relativeTo(apex).map(RelativeName::toString);
    }
}
