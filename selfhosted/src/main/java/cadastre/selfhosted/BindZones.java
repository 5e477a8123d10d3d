package cadastre.selfhosted;

import cadastre.dns.Alias;
import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RdataTypes;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Soa;
import cadastre.dns.Ttl;
import cadastre.dns.Txt;
import cadastre.dns.Zone;
import cadastre.dns.ZoneFile;
import cadastre.provider.ProviderException;
import cadastre.provider.Reading;
import cadastre.provider.Reason;
import cadastre.provider.WholeZoneProvider;
import cadastre.provider.ZoneCreator;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Zone files as a provider.
///
/// A text that is cut into several strings reads as one, as configurations have no other. A file is replaced at once:
/// whoever reads it sees the old zone or the new one.
public final class BindZones implements WholeZoneProvider, ZoneCreator {
    private final Bind bind;
    private final ZoneLabel label;
    private final boolean signing;

    BindZones(Bind bind, ZoneLabel label, boolean signing) {
        this.bind = bind;
        this.label = label;
        this.signing = signing;
    }

    private ZoneLabel label(Name apex) {
        return apex.equals(label.apex()) ? label : ZoneLabel.of(apex);
    }

    /// {@return where the file of the zone is, or will be}
    public Path file() {
        return bind.path(label);
    }

    @Override
    public List<Name> zones() throws ProviderException {
        return bind.apexes();
    }

    /// {@return whether the zone has a file}
    public boolean exists() {
        return Files.exists(file());
    }

    @Override
    public Reading read(Name apex) throws ProviderException {
        if (!Files.isDirectory(bind.path())) {
            bind.desk().notices().directoryMissing(bind.directory());
        }
        ZoneLabel asked = label(apex);
        if (!Files.exists(bind.path(asked))) {
            bind.desk().notices().fileMissing(bind.shown(asked));
            throw new ProviderException(
                    "File does not (yet) exist: \"" + bind.shown(asked) + "\"",
                    new Reason.NotFound(Reason.Missing.ZONE),
                    null);
        }
        List<ResourceRecord> records = records(asked);
        List<ResourceRecord> compared = records.stream()
                .map(record -> new ResourceRecord(record.owner(), record.ttl(), withoutSerial(record.rdata())))
                .toList();
        return new Reading(Zone.ofRecords(apex, compared), records, List.of());
    }

    private List<ResourceRecord> records(ZoneLabel asked) throws ProviderException {
        String file = bind.shown(asked);
        try {
            String text = Files.readString(bind.path(asked));
            List<ResourceRecord> records = new ArrayList<>();
            int soas = 0;
            for (ResourceRecord record : ZoneFile.read(text, asked.apex(), new Ttl(0))) {
                if (!record.owner().isAtOrBelow(asked.apex())) {
                    throw unreadable(file, record.owner() + " is not in the zone " + asked.apex());
                }
                soas += record.rdata() instanceof Soa ? 1 : 0;
                records.add(new ResourceRecord(record.owner(), record.ttl(), joined(record.rdata())));
            }
            if (soas > 1) {
                throw unreadable(file, "a zone has one SOA, not " + soas);
            }
            return records;
        } catch (PresentationException e) {
            throw unreadable(file, file + ":" + e.describe());
        } catch (CharacterCodingException e) {
            throw unreadable(file, "it is not written in UTF-8");
        } catch (IOException e) {
            throw new ProviderException(
                    "can't read zonefile: open " + file + ": " + reason(e), new Reason.Unreachable(), null, e);
        }
    }

    private static ProviderException unreadable(String file, String why) {
        return new ProviderException("error while parsing '" + file + "': " + why, new Reason.NotUnderstood(), null);
    }

    private static Rdata joined(Rdata rdata) {
        return rdata instanceof Txt txt ? Txt.ofText(txt.joined()) : rdata;
    }

    private static Rdata withoutSerial(Rdata rdata) {
        return rdata instanceof Soa soa ? withSerial(soa, 0) : rdata;
    }

    private static Soa withSerial(Soa soa, long serial) {
        return new Soa(soa.primary(), soa.mailbox(), serial, soa.refresh(), soa.retry(), soa.expire(), soa.minimum());
    }

    /// {@return the `default_ns` of the configuration: whoever serves the files does not say so in them}
    @Override
    public List<String> nameServers(Name apex) {
        return bind.settings().nameServers();
    }

    @Override
    public boolean isSigned(Name apex) {
        return false;
    }

    /// Does nothing: the file of a zone is made when there is something to write.
    @Override
    public void createZone(Name apex) {}

    @Override
    public Zone completed(Zone desired, Zone actual) {
        RRset.Key key = new RRset.Key(desired.apex(), RdataTypes.SOA);
        ResourceRecord soa =
                bind.settings().soa().compose(desired.apex(), record(desired.rrset(key)), record(actual.rrset(key)));
        List<RRset> rrsets = new ArrayList<>(desired.rrsets());
        rrsets.removeIf(rrset -> rrset.key().equals(key));
        rrsets.add(new RRset(soa.owner(), RdataTypes.SOA, soa.ttl(), List.of(soa.rdata())));
        return Zone.of(desired.apex(), rrsets);
    }

    private static Optional<ResourceRecord> record(Optional<RRset> rrset) {
        return rrset.map(one -> one.records().getFirst());
    }

    @Override
    public void replaceZone(Zone zone) throws ProviderException {
        ZoneLabel asked = label(zone.apex());
        Instant now = bind.desk().clock().instant();
        List<ResourceRecord> records = new ArrayList<>();
        for (RRset rrset : zone.rrsets()) {
            for (ResourceRecord record : rrset.records()) {
                records.add(
                        switch (record.rdata()) {
                            case Alias _ ->
                                throw new IllegalArgumentException("ALIAS at " + record.owner() + " in a zone file");
                            case Soa soa ->
                                new ResourceRecord(record.owner(), record.ttl(), withSerial(soa, serial(asked, now)));
                            default -> record;
                        });
            }
        }
        List<String> comments = new ArrayList<>();
        comments.add("generated with " + bind.desk().program() + " " + now.truncatedTo(ChronoUnit.SECONDS));
        if (signing && asked.equals(label)) {
            comments.add("Automatic DNSSEC signing requested");
        }
        String text = ZoneFileText.write(zone.apex(), records, ZoneFileText.mostFrequentTtl(records), comments);
        bind.desk().notices().writing(bind.shown(asked));
        try {
            FileReplacement.write(bind.path(asked), text);
        } catch (IOException e) {
            throw new ProviderException(
                    "could not create zonefile: open " + bind.shown(asked) + ": " + reason(e),
                    new Reason.Unreachable(),
                    null,
                    e);
        }
    }

    private long serial(ZoneLabel asked, Instant now) throws ProviderException {
        if (bind.desk().serial().isPresent()) {
            return bind.desk().serial().getAsLong();
        }
        long old = bind.settings().soa().serial();
        if (Files.exists(bind.path(asked))) {
            for (ResourceRecord record : records(asked)) {
                old = record.rdata() instanceof Soa soa ? soa.serial() : old;
            }
        }
        return Serials.after(old, now);
    }

    private static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.AccessDeniedException _ -> "permission denied";
            case java.nio.file.NoSuchFileException _ -> "no such file or directory";
            case java.nio.file.FileAlreadyExistsException other -> other.getFile() + " is in the way";
            default -> String.valueOf(e.getMessage());
        };
    }
}
