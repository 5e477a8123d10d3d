package cadastre.dns;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// The shapes of fields, and the ranges that go with them.
final class Shapes {
    static final int LONGEST_STRING = 255;
    static final int LONGEST_RDATA = 65535;
    /// Of a text that follows flags and a tag.
    static final int LONGEST_TEXT = LONGEST_RDATA - 2 - LONGEST_STRING;

    static final Shape<Integer> U8 = new Number32<>(1, 255) {
        @Override
        Integer of(long number) {
            return (int) number;
        }
    };
    static final Shape<Integer> U16 = new Number32<>(2, 65535) {
        @Override
        Integer of(long number) {
            return (int) number;
        }
    };
    static final Shape<Long> U32 = new Number32<>(4, 0xffff_ffffL) {
        @Override
        Long of(long number) {
            return number;
        }
    };
    static final Shape<Name> NAME = new NameShape();
    static final Shape<Integer> IPV4 = new Ipv4Shape();
    static final Shape<Ipv6> IPV6 = new Ipv6Shape();
    static final Shape<String> HEX_UPPER = new HexShape(true);
    static final Shape<String> HEX_LOWER = new HexShape(false);
    static final Shape<String> BASE64 = new Base64Shape(1);
    static final Shape<String> BASE64_OR_NONE = new Base64Shape(0);
    static final Shape<String> STRING = new StringShape();
    static final Shape<List<SvcParam>> SVC_PARAMS = new SvcParam.ListShape();
    static final Shape<Integer> PROTOCOL = new Wks.ProtocolShape();
    static final Shape<List<Integer>> PORTS = new Wks.PortsShape();
    static final Shape<Loc> LOC_RDATA = new LocShape();
    static final Shape<String> TAG = new TagShape();
    static final Shape<String> TEXT = new TextShape();
    static final Shape<List<String>> STRINGS = new StringsShape();

    private Shapes() {}

    /// A decimal number.
    private abstract static class Number32<T extends Number> implements Shape<T> {
        private final int octets;
        private final long largest;

        Number32(int octets, long largest) {
            this.octets = octets;
            this.largest = largest;
        }

        abstract T of(long number);

        @Override
        public T read(String field, Words words) throws PresentationException {
            Token token = words.word(field);
            String raw = token.raw();
            if (!isDigits(raw) || raw.length() > 18 || Long.parseLong(raw) > largest) {
                throw token.wrong(field + " is a number from 0 to " + largest + ", not " + token.cited() + unit(raw));
            }
            return of(Long.parseLong(raw));
        }

        private String unit(String raw) {
            return Ttls.seconds(raw) >= 0 && !isDigits(raw) ? "; write " + Ttls.seconds(raw) + " for it" : "";
        }

        @Override
        public T decode(String field, Octets.Wire wire) throws PresentationException {
            return of(wire.number(octets, field));
        }

        @Override
        public String write(T value) {
            return value.toString();
        }
    }

    private static final class NameShape implements Shape<Name> {
        @Override
        public Name read(String field, Words words) throws PresentationException {
            return name(words.word(field), words.origin());
        }

        @Override
        public Name decode(String field, Octets.Wire wire) throws PresentationException {
            return wire.name(field);
        }

        @Override
        public String write(Name value) {
            return value.toString();
        }

        @Override
        public String canonical(Name value) {
            return value.lowerCase().toString();
        }
    }

    /// {@return the name of a word, with the places of its errors}
    static Name name(Token token, Name origin) throws PresentationException {
        try {
            return Name.parse(token.raw(), origin);
        } catch (PresentationException e) {
            throw e.movedTo(token.line(), token.column() + e.column() - 1);
        }
    }

    private static final class Ipv4Shape implements Shape<Integer> {
        @Override
        public Integer read(String field, Words words) throws PresentationException {
            Token token = words.word(field);
            OptionalInt address = Ipv6.ipv4(token.raw());
            if (address.isEmpty()) {
                String advice =
                        Ipv6.parse(token.raw()).isPresent() ? "; an IPv6 address belongs in an AAAA record" : "";
                throw token.wrong(
                        field + " is an IPv4 address, four numbers from 0 to 255 without leading zeros such as"
                                + " 192.0.2.1, not " + token.cited() + advice);
            }
            return address.getAsInt();
        }

        @Override
        public Integer decode(String field, Octets.Wire wire) throws PresentationException {
            return (int) wire.number(4, field);
        }

        @Override
        public String write(Integer value) {
            return Ipv6.quad(value);
        }
    }

    private static final class Ipv6Shape implements Shape<Ipv6> {
        @Override
        public Ipv6 read(String field, Words words) throws PresentationException {
            Token token = words.word(field);
            String advice = Ipv6.ipv4(token.raw()).isPresent() ? "; an IPv4 address belongs in an A record" : "";
            return Ipv6.parse(token.raw())
                    .orElseThrow(() -> token.wrong(
                            field + " is an IPv6 address such as 2001:db8::1, not " + token.cited() + advice));
        }

