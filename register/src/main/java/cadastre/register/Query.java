package cadastre.register;

import static java.util.Objects.requireNonNull;

import cadastre.provider.ServedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What somebody typed to find domains: words that must all be true, such as `shop expires<30d auto_renew:off`. Pure.
///
/// A word without a sign is looked for in the name. With one it is `expires<30d`, `auto_renew:on` or `off`,
/// `ns:livedns`,
/// `ns:classic` or `ns:custom`, `org:NAME`, `tag:NAME`, `status:NAME`, `in:INTEGRATION`, `drift<7d`, `is:unread` or
/// `is:archived`. A value with blanks stands in quotation marks: `org:"Northquay GmbH"`.
public sealed interface Query {
    /// It was understood.
    ///
    /// @param filter what to list
    record Understood(HoldingFilter filter) implements Query {
        /// It may not be null.
        public Understood {
            requireNonNull(filter, "filter is null");
        }
    }

    /// A word of it was not.
    ///
    /// @param column  of that word, from 1
    /// @param message what is wrong and what to write
    record Wrong(int column, String message) implements Query {
        /// It may not be null.
        public Wrong {
            requireNonNull(message, "message is null");
        }
    }

    /// A word: perhaps a key and a sign, then a value, perhaps in quotation marks.
    Pattern WORD = Pattern.compile("(?:([A-Za-z_]+)([:<]))?(?:\"([^\"]*)\"?|(\\S+))");

    /// {@return what `text` asks for}
    static Query parse(String text, Instant now) {
        HoldingFilter filter = HoldingFilter.ALL;
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String value = words.group(3) != null ? words.group(3) : words.group(4);
            int column = words.start() + 1;
            if (words.group(1) == null) {
                filter = value.isBlank() ? filter : filter.and(new HoldingFilter.Condition.Named(value));
                continue;
            }
            String key = words.group(1).toLowerCase(Locale.ROOT);
            if (key.equals("is") && value.equalsIgnoreCase("archived")) {
                filter = new HoldingFilter(true, filter.conditions());
                continue;
            }
            Optional<HoldingFilter.Condition> condition = condition(key + words.group(2), value, now);
            if (condition.isEmpty()) {
                return new Wrong(column, wrong(key, value));
            }
            filter = filter.and(condition.get());
        }
        return new Understood(filter);
    }

    private static Optional<HoldingFilter.Condition> condition(String key, String value, Instant now) {
        String word = value.toLowerCase(Locale.ROOT);
        return switch (key) {
            case "expires<" -> days(word).map(days -> new HoldingFilter.Condition.EndsBefore(now.plus(days)));
            case "drift<" -> days(word).map(days -> new HoldingFilter.Condition.DriftedSince(now.minus(days)));
            case "auto_renew:" ->
                switch (word) {
                    case "on" -> Optional.of(new HoldingFilter.Condition.AutoRenewed(true));
                    case "off" -> Optional.of(new HoldingFilter.Condition.AutoRenewed(false));
                    default -> Optional.empty();
                };
            case "ns:" ->
                switch (word) {
                    case "livedns" -> Optional.of(new HoldingFilter.Condition.Served(ServedBy.LIVEDNS));
                    case "classic" -> Optional.of(new HoldingFilter.Condition.Served(ServedBy.CLASSIC));
                    case "custom" -> Optional.of(new HoldingFilter.Condition.Served(ServedBy.CUSTOM));
                    default -> Optional.empty();
                };
            case "org:" -> Optional.of(new HoldingFilter.Condition.HeldBy(value));
            case "tag:" -> Optional.of(new HoldingFilter.Condition.Tagged(value));
            case "status:" -> Optional.of(new HoldingFilter.Condition.Locked(value));
            case "in:" ->
                value.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new HoldingFilter.Condition.SeenThrough(new Integration.Id(value)));
            case "is:" -> word.equals("unread") ? Optional.of(new HoldingFilter.Condition.Unread()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /// `30d`, `2w`, `1y`, or a number of days.
    private static Optional<Duration> days(String text) {
        Matcher number = Pattern.compile("(\\d{1,5})([dwmy]?)").matcher(text);
        if (!number.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(number.group(1));
        return Optional.of(Duration.ofDays(
                switch (number.group(2)) {
                    case "w" -> count * 7;
                    case "m" -> count * 30;
                    case "y" -> count * 365;
                    default -> count;
                }));
    }

    private static String wrong(String key, String value) {
        return switch (key) {
            case "expires", "drift" -> key + "< takes a number of days, such as " + key + "<30d.";
            case "auto_renew" -> "auto_renew: takes on or off, not “" + value + "”.";
            case "ns" -> "ns: takes livedns, classic or custom, not “" + value + "”.";
            case "is" -> "is: takes unread or archived, not “" + value + "”.";
            default ->
                "“" + key + "” is not known. Known are expires<30d, drift<7d, auto_renew:, ns:, org:, tag:, status:,"
                        + " in: and is:.";
        };
    }
}
