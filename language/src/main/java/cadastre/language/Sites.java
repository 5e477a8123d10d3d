package cadastre.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The places of calls in global code, numbered from 1, and the texts that say so at run time.
///
/// In the text that is evaluated each call gets one more argument, `...__at(n)`, which is evaluated after
/// the others and right before the call, notes `n`, and adds no argument. So what a function does while it
/// runs can be told to come from call `n`, at the price of a few instructions. Number 0 stands for no
/// place. Not thread-safe.
final class Sites {
    /// The global function that notes a call of the main file.
    static final String MAIN = "__at";

    /// The global function that notes a call of a required file.
    static final String REQUIRED = "__in";

    private static final String STRICT = "use strict";
    private static final String SLOPPY = "use sloppy";

    private record Site(SourceText source, Call call) {}

    /// What was added to a text: at `offset` of the original, so that all behind it moves by `total`.
    private record Shift(int offset, int total) {}

    private final List<Site> sites = new ArrayList<>();
    private final Map<String, SourceText> sources = new HashMap<>();
    private final Map<String, List<Shift>> shifts = new HashMap<>();

    /// {@return `source` so that its calls note their numbers}
    ///
    /// @param note [#MAIN] or [#REQUIRED]
    String noting(SourceText source, String note) {
        String text = source.text();
        CallFinder.Result found = CallFinder.find(text);
        StringBuilder out = new StringBuilder(text.length() + 16 * found.calls().size());
        List<Shift> added = new ArrayList<>();
        int copied = 0;
        for (Call call : found.calls()) {
            sites.add(new Site(source, call));
            out.append(text, copied, call.end());
            copied = call.end();
            out.append(call.comma() ? ",..." : "...")
                    .append(note)
                    .append('(')
                    .append(sites.size())
                    .append(')');
            added.add(new Shift(copied, out.length() - copied));
        }
        out.append(text, copied, text.length());
        if (note.equals(MAIN)) {
            // What runs after the main file has run comes from no call.
            out.append("\n;").append(note).append("(0);");
        }
        sources.put(source.file(), source);
        shifts.put(source.file(), added);
        return sloppy(out.toString(), found.strict(), added);
    }

    /// {@return the expression `source` so that its value can be had by evaluating it}
    String expression(SourceText source) {
        sources.put(source.file(), source);
        shifts.put(source.file(), List.of(new Shift(0, 1)));
        return "(" + source.text() + "\n)";
    }

    /// {@return `source` so that it can be evaluated, without notes}
    String plain(SourceText source) {
        sources.put(source.file(), source);
        return sloppy(source.text(), CallFinder.find(source.text()).strict(), List.of());
    }

    /// From now on places in this source are places in its original text.
    void takePlain(String file) {
        shifts.remove(file);
    }

    private static String sloppy(String text, List<Integer> directives, List<Shift> added) {
        if (directives.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text);
        for (int directive : directives) {
            int start = directive;
            for (Shift shift : added) {
                start = shift.offset() <= directive ? directive + shift.total() : start;
            }
            out.replace(start, start + STRICT.length(), SLOPPY);
        }
        return out.toString();
    }

    /// {@return the text that users of DNSControl know for site `number`}
    String filepos(int number) {
        if (number <= 0 || number > sites.size()) {
            return "[<unknown>]";
        }
        Site site = sites.get(number - 1);
        SourcePosition position = site.source().position(site.call().start());
        String place = "line:" + position.line() + ":" + position.column();
        String function = site.call().function();
        return function.isEmpty() ? "[" + place + "]" : "[" + function + " (" + place + ")]";
    }

    /// {@return the position of site `number`}
    Optional<SourcePosition> position(int number) {
        if (number <= 0 || number > sites.size()) {
            return Optional.empty();
        }
        Site site = sites.get(number - 1);
        return Optional.of(site.source().position(site.call().start()));
    }

    /// {@return where in its original text a place of an evaluated text is}
    ///
    /// @param line from 1
    /// @param column from 1, in UTF-16 units
    Optional<SourcePosition> original(String file, int line, int column) {
        SourceText source = sources.get(file);
        if (source == null) {
            return Optional.empty();
        }
        return Optional.of(source.position(unshifted(file, source.offset(line, 1), column)));
    }

    /// Nothing that was added contains a line end, so only what was added to this line moved the column.
    private int unshifted(String file, int lineStart, int column) {
        int moved = lineStart + column - 1;
        int offset = moved;
        int before = 0;
        for (Shift shift : shifts.getOrDefault(file, List.of())) {
            if (shift.offset() < lineStart) {
                before = shift.total();
                continue;
            }
            int added = shift.total() - before;
            if (shift.offset() + added > moved) {
                return Math.min(offset, shift.offset());
            }
            offset = moved - added;
        }
        return offset;
    }
}