        @Override
        public Ipv6 decode(String field, Octets.Wire wire) throws PresentationException {
            return new Ipv6(wire.number(8, field), wire.number(8, field));
        }

        @Override
        public String write(Ipv6 value) {
            return value.toString();
        }
    }

    /// The rest of the RDATA as hexadecimal digits, between which there may be blanks.
    private record HexShape(boolean upper) implements Shape<String> {
        @Override
        public String read(String field, Words words) throws PresentationException {
            StringBuilder digits = new StringBuilder();
            Token first = words.word(field);
            Token token = first;
            while (true) {
                for (int i = 0; i < token.raw().length(); i++) {
                    if (Character.digit(token.raw().charAt(i), 16) < 0
                            || token.raw().charAt(i) > 127) {
                        throw token.wrongAt(
                                i,
                                field + " is hexadecimal, 0 to 9 and a to f, not \""
                                        + Character.toString(token.raw().codePointAt(i)) + "\"");
                    }
                }
                digits.append(token.raw());
                if (!words.hasNext()) {
                    break;
                }
                token = words.word(field);
            }
            if (digits.length() % 2 != 0) {
                throw first.wrong(field + " has " + digits.length()
                        + " hexadecimal digits; an octet has two, so one is missing or too many");
            }
            return digits.toString().toLowerCase(Locale.ROOT);
        }

        @Override
        public String decode(String field, Octets.Wire wire) throws PresentationException {
            return wire.hex(Math.max(1, wire.remaining()), field);
        }

        @Override
        public String write(String value) {
            return upper ? value.toUpperCase(Locale.ROOT) : value;
        }
    }

    /// The rest of the RDATA as base64, between whose characters there may be blanks.
    private record Base64Shape(int fewestOctets) implements Shape<String> {
        @Override
        public String read(String field, Words words) throws PresentationException {
            if (fewestOctets == 0 && !words.hasNext()) {
                return "";
            }
            Token first = words.word(field);
            StringBuilder text = new StringBuilder(first.raw());
            while (words.hasNext()) {
                text.append(words.word(field).raw());
            }
            try {
                return base64(text.toString());
            } catch (IllegalArgumentException e) {
                PresentationException wrong = first.wrong(field + " is base64, as in AwEAAQ==; this is none");
                wrong.initCause(e);
                throw wrong;
            }
        }

        @Override
        public String decode(String field, Octets.Wire wire) throws PresentationException {
            String octets = wire.octets(Math.max(fewestOctets, wire.remaining()), field);
            return Base64.getEncoder().encodeToString(Octets.bytes(octets));
        }

        @Override
        public String write(String value) {
            return value;
        }
    }

