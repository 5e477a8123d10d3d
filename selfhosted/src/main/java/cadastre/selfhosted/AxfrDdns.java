package cadastre.selfhosted;

import cadastre.dns.Name;
import cadastre.dns.RRset;
import cadastre.dns.Rdata;
import cadastre.dns.RdataTypes;
import cadastre.dns.ResourceRecord;
import cadastre.dns.Zone;
import cadastre.lookup.AddressBook;
import cadastre.lookup.Answer;
import cadastre.lookup.Carrier;
import cadastre.lookup.NameServer;
import cadastre.lookup.Questions;
import cadastre.lookup.ResponseCode;
import cadastre.lookup.Transfer;
import cadastre.lookup.Transfers;
import cadastre.lookup.Update;
import cadastre.lookup.Updates;
import cadastre.provider.DnsProvider;
import cadastre.provider.ProviderException;
import cadastre.provider.Reading;
import cadastre.provider.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;

/// Zones of a name server that transfers them (AXFR) and takes updates (RFC 2136): an entry of the type
/// `AXFRDDNS`. Thread-safe.
///
/// Keys of the entry: `master` or `nameservers`, `transfer-server`, `transfer-key`, `update-key`,
/// `update-mode`, `transfer-mode`. Settings of the configuration: `default_ns`.
///
/// An update demands that every RRset it touches is still as it was when the zone was read here; where
/// somebody else changed it meanwhile, the server refuses the update. The SOA is the server's, and so
/// are the records that it makes to sign the zone: neither is in what is read.
public final class AxfrDdns implements DnsProvider {
    /// RRSIG, NSEC, DNSKEY, NSEC3, NSEC3PARAM, CDS, CDNSKEY, and BIND's notes on signing.
    private static final Set<Integer> SIGNING = Set.of(46, 47, 48, 50, 51, 59, 60, 65534);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST_TRANSFER = Duration.ofMinutes(10);

    private final AxfrDdnsEntry entry;
    private final AddressBook book;
    private final Questions questions = new Questions(Duration.ofSeconds(5), 2);
    private final Transfers transfers;
    private final Updates updates;
    private final Map<Name, Known> known = new ConcurrentHashMap<>();

    /// What was last seen of a zone, or left there.
    private record Known(Zone zone, boolean signed) {
        Known with(Zone changed) {
            return new Known(changed, signed);
        }
    }

    /// Who decides which servers are trusted, where TLS is spoken.
    @FunctionalInterface
    public interface Trust {
        /// {@return what decides it}
        ///
        /// @throws ProviderException if it cannot be said, because the settings of this machine are wrong
        SSLContext context() throws ProviderException;
    }

    private AxfrDdns(AxfrDdnsEntry entry, AddressBook book, Trust trust) throws ProviderException {
        this.entry = entry;
        this.book = book;
        this.transfers = new Transfers(LONGEST_TRANSFER, carrier(entry.transfers(), entry.source(), trust));
        this.updates = new Updates(PATIENCE, carrier(entry.updates(), entry.primary(), trust));
    }

    private static Carrier carrier(AxfrDdnsEntry.Mode mode, HostAndPort server, Trust trust) throws ProviderException {
        return switch (mode) {
            case UDP -> new Carrier.Udp();
            case TCP -> new Carrier.Tcp();
            case TLS -> new Carrier.Tls(trust.context(), server.host());
        };
    }

    /// {@return the name server that an entry means; nothing is asked yet}
    ///
    /// @param entry    its keys and values
    /// @param settings JSON of the object that the configuration gave the provider, if it did
    /// @param book     where the server is found, if the entry names it
    /// @param trust    is asked if the entry wants TLS
    /// @throws ProviderException with [Reason.Misconfigured] if something in them cannot be
    public static AxfrDdns open(Map<String, String> entry, Optional<String> settings, AddressBook book, Trust trust)
            throws ProviderException {
        return new AxfrDdns(AxfrDdnsEntry.parse(entry, settings), book, trust);
    }

