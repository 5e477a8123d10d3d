package cadastre.emulator;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Values in the distinguished encoding of ASN.1 (X.690), as far as a certificate needs them.
final class Der {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    /// {@return a value of that tag around the others, one after the other}
    static byte[] of(int tag, byte[]... contents) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : contents) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream value = new ByteArrayOutputStream();
        value.write(tag);
        int length = content.size();
        if (length < 0x80) {
            value.write(length);
        } else {
            byte[] octets = BigInteger.valueOf(length).toByteArray();
            int from = octets[0] == 0 ? 1 : 0;
            value.write(0x80 | (octets.length - from));
            value.write(octets, from, octets.length - from);
        }
        value.writeBytes(content.toByteArray());
        return value.toByteArray();
    }

    static byte[] sequence(byte[]... values) {
        return of(0x30, values);
    }

    static byte[] set(byte[]... values) {
        return of(0x31, values);
    }

    static byte[] integer(BigInteger number) {
        return of(0x02, number.toByteArray());
    }

    static byte[] bool(boolean value) {
        return of(0x01, new byte[] {(byte) (value ? 0xff : 0)});
    }

    static byte[] octets(byte[]... content) {
        return of(0x04, content);
    }

    /// {@return a bit string of whole octets}
    static byte[] bits(byte[]... content) {
        byte[][] all = new byte[content.length + 1][];
        all[0] = new byte[1];
        System.arraycopy(content, 0, all, 1, content.length);
        return of(0x03, all);
    }

    /// {@return the bits of one octet, of which the last few are not used}
    static byte[] bits(int octet, int unused) {
        return of(0x03, new byte[] {(byte) unused, (byte) octet});
    }

    static byte[] text(String text) {
        return of(0x0c, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] time(Instant instant) {
        return of(0x18, TIME.format(instant).getBytes(StandardCharsets.US_ASCII));
    }

    /// {@return an object identifier}
    ///
    /// @param dotted such as `2.5.29.15`
    static byte[] oid(String dotted) {
        String[] parts = dotted.split("\\.", -1);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(Integer.parseInt(parts[0]) * 40 + Integer.parseInt(parts[1]));
        for (int i = 2; i < parts.length; i++) {
            long number = Long.parseLong(parts[i]);
            int groups = 1;
            while (number >>> (7 * groups) > 0) {
                groups++;
            }
            for (int group = groups - 1; group >= 0; group--) {
                content.write((int) (number >>> (7 * group) & 0x7f) | (group > 0 ? 0x80 : 0));
            }
        }
        return of(0x06, content.toByteArray());
    }
}
