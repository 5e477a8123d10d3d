package cadastre.language;

import cadastre.script.Outcome;
import cadastre.script.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the engine says about a program that failed, as users know it, with place and advice.
final class Failures {
    private static final String SYNTAX = "SyntaxError: ";
    private static final Pattern FIRST_PLACE = Pattern.compile("\\n\\s+at (.+):(\\d+):(\\d+)(?:\\n|$)");

    private static final Pattern SYNTAX_PLACE = Pattern.compile("File [^:]*: \\(anonymous\\): Line (\\d+):(\\d+) ");

    private static final Pattern NOT_DEFINED =
            Pattern.compile("ReferenceError: '?([A-Za-z_$][\\w$]*)'? is not defined");

    private Failures() {}

    static Program.Failed failed(Outcome.Failure failure, Sites sites, Map<String, SourceText> seen) {
        return switch (failure) {
            case Outcome.SyntaxError(String message, Place place) -> syntaxError(message, place, seen);
            case Outcome.Thrown(String text, List<Place> places) ->
                new Program.Failed(
                        EngineTexts.of(text),
                        place(text, first(places, sites).map(told -> named(text, told, seen))),
                        meant(text));
            case Outcome.TooDeep(Optional<Place> place) ->
                new Program.Failed(
                        "RangeError: Maximum call stack size exceeded",
                        first(place.stream().toList(), sites),
                        Optional.of("Functions call each other without end, or arrays contain themselves."));
            case Outcome.TimedOut(var limit) ->
                new Program.Failed(
                        "the program has not ended after " + limit.toSeconds() + " seconds",
                        Optional.empty(),
                        Optional.of("Look for a loop that does not end."));
            case Outcome.OutOfMemory(int megabytes) ->
                new Program.Failed(
                        "the program needs more than " + megabytes + " MB of memory",
                        Optional.empty(),
                        Optional.of("Look for a loop that does not end and adds something each time."));
            case Outcome.Exited(String text) -> throw new IllegalStateException("not a failure: " + text);
            case Outcome.Interrupted() -> throw new IllegalStateException("not a failure");
        };
    }

    /// Of a called name that is not defined the engine tells the argument before: the name is the next one of its kind.
    private static SourcePosition named(String text, SourcePosition told, Map<String, SourceText> seen) {
        Matcher matcher = NOT_DEFINED.matcher(text);
        SourceText source = seen.get(told.file());
        if (source == null || !matcher.find()) {
            return told;
        }
        Matcher name = Pattern.compile("(?<![\\w$.])" + Pattern.quote(matcher.group(1)) + "(?![\\w$])")
                .matcher(source.text());
        return name.find(source.offsetOf(told)) ? source.position(name.start()) : told;
    }

    /// {@return what a name that is not defined may have meant}
    private static Optional<String> meant(String text) {
        Matcher matcher = NOT_DEFINED.matcher(text);
        return matcher.find()
                ? Suggestions.nearest(matcher.group(1), Suggestions.NAMES).map(name -> "Did you mean " + name + "?")
                : Optional.empty();
    }

    private static Program.Failed syntaxError(String message, Place place, Map<String, SourceText> seen) {
        SourceText source = seen.get(place.source());
        if (source == null) {
            return new Program.Failed(SYNTAX + message, Optional.empty(), Optional.empty());
        }
        int told = source.offset(place.line(), place.column());
        int offset = EngineTexts.offender(message, source.text(), told);
        return new Program.Failed(
                EngineTexts.syntax(message, source, offset), Optional.of(source.position(offset)), Optional.empty());
    }

    /// Of a syntax error in a required file the text tells the place better than the engine does.
    private static Optional<SourcePosition> place(String text, Optional<SourcePosition> told) {
        Matcher better = SYNTAX_PLACE.matcher(text);
        return better.find()
                ? told.map(position -> new SourcePosition(
                        position.file(), Integer.parseInt(better.group(1)), Integer.parseInt(better.group(2))))
                : told;
    }

    private static Optional<SourcePosition> first(List<Place> places, Sites sites) {
        return places.stream()
                .flatMap(place -> sites.original(place.source(), place.line(), place.column()).stream())
                .findFirst();
    }

    /// {@return what an error in a required file is known as}
    ///
    /// @param text what `String(error)` gave
    /// @param stack its stack trace
    /// @param file the file
    static String describe(String text, String stack, SourceText file) {
        Matcher place = FIRST_PLACE.matcher(stack);
        if (!text.startsWith(SYNTAX) || !place.find() || !place.group(1).equals(file.file())) {
            return EngineTexts.of(text);
        }
        String message = text.substring(SYNTAX.length());
        int told = file.offset(Integer.parseInt(place.group(2)), Integer.parseInt(place.group(3)));
        return EngineTexts.syntax(message, file, EngineTexts.offender(message, file.text(), told));
    }
}