    /// {@return what in the entry means nothing, as users read it; mostly empty}
    public List<String> warnings() {
        return entry.warnings();
    }

    /// {@return where updates are sent: host and port}
    public String primary() {
        return entry.primary().toString();
    }

    /// {@return the same provider, which says so when the server does not sign the zone as declared}
    ///
    /// @param autoDnssec `on`, `off`, or empty if nothing is declared
    public DnsProvider declaring(String autoDnssec) {
        return autoDnssec.isEmpty() ? this : new DeclaredSigning(this, autoDnssec.equals("on"));
    }

    /// Nothing: the protocol has no list of zones.
    @Override
    public List<Name> zones() {
        return List.of();
    }

    @Override
    public Reading read(Name apex) throws ProviderException {
        NameServer server = entry.source().find(book);
        return switch (transfers.whole(server, apex, entry.transferKey())) {
            case Transfer.Whole(var records) -> reading(apex, records);
            case Transfer.Refused(String code) -> throw refused(server, apex, code);
            case Transfer.NoAnswer(String why) ->
                throw new ProviderException(
                        "AXFRDDNS: " + entry.source() + ": no transfer of " + apex.withoutDot() + ": " + why,
                        new Reason.Unreachable(),
                        "Check `master` and `transfer-server`, and whether the server may be reached over TCP.");
        };
    }

    private Reading reading(Name apex, List<ResourceRecord> records) {
        List<ResourceRecord> shown = records.stream()
                .filter(record -> !SIGNING.contains(record.type().number()))
                .toList();
        Zone zone = Zone.ofRecords(
                apex,
                shown.stream()
                        .filter(record -> !record.type().equals(RdataTypes.SOA))
                        .toList());
        known.put(apex, new Known(zone, shown.size() < records.size()));
        return new Reading(zone, shown, List.of());
    }

    /// A server that holds the zone does not want to give it to us; one that does not hold it has
    /// nothing to give.
    private ProviderException refused(NameServer server, Name apex, String code) {
        String zone = apex.withoutDot();
        String shown = code.equals("NOTAUTH") ? "NOT AUTH (9)" : code + " (" + ResponseCode.number(code) + ")";
        String message = "[Error] AXFRDDNS: nameserver refused to transfer the zone " + zone + ": " + shown;
        boolean holds = questions.serial(server, apex) instanceof Answer.Answered answered
                && answered.authoritative()
                && answered.rrset().isPresent();
        return holds
                ? new ProviderException(
                        message,
                        new Reason.Refused(ResponseCode.number(code)),
                        "Compare `transfer-key` with the key and the access list at the server.")
                : new ProviderException(
                        message,
                        new Reason.NotFound(Reason.Missing.ZONE),
                        "The server does not hold " + zone + "; make the zone there first.");
    }

    @Override
    public List<String> nameServers(Name apex) {
        return entry.nameServers();
    }

    @Override
    public boolean isSigned(Name apex) throws ProviderException {
        return known(apex).signed();
    }

    private Known known(Name apex) throws ProviderException {
        Known one = known.get(apex);
        if (one != null) {
            return one;
        }
        read(apex);
        return known.getOrDefault(apex, new Known(Zone.empty(apex), false));
    }

    @Override
    public void put(Name apex, RRset rrset) throws ProviderException {
        carryOut(apex, List.of(), List.of(rrset));
    }

    @Override
    public void remove(Name apex, RRset.Key key) throws ProviderException {
        carryOut(apex, List.of(key), List.of());
    }

    @Override
    public void replaceName(Name apex, Name owner, List<RRset> rrsets) throws ProviderException {
        List<RRset.Key> wanted = rrsets.stream().map(RRset::key).toList();
        List<RRset.Key> gone = known(apex).zone().rrsetsAt(owner).stream()
                .map(RRset::key)
                .filter(key -> !wanted.contains(key))
                .toList();
        carryOut(apex, gone, rrsets);
    }

