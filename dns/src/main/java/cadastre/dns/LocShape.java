package cadastre.dns;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The RDATA of a [Loc], which are one field because text and wire have them in different orders.
///
/// Written with the lengths that other software writes: `52 22 23.000 N 04 53 32.000 E -2m 1m 10000m 10m`.
///
/// @rfc 1876 section 3
final class LocShape implements Shape<Loc> {
    static final long DEGREE = 3_600_000;
    static final long LOWEST = -10_000_000;
    static final long HIGHEST = 0xffff_ffffL + LOWEST;
    static final long LONGEST = 9_000_000_000L;

    private static final long MIDDLE = 1L << 31;
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,2})(?:\\.(\\d{1,3}))?");
    private static final Pattern METRES = Pattern.compile("(-?)(\\d{1,8})(?:\\.(\\d{1,2}))?m?");

    @Override
    public Loc read(String field, Words words) throws PresentationException {
        long latitude = angle("latitude", 90, "N", "S", words);
        long longitude = angle("longitude", 180, "E", "W", words);
        Token token = words.word("altitude");
        long altitude = metres(token, "altitude", LOWEST, HIGHEST);
        long size = words.hasNext() ? length("size", words) : 100;
        long horizontal = words.hasNext() ? length("horizontal precision", words) : 1_000_000;
        long vertical = words.hasNext() ? length("vertical precision", words) : 1000;
        return new Loc((int) latitude, (int) longitude, altitude, size, horizontal, vertical);
    }

    /// Reads `degrees [minutes [seconds]] direction`.
    private static long angle(String field, int most, String positive, String negative, Words words)
            throws PresentationException {
        Token first = words.word(field);
        long angle = whole(first, "the degrees of " + field, most) * DEGREE;
        Token token = words.word(field);
        for (int part = 1; !token.isWord(positive) && !token.isWord(negative); part++) {
            angle += switch (part) {
                case 1 -> whole(token, "the minutes of " + field, 59) * 60_000;
                case 2 -> seconds(token, field);
                default ->
                    throw token.wrong(field + " ends in " + positive + " or " + negative + ", not " + token.cited());
            };
            token = words.word(field);
        }
        if (angle > most * DEGREE) {
            throw first.wrong(field + " is at most " + most + " degrees");
        }
        return token.isWord(negative) ? -angle : angle;
    }

    private static long whole(Token token, String what, int most) throws PresentationException {
        if (!Shapes.isDigits(token.raw()) || token.raw().length() > 3 || Integer.parseInt(token.raw()) > most) {
            throw token.wrong(what + " are a number from 0 to " + most + ", not " + token.cited());
        }
        return Integer.parseInt(token.raw());
    }

    private static long seconds(Token token, String field) throws PresentationException {
        Matcher matcher = SECONDS.matcher(token.raw());
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > 59) {
            throw token.wrong("the seconds of " + field + " are a number from 0 to 59.999, not " + token.cited());
        }
        return Long.parseLong(matcher.group(1)) * 1000 + decimals(matcher.group(2), 3);
    }

    /// {@return the digits behind a point as a number of `places` digits}
    private static long decimals(@Nullable String digits, int places) {
        return digits == null ? 0 : Long.parseLong((digits + "000").substring(0, places));
    }

    private static long length(String field, Words words) throws PresentationException {
        return cut(metres(words.word(field), field, 0, LONGEST));
    }

    private static long metres(Token token, String field, long least, long most) throws PresentationException {
        Matcher matcher = METRES.matcher(token.raw());
        if (matcher.matches()) {
            long centimetres = Long.parseLong(matcher.group(2)) * 100 + decimals(matcher.group(3), 2);
            centimetres = matcher.group(1).isEmpty() ? centimetres : -centimetres;
            if (centimetres >= least && centimetres <= most) {
                return centimetres;
            }
        }
        throw token.wrong(
                field + " is in metres, from " + metres(least) + " to " + metres(most) + ", not " + token.cited());
    }

    /// {@return the length without all but its first digit, because the wire has no more}
    static long cut(long centimetres) {
        long power = 1;
        while (centimetres / power > 9) {
            power *= 10;
        }
        return centimetres / power * power;
    }

    @Override
    public Loc decode(String field, Octets.Wire wire) throws PresentationException {
        if (wire.number(1, field) != 0) {
            throw wire.wrong("only version 0 of LOC is known, and the first octet says another");
        }
        long size = length(wire);
        long horizontal = length(wire);
        long vertical = length(wire);
        long latitude = wire.number(4, "latitude") - MIDDLE;
        long longitude = wire.number(4, "longitude") - MIDDLE;
        long altitude = wire.number(4, "altitude") + LOWEST;
        if (Math.abs(latitude) > 90 * DEGREE || Math.abs(longitude) > 180 * DEGREE) {
            throw wire.wrong("latitude is at most 90 and longitude at most 180 degrees");
        }
        return new Loc((int) latitude, (int) longitude, altitude, size, horizontal, vertical);
    }

    private static long length(Octets.Wire wire) throws PresentationException {
        int octet = (int) wire.number(1, "size");
        if (octet >> 4 > 9 || (octet & 15) > 9) {
            throw wire.wrong("sizes are two decimal digits, a factor and a power of ten");
        }
        long length = octet >> 4;
        for (int i = octet & 15; i > 0; i--) {
            length *= 10;
        }
        return length;
    }

    @Override
    public String write(Loc value) {
        return angle(value.latitude(), "N", "S") + " " + angle(value.longitude(), "E", "W") + " "
                + metres(value.altitude()) + " " + metres(value.size()) + " " + metres(value.horizontal()) + " "
                + metres(value.vertical());
    }

    private static String angle(int angle, String positive, String negative) {
        int left = Math.abs(angle);
        return String.format(
                Locale.ROOT,
                "%02d %02d %d.%03d %s",
                left / DEGREE,
                left / 60_000 % 60,
                left / 1000 % 60,
                left % 1000,
                angle < 0 ? negative : positive);
    }

    private static String metres(long centimetres) {
        long left = Math.abs(centimetres);
        String whole = (centimetres < 0 ? "-" : "") + left / 100;
        return whole + (left % 100 == 0 ? "" : "." + left / 10 % 10 + left % 10) + "m";
    }
}
