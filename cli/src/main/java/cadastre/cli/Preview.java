package cadastre.cli;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import cadastre.language.DomainConfig;
import cadastre.plan.Objection;
import cadastre.plan.Step;
import cadastre.plan.ZonePlan;
import cadastre.provider.DnsProvider;
import cadastre.provider.ProviderException;
import cadastre.provider.Reading;
import cadastre.provider.Reason;
import cadastre.provider.WholeZoneProvider;
import cadastre.provider.ZoneCreator;
import cadastre.rollout.Audience;
import cadastre.rollout.JournalException;
import cadastre.rollout.RegistrationRollout;
import cadastre.rollout.StepResult;
import cadastre.rollout.ZoneRollout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// `preview` and `push`: which zones exist, what is to do for each, and (push) doing it.
///
/// The phases and what is printed in them are those of spec dnscontrol.md section 1.3. Zones are gathered side by side
/// and
/// shown, and changed, one after the other in the order of the configuration.
final class Preview {
    private final Options options;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean push;
    private final boolean full;
    private final Surroundings surroundings;
    private final Project project;
    private final Transcript transcript;
    private final SeenZones seen;
    private final FileJournal journal;
    private final StateFolder state;
    private final Map<DomainConfig, Map<String, Reading>> readings = new HashMap<>();
    private int total;
    private boolean failed;

    Preview(Options options, Surroundings surroundings, Project project, boolean push) {
        this.options = options;
        this.surroundings = surroundings;
        this.out = surroundings.out();
        this.err = surroundings.err();
        this.push = push;
        this.full = options.on("full");
        this.project = project;
        this.transcript = new Transcript(out, new DiffLines(Colours.of(options, surroundings)));
        this.state = StateFolder.of(surroundings);
        this.seen = new SeenZones(state);
        this.journal = new FileJournal(state, surroundings.clock());
    }

    /// {@return the exit status}
    ///
    /// @param reverseUndecided whether the configuration should choose a rule for classless reverse zones
    int run(boolean reverseUndecided) throws Exit {
        List<DomainConfig> selected = project.selected();
        List<DomainConfig> domains = selected.stream()
                .filter(domain -> project.skipped(domain).isEmpty())
                .toList();
        if (push) {
            sayWhatIsUnfinished(domains);
        }
        project.sayHowLong(domains.size());
        if (!options.on("no-populate")) {
            populate(domains);
        }
        Map<DomainConfig, Gathering.Gathered> gathered = new IdentityHashMap<>();
        gather(domains).forEach(zone -> gathered.put(zone.domain(), zone));
        if (full) {
            out.println("PHASE 3: CORRECTIONS");
        }
        try {
            for (DomainConfig domain : selected) {
                Gathering.Gathered zone = gathered.get(domain);
                transcript.zone(domain.displayName());
                if (zone == null) {
                    transcript.skipped(project.skipped(domain).orElseThrow());
                    failed |= !options.on("skip-foreign");
                } else {
                    correct(zone);
                }
            }
            journal.close();
            seen.save();
        } catch (JournalException e) {
            throw Exit.because(e.getMessage());
        } catch (IOException e) {
            err.println(
                    "WARNING: what was seen of the zones could not be kept in " + state.path() + ": " + e.getMessage());
        }
        project.sayWhoWasRefused();
        return finish(reverseUndecided);
    }

    private int finish(boolean reverseUndecided) throws Exit {
        surroundings
                .variable("TEAMCITY_VERSION")
                .ifPresent(_ -> err.print("##teamcity[buildStatus status='SUCCESS' text='" + total + " corrections']"));
        if (reverseUndecided) {
            out.println(ConfigVerbs.REVERSE_WARNING);
        }
        if (full) {
            out.println("Inaccurate statistics: " + statistics());
        }
        out.println("Done. " + total + " corrections.");
        if (!Report.write(options.text("report"), transcript.entries(), surroundings)) {
            throw Exit.because("could not write report");
        }
        if (failed) {
            throw Exit.because("completed with errors");
        }
        if (total != 0 && options.on("expect-no-changes")) {
            throw Exit.because("there are pending changes");
        }
        return 0;
    }