    private void carryOut(Name apex, List<RRset.Key> gone, List<RRset> made) throws ProviderException {
        Zone before = known(apex).zone();
        Update update = Update.of(apex);
        for (RRset.Key key : gone) {
            Optional<RRset> old = before.rrset(key);
            if (old.isPresent()) {
                update = update.demand(new Update.Demand.Unchanged(old.get())).edit(removal(apex, key));
            }
        }
        for (RRset rrset : made) {
            update = replacement(update, apex, before.rrset(rrset.key()), rrset);
        }
        if (update.edits().isEmpty()) {
            return;
        }
        Update sent = update;
        judge(apex, updates.send(entry.primary().find(book), sent, entry.updateKey()));
        known.computeIfPresent(apex, (_, one) -> one.with(changed(one.zone(), gone, made)));
    }

    private static Update.Edit removal(Name apex, RRset.Key key) throws ProviderException {
        if (key.owner().equals(apex) && key.type().equals(RdataTypes.NS)) {
            throw new ProviderException(
                    "AXFRDDNS: the name servers of " + apex.withoutDot() + " cannot all be taken away",
                    new Reason.Refused(ResponseCode.number("REFUSED")),
                    "Declare them with NAMESERVER(), or list them in `nameservers` of the entry.");
        }
        return new Update.Edit.RemoveRRset(key);
    }

    /// Name servers at the apex are added before others go, because the last ones never do (RFC 2136
    /// section 3.4.2.4).
    private static Update replacement(Update update, Name apex, Optional<RRset> old, RRset rrset) {
        Update next = update.demand(
                old.isPresent() ? new Update.Demand.Unchanged(old.get()) : new Update.Demand.Absent(rrset.key()));
        if (!rrset.owner().equals(apex) || !rrset.type().equals(RdataTypes.NS)) {
            return next.edit(new Update.Edit.RemoveRRset(rrset.key())).edit(new Update.Edit.Add(rrset));
        }
        next = next.edit(new Update.Edit.Add(rrset));
        for (Rdata rdata : old.map(RRset::rdata).orElse(List.of())) {
            if (!rrset.rdata().contains(rdata)) {
                next = next.edit(new Update.Edit.RemoveRecord(apex, rdata));
            }
        }
        return next;
    }

    private static Zone changed(Zone zone, List<RRset.Key> gone, List<RRset> made) {
        Map<RRset.Key, RRset> rrsets = new LinkedHashMap<>();
        zone.rrsets().forEach(rrset -> rrsets.put(rrset.key(), rrset));
        gone.forEach(rrsets::remove);
        made.forEach(rrset -> rrsets.put(rrset.key(), rrset));
        return Zone.of(zone.apex(), new ArrayList<>(rrsets.values()));
    }

    private void judge(Name apex, Update.Result result) throws ProviderException {
        switch (result) {
            case Update.Result.Done() -> {}
            case Update.Result.Overtaken(String code) ->
                throw new ProviderException(
                        "[Error] AXFRDDNS: somebody else changed " + apex.withoutDot() + " since it was read: " + code
                                + " (" + ResponseCode.number(code) + ")",
                        new Reason.Refused(ResponseCode.number(code)),
                        "Nothing was changed by this. Run it again and look at what is different now.");
            case Update.Result.Refused(String code) ->
                throw new ProviderException(
                        "[Error] AXFRDDNS: nameserver refused to update the zone: " + code + " ("
                                + ResponseCode.number(code) + ")",
                        new Reason.Refused(ResponseCode.number(code)),
                        "Compare `update-key` with the key at the server; its log says what it did not like.");
            case Update.Result.NotSent(String why) ->
                throw new ProviderException(
                        "AXFRDDNS: " + entry.primary() + ": " + why, new Reason.Unreachable(), null);
            case Update.Result.Unknown(String why) -> {
                known.remove(apex);
                throw new ProviderException(
                        "AXFRDDNS: " + entry.primary() + ": " + why,
                        new Reason.UnknownOutcome(),
                        "It is not known whether it was carried out: read again before sending it again.");
            }
        }
    }
}
