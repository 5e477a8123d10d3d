package cadastre.selfhosted;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import cadastre.provider.ProviderException;
import cadastre.provider.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// A directory of zone files: an entry of `creds.json` of the type `BIND`. Thread-safe as long as no two threads write
/// the same zone.
///
/// Keys of the entry: `directory` (`zones`), `filenameformat` (`%c.zone`, see [FileNames]). Settings of the
/// configuration: `default_soa` and `default_ns`.
public final class Bind {
    private final String directory;
    private final FileNames names;
    private final BindSettings settings;
    private final Desk desk;

    /// Where and when zone files are written, and by whom.
    ///
    /// @param folder  the caller's folder, absolute; a relative directory is one in it
    /// @param clock   from which serials are made
    /// @param program by whom files say they were written
    /// @param serial  of every SOA that is written, if it is not to be counted
    /// @param notices who is told what happens
    public record Desk(Path folder, InstantSource clock, String program, OptionalLong serial, Notices notices) {
        /// None may be null.
        public Desk {
            requireNonNull(folder, "folder is null");
            requireNonNull(clock, "clock is null");
            requireNonNull(program, "program is null");
            requireNonNull(serial, "serial is null");
            requireNonNull(notices, "notices is null");
        }
    }

    private Bind(String directory, FileNames names, BindSettings settings, Desk desk) {
        this.directory = directory;
        this.names = names;
        this.settings = settings;
        this.desk = desk;
    }

    /// {@return the directory that an entry means; nothing is read or made yet}
    ///
    /// @param entry    its keys and values
    /// @param settings JSON of the object that the configuration gave the provider, if it did
    /// @throws ProviderException with [Reason.Misconfigured] if something in the settings cannot be
    public static Bind open(Map<String, String> entry, Optional<String> settings, Desk desk) throws ProviderException {
        String directory = entry.getOrDefault("directory", "");
        String format = entry.getOrDefault("filenameformat", "");
        return new Bind(
                directory.isEmpty() ? "zones" : directory,
                FileNames.of(format.isEmpty() ? FileNames.USUAL : format),
                settings.isPresent() ? BindSettings.parse(settings.get()) : BindSettings.NONE,
                desk);
    }

    /// {@return a zone of it as a provider: the zone of that label, and others under their plain names}
    ///
    /// @param label    the zone
    /// @param signing  whether the file is to say that the zone shall be signed
    public BindZones zone(ZoneLabel label, boolean signing) {
        return new BindZones(this, label, signing);
    }

    /// {@return the zones that lie there, by name, those without tag first; perhaps empty}
    ///
    /// @throws ProviderException if there is no such directory, or it cannot be read
    public List<ZoneLabel> labels() throws ProviderException {
        Path path = path();
        if (!Files.isDirectory(path)) {
            throw new ProviderException(
                    "directory \"" + directory + "\" does not exist",
                    new Reason.NotFound(Reason.Missing.ADDRESS),
                    null);
        }
        try (Stream<Path> files = Files.walk(path, names.depth())) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> names.zone(path.relativize(file).toString()).stream())
                    .sorted(Comparator.comparing(ZoneLabel::apex).thenComparing(ZoneLabel::tag))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new ProviderException(
                    "directory \"" + directory + "\" cannot be read: " + e.getMessage(),
                    new Reason.Unreachable(),
                    null,
                    e);
        }
    }

    /// {@return the apexes of the zones that lie there, each once}
    List<Name> apexes() throws ProviderException {
        return labels().stream().map(ZoneLabel::apex).distinct().toList();
    }

    /// {@return where the directory is}
    Path path() {
        return desk.folder().resolve(directory);
    }

    /// {@return where the file of a zone is}
    Path path(ZoneLabel label) {
        return desk.folder().resolve(shown(label));
    }

    /// {@return the same as people see it}
    String shown(ZoneLabel label) {
        return Path.of(directory, names.of(label)).normalize().toString();
    }

    String directory() {
        return directory;
    }

    BindSettings settings() {
        return settings;
    }

    Desk desk() {
        return desk;
    }
}
