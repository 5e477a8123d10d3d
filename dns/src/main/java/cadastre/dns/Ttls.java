package cadastre.dns;

/// Times with units, as zone files of BIND have them.
final class Ttls {
    private Ttls() {}

    /// More than any field holds.
    private static final long TOO_MANY = 1L << 40;

    /// {@return the seconds of `300`, `1h30m` or `2W`; -1 if the text is none of these; at most 2⁴⁰}
    static long seconds(String text) {
        if (text.isEmpty()) {
            return -1;
        }
        long seconds = 0;
        long number = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                number = Math.min(TOO_MANY, Math.max(number, 0) * 10 + (c - '0'));
            } else {
                long unit = unit(c);
                if (unit < 0 || number < 0) {
                    return -1;
                }
                seconds = Math.min(TOO_MANY, seconds + number * unit);
                number = -1;
            }
        }
        return Math.min(TOO_MANY, seconds + Math.max(number, 0));
    }

    private static long unit(char c) {
        return switch (c) {
            case 's', 'S' -> 1;
            case 'm', 'M' -> 60;
            case 'h', 'H' -> 3600;
            case 'd', 'D' -> 86400;
            case 'w', 'W' -> 604800;
            default -> -1;
        };
    }
}
