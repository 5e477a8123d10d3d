package cadastre.cli;

import cadastre.provider.ProviderException;
import cadastre.rollout.StepResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The items of a run, one after the other: shown, asked about, and what became of them said and told to whoever is to
/// be notified (spec dnscontrol.md sections 1.3 and 1.5).
final class Corrections {
    private final Transcript transcript;
    private final PrintStream out;
    private final PrintStream err;
    private final InputStream in;
    private final boolean asked;
    private final Notifier notifier;
    private Item current = new Item("", "", List.of());
    private int total;
    private boolean failed;

    /// What is notified of.
    ///
    /// @param zone    without tag
    /// @param account the name in the credentials
    /// @param lines   as they were shown
    private record Item(String zone, String account, List<String> lines) {}

    Corrections(Options options, Surroundings surroundings, boolean push, Notifier notifier) {
        this.transcript = new Transcript(surroundings.out(), new DiffLines(Colours.of(options, surroundings)));
        this.out = surroundings.out();
        this.err = surroundings.err();
        this.in = surroundings.in();
        this.asked = push && options.on("i");
        this.notifier = notifier;
    }

    Transcript transcript() {
        return transcript;
    }

    /// Notes that something failed, so that the run does.
    void fail() {
        failed = true;
    }

    boolean failed() {
        return failed;
    }

    /// Counts changes that were announced.
    void count(int changes) {
        total += changes;
    }

    int total() {
        return total;
    }

    /// Shows an item that is not going to be carried out in this run.
    void foreseen(String zone, String account, List<String> lines) {
        show(zone, account, lines);
        said(notifier.foreseen(zone, account, Transcript.plain(lines)));
    }

    /// Shows an item.
    ///
    /// @return whether it is to be carried out; [#ended] is to be called in any case
    boolean next(String zone, String account, List<String> lines) {
        show(zone, account, lines);
        return !isDeclined();
    }

    private void show(String zone, String account, List<String> lines) {
        current = new Item(zone, account, lines);
        transcript.item(lines);
    }

    /// Says what became of the last item.
    void ended(StepResult result) {
        String text = Transcript.plain(current.lines());
        switch (result) {
            case StepResult.Done() -> {
                transcript.success();
                said(notifier.done(current.zone(), current.account(), text));
            }
            case StepResult.Failed(ProviderException reason) -> {
                failed = true;
                transcript.failure(String.valueOf(reason.getMessage()));
                reason.advice().ifPresent(err::println);
                said(notifier.failed(current.zone(), current.account(), text, String.valueOf(reason.getMessage())));
            }
            case StepResult.Declined() -> out.println("Skipping");
        }
    }

    private void said(Optional<String> problem) {
        problem.ifPresent(text -> out.println("WARNING: Error sending notification: " + text));
    }

    /// With `-i`, asks whether an item shall be carried out: a line that is `y` says so, everything else does not.
    private boolean isDeclined() {
        if (!asked) {
            return false;
        }
        out.print("Run? (y/N): ");
        out.flush();
        try {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            int octet = in.read();
            while (octet >= 0 && octet != '\n') {
                answer.write(octet);
                octet = in.read();
            }
            return octet < 0 || !answer.toString(StandardCharsets.UTF_8).strip().equalsIgnoreCase("y");
        } catch (IOException e) {
            err.println("WARNING: no answer could be read (" + e.getMessage() + "), which is taken for a no");
            return true;
        }
    }
}
