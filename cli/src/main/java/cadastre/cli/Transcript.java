package cadastre.cli;

import cadastre.plan.Step;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// What `preview` and `push` print of zones, and what the report file holds: both are read by programs, so the shape is
/// that
/// of spec dnscontrol.md sections 1.3 and 1.4.
final class Transcript {
    /// What the report file holds of one section.
    ///
    /// @param domain    the zone
    /// @param details   each line of each item
    /// @param role      `provider` or `registrar`
    /// @param account   the name in the credentials
    record Entry(String domain, List<String> details, String role, String account) {}

    private final PrintStream out;
    private final DiffLines lines;
    private final List<Entry> entries = new ArrayList<>();
    private List<String> details = List.of();
    private int infos;
    private int items;

    Transcript(PrintStream out, DiffLines lines) {
        this.out = out;
        this.lines = lines;
    }

    void zone(String displayName) {
        out.println("******************** Domain: " + displayName);
    }

    /// Opens a section.
    ///
    /// @param count how many changes it announces; 0 announces none
    void section(String domain, String role, String account, int count, boolean full) {
        if (count > 0 || full) {
            out.println(count + (count == 1 ? " correction (" : " corrections (") + account + ")");
        }
        infos = 0;
        items = 0;
        details = new ArrayList<>();
        entries.add(new Entry(domain, details, role, account));
    }

    /// Says that a zone is not looked at; that has no section, and is no item of the report.
    void skipped(String why) {
        out.println("INFO#1: " + why);
    }

    void info(List<String> text) {
        out.println("INFO#" + ++infos + ": " + String.join("\n", text));
    }

    void item(List<String> text) {
        out.println("#" + ++items + ": " + String.join("\n", text));
        for (String line : text) {
            String plain = plain(List.of(line)).strip();
            if (!plain.isEmpty()) {
                details.add(plain);
            }
        }
    }

    /// {@return lines without colours, joined by line ends}
    static String plain(List<String> lines) {
        return String.join("\n", lines).replaceAll("\u001b\\[[0-9]+m", "");
    }

    List<String> linesOf(Step step) {
        return lines.of(step);
    }

    int changes(List<Step> steps) {
        return steps.stream().mapToInt(step -> lines.of(step).size()).sum();
    }

    void success() {
        out.println("SUCCESS!");
    }

    void failure(String why) {
        out.println("FAILURE! " + why);
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }
}
