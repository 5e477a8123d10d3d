package cadastre.dns;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// An IPv6 address and its text.
///
/// @rfc 4291 section 2.2
/// @rfc 5952 section 4
record Ipv6(long high, long low) {
    private static final int GROUPS = 8;

    /// {@return the address `text` writes, in any form of RFC 4291; nothing if it is none}
    static Optional<Ipv6> parse(String text) {
        int gap = text.indexOf("::");
        int[] left = gap < 0 ? groups(text, true) : groups(text.substring(0, gap), false);
        int[] right = gap < 0 ? new int[0] : groups(text.substring(gap + 2), true);
        if (left == null || right == null) {
            return Optional.empty();
        }
        int length = left.length + right.length;
        if (gap < 0 ? length != GROUPS : length >= GROUPS) {
            return Optional.empty();
        }
        int[] all = new int[GROUPS];
        System.arraycopy(left, 0, all, 0, left.length);
        System.arraycopy(right, 0, all, GROUPS - right.length, right.length);
        return Optional.of(new Ipv6(bits(all, 0), bits(all, 4)));
    }

    /// {@return the 16-bit groups of `text`, null if it is not made of such; `last` may be a dotted quad}
    private static int @Nullable [] groups(String text, boolean quadMayEnd) {
        if (text.isEmpty()) {
            return new int[0];
        }
        String[] parts = text.split(":", -1);
        OptionalInt quad = quadMayEnd ? ipv4(parts[parts.length - 1]) : OptionalInt.empty();
        int[] groups = new int[parts.length + (quad.isPresent() ? 1 : 0)];
        int words = quad.isPresent() ? parts.length - 1 : parts.length;
        for (int i = 0; i < words; i++) {
            if (parts[i].isEmpty() || parts[i].length() > 4 || !Shapes.isHex(parts[i])) {
                return null;
            }
            groups[i] = Integer.parseInt(parts[i], 16);
        }
        if (quad.isPresent()) {
            groups[words] = quad.getAsInt() >>> 16;
            groups[words + 1] = quad.getAsInt() & 0xffff;
        }
        return groups;
    }

    private static long bits(int[] groups, int from) {
        long bits = 0;
        for (int i = from; i < from + 4; i++) {
            bits = bits << 16 | groups[i];
        }
        return bits;
    }

    /// {@return the address of a dotted quad: four decimal numbers without leading zeros, which some read as
    /// octal}
    static OptionalInt ipv4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return OptionalInt.empty();
        }
        int address = 0;
        for (String part : parts) {
            boolean written = !part.isEmpty() && part.length() <= 3 && Shapes.isDigits(part);
            if (!written || (part.length() > 1 && part.startsWith("0")) || Integer.parseInt(part) > 255) {
                return OptionalInt.empty();
            }
            address = address << 8 | Integer.parseInt(part);
        }
        return OptionalInt.of(address);
    }

    static String quad(int address) {
        return (address >>> 24) + "." + (address >>> 16 & 255) + "." + (address >>> 8 & 255) + "." + (address & 255);
    }

    private int group(int i) {
        return (int) ((i < 4 ? high : low) >>> (16 * (3 - i % 4))) & 0xffff;
    }

    /// {@return the one text RFC 5952 recommends; an IPv4-mapped address ends in a dotted quad}
    @Override
    public String toString() {
        if (high == 0 && low >>> 32 == 0xffff) {
            return "::ffff:" + quad((int) low);
        }
        int gap = 0;
        int gapLength = 0;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = i;
            while (zeros < GROUPS && group(zeros) == 0) {
                zeros++;
            }
            if (zeros - i > gapLength) {
                gap = i;
                gapLength = zeros - i;
            }
        }
        if (gapLength < 2) {
            return text(0, GROUPS);
        }
        return text(0, gap) + "::" + text(gap + gapLength, GROUPS);
    }

    private String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i > from ? ":" : "").append(Integer.toHexString(group(i)));
        }
        return text.toString();
    }
}
