package cadastre.selfhosted;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// The serials of SOA records.
///
/// @rfc 1982 section 3
final class Serials {
    private static final long MODULUS = 1L << 32;

    private Serials() {}

    /// {@return the serial after `old`: the day in UTC and `00`, or one more than `old` if that is not smaller}
    ///
    /// After the largest comes 0, which secondaries understand as the next.
    ///
    /// @param old 0 to 2³²−1; 0 if there is none
    static long after(long old, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        long today = ((day.getYear() * 100L + day.getMonthValue()) * 100 + day.getDayOfMonth()) * 100;
        return old >= today ? (old + 1) % MODULUS : today;
    }
}