    /// How much memory the run took for how many records.
    private String statistics() {
        Runtime runtime = Runtime.getRuntime();
        long octets = runtime.totalMemory() - runtime.freeMemory();
        List<DomainConfig> domains = project.selected();
        long records =
                domains.stream().mapToLong(domain -> domain.records().size()).sum();
        long each = records == 0 ? 0 : octets / records;
        return "{\"memory_in_use\":" + octets + ",\"memory_in_use_str\":\"" + octets / 1_000_000
                + " MB\",\"num_records\":" + records + ",\"num_zones\":" + domains.size() + ",\"rc_size\":" + each
                + ",\"benchmark1\":" + each + ",\"benchmark1str\":\"" + each / 1000 + " kB\"}";
    }

    private void sayWhatIsUnfinished(List<DomainConfig> domains) {
        Map<String, String> unfinished = FileJournal.unfinished(state);
        for (DomainConfig domain : domains) {
            if (unfinished.containsKey(Name.of(domain.name()).toString())) {
                err.println("NOTE: an earlier push of " + domain.name()
                        + " ended in the middle of a write; the zone is read afresh, so this one finishes it");
            }
        }
    }

    private void populate(List<DomainConfig> domains) {
        if (full) {
            out.println("PHASE 1: CHECKING for missing zones");
        }
        Phase phase = new Phase(out, Phase.Kind.CHECKING, options, domains);
        phase.begin();
        Map<DomainConfig, List<Missing>> missing = new LinkedHashMap<>();
        for (DomainConfig domain : domains) {
            missing.put(domain, phase.look(domain, () -> missing(domain)));
        }
        phase.end();
        missing.forEach(this::show);
    }

    private List<Missing> missing(DomainConfig domain) {
        List<Missing> ofZone = new ArrayList<>();
        for (String provider : domain.dnsProviders().keySet()) {
            missing(domain, project.account(provider)).ifPresent(ofZone::add);
        }
        return ofZone;
    }

    /// What is to say, or to do, about a zone that is missing, or might be, at an account.
    ///
    /// @param creator who makes it; nobody if there is only something to say
    private record Missing(Account account, String text, Optional<ZoneCreator> creator) {}

    private void show(DomainConfig domain, List<Missing> missing) {
        if (missing.isEmpty()) {
            return;
        }
        failed |= missing.stream().anyMatch(one -> one.creator().isEmpty());
        transcript.zone(domain.displayName());
        for (Missing one : missing) {
            if (project.selectedProviders(domain).contains(one.account().name())) {
                transcript.section(domain.name(), "provider", one.account().name(), 1, full);
                total++;
                if (one.creator().isPresent()) {
                    create(Name.of(domain.name()), one.text(), one.creator().get());
                } else {
                    transcript.info(List.of(one.text()));
                }
            }
        }
    }

    private void create(Name apex, String text, ZoneCreator creator) {
        transcript.item(List.of(text));
        if (push || options.on("populate-on-preview")) {
            if (isDeclined()) {
                say(new StepResult.Declined());
                return;
            }
            try {
                creator.createZone(apex);
                say(new StepResult.Done());
            } catch (ProviderException e) {
                say(new StepResult.Failed(e));
            }
        }
    }

    private Optional<Missing> missing(DomainConfig domain, Account account) {
        try {
            if (account.holds(domain)) {
                return Optional.empty();
            }
        } catch (ProviderException e) {
            return Optional.of(new Missing(
                    account, "zoneList failed for \"" + account.name() + "\": " + e.getMessage(), Optional.empty()));
        }
        DnsProvider provider = account.dns(domain);
        return provider instanceof ZoneCreator creator
                ? Optional.of(new Missing(
                        account,
                        "Ensuring zone \"" + domain.name() + "\" exists in \"" + account.name() + "\"",
                        Optional.of(creator)))
                : whyNotListed(domain, account, provider).map(text -> new Missing(account, text, Optional.empty()));
    }

