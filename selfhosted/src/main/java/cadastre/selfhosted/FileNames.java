package cadastre.selfhosted;

import static java.util.Objects.requireNonNull;

import cadastre.dns.Name;
import cadastre.dns.PresentationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How zone files are called: a format whose verbs stand for the forms of a zone's name (spec dnscontrol.md section
/// 10c).
///
/// To find out which zone a file is of, the format becomes two regular expressions, one for zones with a tag and one
/// for
/// those without. Which is tried first depends on what stands between name and tag: a character that no host name holds
/// tells a tag for sure; behind a dot it might as well be a label, and is then taken for one.
final class FileNames {
    /// The usual format: `example.com.zone`, `example.com!inside.zone`.
    static final String USUAL = "%c.zone";

    private static final String ZONE = "(?<zone>[^!]+)";
    private static final String TAG = "(?<tag>[^/]+)";

    /// A stretch of the format.
    ///
    /// @param text   what it becomes for a zone
    /// @param tagged what it may have become for a zone with a tag
    /// @param plain  likewise for one without
    private record Part(Function<ZoneLabel, String> text, String tagged, String plain) {}

    private final List<Part> parts = new ArrayList<>();
    private final List<Pattern> patterns;
    private final int depth;
    private boolean tagIsCertain;

    private FileNames(String format) {
        int at = 0;
        while (at < format.length()) {
            int length = Character.charCount(format.codePointAt(at));
            String letter = format.substring(at, at + length);
            at += length;
            if (!letter.equals("%")) {
                parts.add(literal(letter));
            } else if (at == format.length()) {
                parts.add(literal("%(format may not end in %)"));
            } else {
                length = Character.charCount(format.codePointAt(at));
                String verb = format.substring(at, at + length);
                at += length;
                if (!verb.equals("?")) {
                    parts.add(part(verb));
                } else if (at == format.length()) {
                    parts.add(literal("%(format may not end in %?)"));
                } else {
                    length = Character.charCount(format.codePointAt(at));
                    parts.add(onlyWithTag(format.substring(at, at + length)));
                    at += length;
                }
            }
        }
        Pattern tagged = regex(Part::tagged);
        Pattern plain = regex(Part::plain);
        this.patterns = tagIsCertain ? List.of(tagged, plain) : List.of(plain, tagged);
        this.depth = (int) format.chars().filter(c -> c == '/').count() + 2;
    }

    /// {@return file names of that format; any text is one, as an unknown verb stands for itself}
    static FileNames of(String format) {
        return new FileNames(requireNonNull(format, "format is null"));
    }

    private static Part literal(String text) {
        return new Part(_ -> text, Pattern.quote(text), Pattern.quote(text));
    }

    private Part onlyWithTag(String text) {
        tagIsCertain |= !text.matches("[-.A-Za-z0-9]");
        return new Part(label -> label.tag().isEmpty() ? "" : text, Pattern.quote(text), "");
    }

    private Part part(String verb) {
        return switch (verb) {
            case "a" -> new Part(ZoneLabel::ascii, ZONE, ZONE);
            case "u" -> new Part(ZoneLabel::unicode, ZONE, ZONE);
            case "r" -> new Part(ZoneLabel::raw, ZONE, ZONE);
            case "D" -> new Part(label -> lower(label.raw()), ZONE, ZONE);
            case "T" -> new Part(ZoneLabel::tag, TAG, "");
            case "c" -> separated(ZoneLabel::unique, ZONE + "!" + TAG);
            case "U" ->
                separated(
                        label -> lower(label.raw()) + (label.tag().isEmpty() ? "" : "!" + label.tag()),
                        ZONE + "!" + TAG);
            case "f" -> separated(label -> joined(label.ascii(), label.tag()), ZONE + "_(?<tag>[^/.]+)");
            case "F" -> separated(label -> joined(label.tag(), label.ascii()), "(?<tag>[^/.]+)_" + ZONE);
            case "%" -> literal("%");
            default -> literal("%(unknown %verb %" + verb + ")");
        };
    }

    private Part separated(Function<ZoneLabel, String> text, String tagged) {
        tagIsCertain = true;
        return new Part(text, tagged, ZONE);
    }

    private static String joined(String left, String right) {
        return left.isEmpty() || right.isEmpty() ? left + right : left + "_" + right;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /// A group stands once in a regular expression: what repeats it only has to fit.
    private Pattern regex(Function<Part, String> form) {
        StringBuilder regex = new StringBuilder();
        for (Part part : parts) {
            String next = form.apply(part);
            for (String group : List.of("(?<zone>", "(?<tag>")) {
                next = regex.indexOf(group) < 0 ? next : next.replace(group, "(?:");
            }
            regex.append(next);
        }
        return Pattern.compile(regex.toString());
    }

    /// {@return the name of the zone's file, perhaps with folders, relative to the directory}
    String of(ZoneLabel label) {
        StringBuilder name = new StringBuilder();
        parts.forEach(part -> name.append(part.text().apply(label)));
        return name.toString();
    }

    /// {@return the zone a file is of; nothing if it has another form of name}
    ///
    /// @param file its name, relative to the directory, with `/` between folders
    Optional<ZoneLabel> zone(String file) {
        return patterns.stream()
                .map(pattern -> pattern.matcher(file))
                .filter(Matcher::matches)
                .flatMap(matcher -> label(group(matcher, "zone"), group(matcher, "tag")).stream())
                .findFirst();
    }

    /// Nothing for what is no name: a file that lies there for another purpose.
    private static Optional<ZoneLabel> label(String zone, String tag) {
        try {
            return zone.isEmpty() ? Optional.empty() : Optional.of(ZoneLabel.of(Name.parse(zone), tag));
        } catch (PresentationException e) {
            return Optional.empty();
        }
    }

    private static String group(Matcher matcher, String name) {
        if (!matcher.namedGroups().containsKey(name)) {
            return "";
        }
        String text = matcher.group(name);
        return text == null ? "" : text;
    }

    /// {@return how many folders deep files may lie, the directory itself being 1}
    int depth() {
        return depth;
    }
}
