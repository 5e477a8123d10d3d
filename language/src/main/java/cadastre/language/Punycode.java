package cadastre.language;

import java.util.Locale;
import java.util.Optional;

/// Names as `dnsconfig.js` turns them into A-labels: bare Punycode for each label.
///
/// Nothing is mapped, folded, normalised or checked, unlike in [cadastre.dns.Name]: `BÜCHER` becomes
/// `xn--bcher-2pa`, not `xn--bcher-kva`, and people's files rely on that.
///
/// @rfc 3492
final class Punycode {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_CODE = 128;
    private static final String PREFIX = "xn--";

    private Punycode() {}

    /// {@return `name` with each label that is not ASCII as an A-label, and the letters A to Z in lower
    /// case}
    static String toAscii(String name) {
        return lower(toAsciiKeepingCase(name));
    }

    /// {@return `name` with each label that is not ASCII as an A-label; ASCII labels as written}
    static String toAsciiKeepingCase(String name) {
        if (isAscii(name)) {
            return name;
        }
        String[] labels = name.split("\\.", -1);
        for (int i = 0; i < labels.length; i++) {
            if (!isAscii(labels[i])) {
                labels[i] = PREFIX + encode(labels[i]);
            }
        }
        return String.join(".", labels);
    }

    /// {@return `name` with A-labels as Unicode; labels that are none stay as they are}
    static String toUnicode(String name) {
        if (!lower(name).contains(PREFIX)) {
            return name;
        }
        String[] labels = name.split("\\.", -1);
        for (int i = 0; i < labels.length; i++) {
            String label = labels[i];
            if (lower(label).startsWith(PREFIX)) {
                labels[i] = decode(label.substring(PREFIX.length())).orElse(label);
            }
        }
        return String.join(".", labels);
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static String lower(String text) {
        return isAscii(text) ? text.toLowerCase(Locale.ROOT) : text;
    }

    private static String encode(String label) {
        int[] input = label.codePoints().toArray();
        StringBuilder out = new StringBuilder();
        for (int c : input) {
            if (c < 128) {
                out.append((char) c);
            }
        }
        int basic = out.length();
        int handled = basic;
        if (basic > 0) {
            out.append('-');
        }
        int code = FIRST_CODE;
        int delta = 0;
        int bias = FIRST_BIAS;
        while (handled < input.length) {
            int next = Integer.MAX_VALUE;
            for (int c : input) {
                if (c >= code && c < next) {
                    next = c;
                }
            }
            delta += (next - code) * (handled + 1);
            code = next;
            for (int c : input) {
                if (c < code) {
                    delta++;
                } else if (c == code) {
                    appendInteger(delta, bias, out);
                    bias = adapt(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            code++;
        }
        return out.toString();
    }

    private static void appendInteger(int value, int bias, StringBuilder out) {
        int q = value;
        for (int k = BASE; ; k += BASE) {
            int t = threshold(k, bias);
            if (q < t) {
                out.append(digit(q));
                return;
            }
            out.append(digit(t + (q - t) % (BASE - t)));
            q = (q - t) / (BASE - t);
        }
    }

    private static Optional<String> decode(String text) {
        int dash = text.lastIndexOf('-');
        StringBuilder out = new StringBuilder(dash > 0 ? text.substring(0, dash) : "");
        if (!isAscii(text)) {
            return Optional.empty();
        }
        int at = dash > 0 ? dash + 1 : 0;
        int length = out.length();
        long code = FIRST_CODE;
        long i = 0;
        int bias = FIRST_BIAS;
        while (at < text.length()) {
            long before = i;
            long weight = 1;
            for (int k = BASE; ; k += BASE) {
                int digit = at < text.length() ? Character.digit(swapped(text.charAt(at)), BASE) : -1;
                at++;
                if (digit < 0) {
                    return Optional.empty();
                }
                i += digit * weight;
                int t = threshold(k, bias);
                if (i > Integer.MAX_VALUE) {
                    return Optional.empty();
                }
                if (digit < t) {
                    break;
                }
                weight *= BASE - t;
            }
            length++;
            bias = adapt((int) (i - before), length, before == 0);
            code += i / length;
            i %= length;
            if (code > Character.MAX_CODE_POINT || (code >= 0xd800 && code <= 0xdfff)) {
                return Optional.empty();
            }
            out.insert(out.offsetByCodePoints(0, (int) i), Character.toString((int) code));
            i++;
        }
        return Optional.of(out.toString());
    }

    private static int threshold(int k, int bias) {
        return Math.clamp(k - bias, T_MIN, T_MAX);
    }

    private static int adapt(int delta, int points, boolean first) {
        int d = first ? delta / DAMP : delta / 2;
        d += d / points;
        int k = 0;
        while (d > (BASE - T_MIN) * T_MAX / 2) {
            d /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * d / (d + SKEW);
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }

    // Java's digits are 0-9a-z, those of Punycode a-z0-9.
    private static char swapped(char c) {
        if (c >= '0' && c <= '9') {
            return (char) ('q' + (c - '0'));
        }
        char lower = Character.toLowerCase(c);
        if (lower < 'a' || lower > 'z') {
            return '!';
        }
        return lower < 'k' ? (char) ('0' + (lower - 'a')) : (char) ('a' + (lower - 'k'));
    }
}
