package cadastre.cli;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import cadastre.language.DomainConfig;
import cadastre.plan.Objection;
import cadastre.plan.Step;
import cadastre.plan.ZonePlan;
import cadastre.provider.DnsProvider;
import cadastre.provider.ProviderException;
import cadastre.provider.WholeZoneProvider;
import cadastre.rollout.Audience;
import cadastre.rollout.JournalException;
import cadastre.rollout.RegistrationRollout;
import cadastre.rollout.StepResult;
import cadastre.rollout.ZoneRollout;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final DiffLines lines;
    private final Corrections corrections;
    private final Transcript transcript;
    private final Population population;
    private final SeenZones seen;
    private final FileJournal journal;
    private final StateFolder state;
    private List<DomainConfig> selected = List.of();

    Preview(Options options, Surroundings surroundings, Project project, Notifier notifier, boolean push) {
        this.options = options;
        this.surroundings = surroundings;
        this.out = surroundings.out();
        this.err = surroundings.err();
        this.push = push;
        this.full = options.on("full");
        this.project = project;
        this.lines = new DiffLines(Colours.of(options, surroundings));
        this.corrections = new Corrections(options, surroundings, push, notifier);
        this.transcript = corrections.transcript();
        this.population = new Population(options, surroundings, project, corrections, push);
        this.state = StateFolder.of(surroundings);
        this.seen = new SeenZones(state);
        this.journal = new FileJournal(state, surroundings.clock());
    }

    /// {@return the exit status}
    ///
    /// @param reverseUndecided whether the configuration should choose a rule for classless reverse zones
    int run(boolean reverseUndecided) throws Exit {
        String file = options.text("plan");
        Optional<PlanFile> saved =
                push && !file.isEmpty() ? Optional.of(PlanFile.read(file, surroundings)) : Optional.empty();
        selected = project.selected();
        List<DomainConfig> domains = selected.stream()
                .filter(domain -> project.skipped(domain).isEmpty())
                .toList();
        if (push) {
            sayWhatIsUnfinished(domains);
        }
        project.sayHowLong(domains.size());
        if (!options.on("no-populate")) {
            population.populate(domains);
        }
        Map<DomainConfig, Gathering.Gathered> gathered = new HashMap<>();
        gather(domains).forEach(zone -> gathered.put(zone.domain(), zone));
        Optional<PlanFile> plan = file.isEmpty() ? Optional.empty() : Optional.of(plan(domains, gathered));
        if (saved.isPresent()) {
            requireSame(saved.get(), plan.orElseThrow());
        }
        if (full) {
            out.println("PHASE 3: CORRECTIONS");
        }
        try {
            for (DomainConfig domain : selected) {
                Gathering.Gathered zone = gathered.get(domain);
                transcript.zone(domain.displayName());
                if (zone == null) {
                    transcript.skipped(project.skipped(domain).orElseThrow());
                    failed(!options.on("skip-foreign"));
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
        if (!push && plan.isPresent()) {
            write(plan.get(), file);
        }
        return finish(reverseUndecided);
    }

    private PlanFile plan(List<DomainConfig> domains, Map<DomainConfig, Gathering.Gathered> gathered) {
        return PlanFile.of(
                domains.stream().map(gathered::get).map(Objects::requireNonNull).toList(), lines);
    }

    private void requireSame(PlanFile saved, PlanFile now) throws Exit {
        List<String> differences = saved.differences(now);
        if (!differences.isEmpty()) {
            differences.forEach(err::println);
            throw Exit.because(
                    "the plan in " + options.text("plan") + " does not fit any more; nothing was changed",
                    "Run preview --plan again, and read what it shows.");
        }
    }

    private void write(PlanFile plan, String file) throws Exit {
        if (corrections.failed()) {
            err.println("NOTE: " + file + " was not written: a plan is made of a run without errors only");
        } else {
            plan.write(file, surroundings);
            err.println("NOTE: the plan " + plan.hash() + " is in " + file);
        }
    }

    private int finish(boolean reverseUndecided) throws Exit {
        surroundings
                .variable("TEAMCITY_VERSION")
                .ifPresent(_ -> err.print(
                        "##teamcity[buildStatus status='SUCCESS' text='" + corrections.total() + " corrections']"));
        if (reverseUndecided) {
            out.println(ConfigVerbs.REVERSE_WARNING);
        }
        if (full) {
            out.println("Inaccurate statistics: " + statistics());
        }
        out.println("Done. " + corrections.total() + " corrections.");
        if (!Report.write(options.text("report"), transcript.entries(), surroundings)) {
            throw Exit.because("could not write report");
        }
        if (corrections.failed()) {
            throw Exit.because("completed with errors");
        }
        if (corrections.total() != 0 && options.on("expect-no-changes")) {
            throw Exit.because("there are pending changes");
        }
        return 0;
    }

    /// How much memory the run took for how many records.
    private String statistics() {
        Runtime runtime = Runtime.getRuntime();
        long octets = runtime.totalMemory() - runtime.freeMemory();
        long records =
                selected.stream().mapToLong(domain -> domain.records().size()).sum();
        long each = records == 0 ? 0 : octets / records;
        return "{\"memory_in_use\":" + octets + ",\"memory_in_use_str\":\"" + octets / 1_000_000
                + " MB\",\"num_records\":" + records + ",\"num_zones\":" + selected.size() + ",\"rc_size\":" + each
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
                population.readings(domain),
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
        corrections.count(count);
        failed(section.failed());
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
            redelegate(domain.name(), section.registrar().get());
        }
    }

    private void apply(DomainConfig domain, Account account, ZonePlan plan, List<String> head) throws JournalException {
        sayObjections(plan);
        if (options.on("disableordering")) {
            err.println(ConfigVerbs.date(surroundings) + "[Info: ordering of the changes has been disabled.]");
        }
        if (!push) {
            plan.steps().forEach(step -> corrections.foreseen(domain.name(), account.name(), lines(head, step)));
            return;
        }
        DnsProvider provider = account.dns(domain);
        ZoneRollout.Approved approved = ZoneRollout.propose(plan)
                .approve()
                .orElseThrow(() -> new IllegalStateException("a blocked plan of " + plan.apex() + " was kept"));
        ZoneRollout.Applied applied = approved.apply(provider, journal, new Audience() {
            @Override
            public boolean next(Step step) {
                return corrections.next(domain.name(), account.name(), lines(head, step));
            }

            @Override
            public void ended(Step step, StepResult result) {
                corrections.ended(result);
            }
        });
        if (applied.sent()) {
            readBack(account.address(domain), provider, applied);
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
                corrections.fail();
                left.forEach(key -> err.println("ERROR: " + DiffLines.fqdn(key.owner()) + " " + key.type()
                        + " was accepted but does not read back as written; run preview again to see what is there"));
            }
        } catch (ProviderException e) {
            corrections.fail();
            err.println("ERROR: " + apex.withoutDot() + " could not be read back after the writes: " + e.getMessage());
        }
    }

    private void redelegate(String zone, Section.Redelegation redelegation) throws JournalException {
        Account account = redelegation.account();
        List<String> lines = List.of(redelegation.text());
        if (!push) {
            corrections.foreseen(zone, account.name(), lines);
        } else if (corrections.next(zone, account.name(), lines)) {
            corrections.ended(RegistrationRollout.apply(
                    Name.of(zone),
                    redelegation.fingerprint(),
                    redelegation.change(),
                    account.registrar().orElseThrow(),
                    journal));
        } else {
            corrections.ended(new StepResult.Declined());
        }
    }

    private void failed(boolean failure) {
        if (failure) {
            corrections.fail();
        }
    }
}
