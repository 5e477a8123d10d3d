package cadastre.cli;

import cadastre.gandi.Gandi;
import cadastre.lookup.AddressBook;
import cadastre.provider.Observer;
import cadastre.provider.PoliteClient;
import cadastre.provider.ProviderException;
import cadastre.selfhosted.AxfrDdns;
import cadastre.selfhosted.Bind;
import cadastre.selfhosted.Notices;
import cadastre.selfhosted.PowerDns;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// Opens what entries of the credentials give access to. All that goes over a network goes through one
/// client.
final class Services implements AutoCloseable {
    /// Types that registrations may be held at.
    static final Set<String> REGISTRARS = Set.of("GANDI_V5", "NONE");

    /// Types that zones may be held at.
    static final Set<String> DNS_PROVIDERS = Set.of("GANDI_V5", "BIND", "AXFRDDNS", "POWERDNS");

    private static final Duration LONGEST_LOOKUP = Duration.ofSeconds(15);

    private final Surroundings surroundings;
    private final PoliteClient client;
    private final OptionalInt rate;
    private final OptionalLong serial;

    /// @param rate   requests in any 60 seconds, 0 for what is usual
    /// @param serial of the SOA records that are written, 0 for the next
    /// @throws Exit if one of them cannot be, or the surroundings forbid a client
    Services(Surroundings surroundings, int rate, int serial) throws Exit {
        if (rate < 0) {
            throw Exit.because("--rate " + rate + " is no rate: at least 1 request in any 60 seconds");
        }
        if (serial < 0) {
            throw Exit.because("--bindserial " + serial + " is no serial: 1 or more, or 0 for the next one");
        }
        this.surroundings = surroundings;
        this.rate = rate == 0 ? OptionalInt.empty() : OptionalInt.of(rate);
        this.serial = serial == 0 ? OptionalLong.empty() : OptionalLong.of(serial);
        this.client = new PoliteClient(PoliteClient.Options.of(
                surroundings.environment(), "Cadastre/" + Version.NUMBER, new Waits(surroundings.err())));
    }

    /// {@return what an entry gives access to}
    ///
    /// @param name  of the entry
    /// @param type  one of [#REGISTRARS] or [#DNS_PROVIDERS]
    /// @param entry its keys and values
    /// @param meta  JSON of what the configuration gave the provider, if it did
    /// @throws ProviderException with [Reason.Misconfigured] if something in them cannot be
    Service open(String name, String type, Map<String, String> entry, Optional<String> meta) throws ProviderException {
        return switch (type) {
            case "GANDI_V5" -> new Service.OfGandi(Gandi.open(name, entry, client, rate));
            case "BIND" ->
                new Service.OfBind(Bind.open(
                        entry,
                        meta,
                        new Bind.Desk(
                                surroundings.folder(),
                                surroundings.clock(),
                                "cadastre",
                                serial,
                                new FileNotices(surroundings))));
            case "AXFRDDNS" -> new Service.OfAxfrDdns(axfrDdns(entry, meta));
            case "POWERDNS" -> new Service.OfPowerDns(PowerDns.open(name, entry, meta, client));
            case "NONE" -> new Service.OfNobody();
            default -> throw new IllegalArgumentException("no type " + type);
        };
    }

    private AxfrDdns axfrDdns(Map<String, String> entry, Optional<String> meta) throws ProviderException {
        AxfrDdns opened = AxfrDdns.open(entry, meta, AddressBook.ofSystem(LONGEST_LOOKUP), client::trust);
        opened.warnings().forEach(warning -> surroundings.err().println("WARNING: " + warning));
        return opened;
    }

    /// What the client says goes to standard error.
    private record Waits(PrintStream err) implements Observer {
        @Override
        public void waiting(Wait why, Duration duration) {
            if (why == Wait.TOO_MANY) {
                err.println("NOTE: the service says that there were too many requests; going on in "
                        + Durations.words(duration));
            }
        }

        @Override
        public void warning(String text) {
            err.println("WARNING: " + text);
        }
    }

    /// What users of DNSControl read of zone files.
    private record FileNotices(Surroundings surroundings) implements Notices {
        @Override
        public void fileMissing(String file) {
            surroundings.err().println("INFO: File does not (yet) exist: \"" + file + "\"");
        }

        @Override
        public void directoryMissing(String directory) {
            // One call, so that the lines of zones that are read side by side do not mix.
            surroundings.out().print("\nWARNING: BIND directory \"" + directory + "\" does not exist! (will create)\n");
        }

        @Override
        public void writing(String file) {
            surroundings.out().println("WRITING ZONEFILE: " + file);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