    private Optional<String> whyNotListed(DomainConfig domain, Account account, DnsProvider provider) {
        try {
            // Lists leave out what another organization pays for; a zone whose records answer exists.
            Reading reading = provider.read(Name.of(domain.name()));
            readings.computeIfAbsent(domain, _ -> new HashMap<>()).put(account.name(), reading);
            return Optional.empty();
        } catch (ProviderException e) {
            if (e.reason() instanceof Reason.NotFound) {
                return Optional.of("Zone \"" + domain.name() + "\" does not exist. Can not create because \""
                        + account.name() + "\" does not implement ZoneCreator");
            }
            return Optional.of("Zone \"" + domain.name() + "\" is not in the list of \"" + account.name()
                    + "\" and does not answer: " + e.getMessage());
        }
    }

    private List<Gathering.Gathered> gather(List<DomainConfig> domains) {
        if (full) {
            out.println("PHASE 2: GATHERING data");
        }
        Phase phase = new Phase(out, Phase.Kind.GATHERING, options, domains);
        phase.begin();
        boolean serial = options.text("cmode").equals("none");
        List<DomainConfig> largestFirst = new ArrayList<>(domains);
        if (!serial) {
            largestFirst.sort(
                    Comparator.comparingInt(domain -> -domain.records().size()));
        }
        Map<DomainConfig, Future<Gathering.Gathered>> running = new HashMap<>();
        List<Gathering.Gathered> gathered = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(
                serial ? 1 : options.number("cmax"), Thread.ofVirtual().factory())) {
            largestFirst.forEach(domain ->
                    running.put(domain, threads.submit(() -> phase.look(domain, gatherer(domain)::gather))));
            for (DomainConfig domain : domains) {
                gathered.add(outcome(requireNonNull(running.get(domain), "every zone was submitted")));
            }
        }
        Set<String> said = new LinkedHashSet<>();
        gathered.forEach(zone -> said.addAll(zone.warnings()));
        said.forEach(warning -> out.println("WARNING: " + warning));
        phase.end();
        return gathered;
    }

    private static <T> T outcome(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while zones were gathered", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("gathering a zone failed in a way that nobody foresaw", e.getCause());
        }
    }

    private Gathering gatherer(DomainConfig domain) {
        Map<String, Account> providers = new LinkedHashMap<>();
        domain.dnsProviders().keySet().forEach(name -> providers.put(name, project.account(name)));
        return new Gathering(
                domain,
                providers,
                project.account(domain.registrar()),
                project.selectedProviders(domain),
                readings.getOrDefault(domain, Map.of()),
                seen,
                new Gathering.Settings(
                        options.number("reportmax"), full, !options.on("disableordering"), options.on("skip-foreign")));
    }

    private void correct(Gathering.Gathered zone) throws JournalException {
        for (Section section : zone.sections()) {
            correct(zone.domain(), section);
        }
    }

    private void correct(DomainConfig domain, Section section) throws JournalException {
        boolean provider = domain.dnsProviders().containsKey(section.account().name());
        if (full) {
            out.println((provider ? "----- DNS Provider: " : "----- Registrar: ")
                    + section.account().name() + "...");
        }
        List<Step> steps = section.zone().map(ZonePlan::steps).orElse(List.of());
        int count = transcript.changes(steps) + (section.registrar().isPresent() ? 1 : 0);
        transcript.section(
                domain.name(),
                provider ? "provider" : "registrar",
                section.account().name(),
                count,
                full);
        total += count;
        failed |= section.failed();
        boolean whole = section.zone().isPresent() && section.account().dns(domain) instanceof WholeZoneProvider;
        if (!whole) {
            section.reports().forEach(transcript::info);
        }
        if (section.zone().isPresent()) {
            // What stays is said at the head of the one item of a zone that is written as a whole.
            List<String> head =
                    whole ? section.reports().stream().flatMap(List::stream).toList() : List.of();
            apply(domain, section.account(), section.zone().get(), head);
        }
        section.notes().forEach(transcript::info);
        if (section.registrar().isPresent()) {
            redelegate(Name.of(domain.name()), section.registrar().get());
        }
    }

    private void apply(DomainConfig domain, Account account, ZonePlan plan, List<String> head) throws JournalException {
        sayObjections(plan);
        if (options.on("disableordering")) {
            err.println(ConfigVerbs.date(surroundings) + "[Info: ordering of the changes has been disabled.]");
        }
        if (!push) {
            plan.steps().forEach(step -> transcript.item(lines(head, step)));
            return;
        }
        DnsProvider provider = account.dns(domain);
        ZoneRollout.Approved approved = ZoneRollout.propose(plan)
                .approve()
                .orElseThrow(() -> new IllegalStateException("a blocked plan of " + plan.apex() + " was kept"));
        ZoneRollout.Applied applied = approved.apply(provider, journal, new Audience() {
            @Override
            public boolean next(Step step) {
                transcript.item(lines(head, step));
                return !isDeclined();
            }

            @Override
            public void ended(Step step, StepResult result) {
                say(result);
            }
        });
        if (applied.sent()) {
            readBack(account.address(domain), provider, applied);
        }
    }

    /// With `-i`, asks whether an item shall be carried out: a line that is `y` says so, everything else does not.
    private boolean isDeclined() {
        if (!push || !options.on("i")) {
            return false;
        }
        out.print("Run? (y/N): ");
        out.flush();
        try {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            int octet = surroundings.in().read();
            while (octet >= 0 && octet != '\n') {
                answer.write(octet);
                octet = surroundings.in().read();
            }
            return octet < 0 || !answer.toString(StandardCharsets.UTF_8).strip().equalsIgnoreCase("y");
        } catch (IOException e) {
            err.println("WARNING: no answer could be read (" + e.getMessage() + "), which is taken for a no");
            return true;
        }
    }

    private List<String> lines(List<String> head, Step step) {
        List<String> lines = new ArrayList<>(head);
        lines.addAll(transcript.linesOf(step));
        return lines;
    }

    private void sayObjections(ZonePlan plan) {
        for (Objection objection : plan.objections()) {
            if (!plan.isEmpty() && !(objection instanceof Objection.DeclaredAndIgnored)) {
                err.println("WARNING: " + objection.message() + "; " + objection.advice());
            }
        }
        if (!plan.circular().isEmpty()) {
            err.println("Warning: Found unresolved records ["
                    + String.join(
                            " ", plan.circular().stream().map(DiffLines::fqdn).toList()) + "].");
            err.println("This can indicate a circular dependency, please ensure all targets from given records exist"
                    + " and no circular dependencies exist in the changeset. These unresolved records are still added"
                    + " as changes and pushed to the provider, but will cause issues if and when the provider checks"
                    + " the changes.");
            err.println("For more information and how to disable the reordering please consolidate our documentation"
                    + " at https://docs.dnscontrol.org/developer-info/ordering");
        }
    }

    private void say(StepResult result) {
        switch (result) {
            case StepResult.Done() -> transcript.success();
            case StepResult.Failed(ProviderException reason) -> {
                failed = true;
                transcript.failure(String.valueOf(reason.getMessage()));
                reason.advice().ifPresent(err::println);
            }
            case StepResult.Declined() -> out.println("Skipping");
        }
    }

    private void readBack(String address, DnsProvider provider, ZoneRollout.Applied applied) {
        Name apex = applied.plan().apex();
        try {
            ZoneRollout.Verification verification = applied.verify(provider);
            if (verification.zone().isEmpty()) {
                seen.emptied(address, apex);
            } else {
                seen.saw(address, apex, verification.zone().rrsets().size());
            }
            if (verification instanceof ZoneRollout.Verification.Diverged(var _, var left)) {
                failed = true;
                left.forEach(key -> err.println("ERROR: " + DiffLines.fqdn(key.owner()) + " " + key.type()
                        + " was accepted but does not read back as written; run preview again to see what is there"));
            }
        } catch (ProviderException e) {
            failed = true;
            err.println("ERROR: " + apex.withoutDot() + " could not be read back after the writes: " + e.getMessage());
        }
    }

    private void redelegate(Name name, Section.Redelegation redelegation) throws JournalException {
        transcript.item(List.of(redelegation.text()));
        if (push && isDeclined()) {
            say(new StepResult.Declined());
        } else if (push) {
            Account account = redelegation.account();
            say(RegistrationRollout.apply(
                    name,
                    redelegation.fingerprint(),
                    redelegation.change(),
                    account.registrar().orElseThrow(),
                    journal));
        }
    }
}