    /// {@return base64 with its padding, which may be missing in `text`}
    ///
    /// @throws IllegalArgumentException if it is none, or has bits that belong to no octet, as words such as
    /// IGNORE have
    static String base64(String text) {
        String written = Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text));
        if (!written.replace("=", "").equals(text.replace("=", ""))) {
            throw new IllegalArgumentException("the last bits belong to no octet");
        }
        return written;
    }

    private static final class TagShape implements Shape<String> {
        @Override
        public String read(String field, Words words) throws PresentationException {
            Token token = words.word(field);
            if (!isTag(token.raw())) {
                throw token.wrong(field + " is 1 to 255 letters and digits such as issue, not " + token.cited());
            }
            return Labels.lower(token.raw());
        }

        @Override
        public String decode(String field, Octets.Wire wire) throws PresentationException {
            String tag = wire.octets((int) wire.number(1, field), field);
            if (!isTag(tag)) {
                throw wire.wrong(field + " is 1 to 255 letters and digits such as issue, not " + Octets.quoted(tag));
            }
            return Labels.lower(tag);
        }

        @Override
        public String write(String value) {
            return value;
        }
    }

    /// One text of octets, as long as RDATA can be; written in quotes.
    private static final class TextShape implements Shape<String> {
        @Override
        public String read(String field, Words words) throws PresentationException {
            Token token = words.any(field);
            String text = Octets.read(token);
            if (text.length() > LONGEST_TEXT) {
                throw token.wrong(field + " has " + text.length() + " octets, at most " + LONGEST_TEXT);
            }
            return text;
        }

        @Override
        public String decode(String field, Octets.Wire wire) throws PresentationException {
            if (wire.remaining() > LONGEST_TEXT) {
                throw wire.wrong(field + " has " + wire.remaining() + " octets, at most " + LONGEST_TEXT);
            }
            return wire.octets(wire.remaining(), field);
        }

        @Override
        public String write(String value) {
            return Octets.quoted(value);
        }
    }

    /// One string of at most 255 octets; written in quotes.
    private static final class StringShape implements Shape<String> {
        @Override
        public String read(String field, Words words) throws PresentationException {
            Token token = words.any(field);
            String text = Octets.read(token);
            if (text.length() > LONGEST_STRING) {
                throw token.wrong(field + " has " + text.length() + " octets, at most " + LONGEST_STRING);
            }
            return text;
        }

        @Override
        public String decode(String field, Octets.Wire wire) throws PresentationException {
            return wire.octets((int) wire.number(1, field), field);
        }

        @Override
        public String write(String value) {
            return Octets.quoted(value);
        }
    }

    /// The rest of the RDATA as strings of at most 255 octets; written in quotes.
    private static final class StringsShape implements Shape<List<String>> {
        @Override
        public List<String> read(String field, Words words) throws PresentationException {
            List<String> strings = new ArrayList<>();
            int length = 0;
            do {
                Token token = words.any(field);
                String string = Octets.read(token);
                if (string.length() > LONGEST_STRING) {
                    throw token.wrong("a string has " + string.length()
                            + " octets, at most 255 are allowed; split it: \"first part\" \"second part\"");
                }
                strings.add(string);
                length += 1 + string.length();
                if (length > LONGEST_RDATA) {
                    throw token.wrong("the strings together have more than 65535 octets, which RDATA cannot hold");
                }
            } while (words.hasNext());
            return strings;
        }

        @Override
        public List<String> decode(String field, Octets.Wire wire) throws PresentationException {
            List<String> strings = new ArrayList<>();
            do {
                strings.add(wire.octets((int) wire.number(1, field), field));
            } while (wire.remaining() > 0);
            return strings;
        }

        @Override
        public String write(List<String> value) {
            return value.stream().map(Octets::quoted).collect(Collectors.joining(" "));
        }
    }

    static void requireU8(int value, String field) {
        require(value, 255, field);
    }

    static void requireU16(int value, String field) {
        require(value, 65535, field);
    }

    static void requireU32(long value, String field) {
        require(value, 0xffff_ffffL, field);
    }

    private static void require(long value, long largest, String field) {
        if (value < 0 || value > largest) {
            throw new IllegalArgumentException(field + " is 0 to " + largest + ", not " + value);
        }
    }

    /// {@return the digits in lower case}
    static String requireHex(String digits, String field) {
        if (requireNonNull(digits, field + " is null").isEmpty() || digits.length() % 2 != 0 || !isHex(digits)) {
            throw new IllegalArgumentException(
                    field + " is an even number of hexadecimal digits, at least two, not \"" + digits + "\"");
        }
        return digits.toLowerCase(Locale.ROOT);
    }

    /// {@return the base64 with padding}
    static String requireBase64(String text, String field) {
        if (requireNonNull(text, field + " is null").isEmpty()) {
            throw new IllegalArgumentException(field + " is base64 of at least one octet");
        }
        return requireBase64OrNone(text, field);
    }

    /// {@return the base64 with padding}
    static String requireBase64OrNone(String text, String field) {
        try {
            return base64(requireNonNull(text, field + " is null"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field + " is no base64", e);
        }
    }

    /// {@return the tag in lower case}
    static String requireTag(String tag, String field) {
        if (!isTag(requireNonNull(tag, field + " is null"))) {
            throw new IllegalArgumentException(field + " is 1 to 255 letters and digits, not \"" + tag + "\"");
        }
        return Labels.lower(tag);
    }

    static void requireOctets(String octets, int longest, String field) {
        if (requireNonNull(octets, field + " is null").length() > longest) {
            throw new IllegalArgumentException(
                    field + " has " + octets.length() + " octets, at most " + longest + " are allowed");
        }
        for (int i = 0; i < octets.length(); i++) {
            if (octets.charAt(i) > 255) {
                throw new IllegalArgumentException(
                        field + " has the character \"" + octets.charAt(i) + "\", which is no octet; encode it first");
            }
        }
    }

    /// {@return a copy of `strings`}
    static List<String> requireStrings(List<String> strings, String field) {
        if (strings.isEmpty()) {
            throw new IllegalArgumentException(field + " holds at least one string; an empty text is one empty string");
        }
        int length = 0;
        for (String string : strings) {
            requireOctets(string, LONGEST_STRING, "a string");
            length += 1 + string.length();
        }
        if (length > LONGEST_RDATA) {
            throw new IllegalArgumentException(field + " has " + length + " octets on the wire, more than RDATA holds");
        }
        return List.copyOf(strings);
    }

    static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static boolean isHex(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'));
    }

    private static boolean isTag(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_STRING
                && text.chars()
                        .allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    }
}
