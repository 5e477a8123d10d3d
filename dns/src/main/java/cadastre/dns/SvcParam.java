package cadastre.dns;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A parameter of a service binding.
///
/// @rfc 9460 section 2.1
/// @param key   0 to 65534
/// @param value in wire format, each character an octet; what the key says it is, for the keys this class has
///              constants of, and anything for others
public record SvcParam(int key, String value) implements Comparable<SvcParam> {
    /// Keys that a client must understand to use the binding.
    public static final int MANDATORY = 0;
    /// Protocols besides the default one.
    public static final int ALPN = 1;
    /// Whether the default protocol is not spoken; has no value.
    public static final int NO_DEFAULT_ALPN = 2;
    /// The port.
    public static final int PORT = 3;
    /// IPv4 addresses to try.
    public static final int IPV4HINT = 4;
    /// The configuration of Encrypted ClientHello.
    public static final int ECH = 5;
    /// IPv6 addresses to try.
    public static final int IPV6HINT = 6;
    /// The path of DNS over HTTPS (RFC 9461).
    public static final int DOHPATH = 7;
    /// Whether oblivious HTTP is spoken; has no value (RFC 9540).
    public static final int OHTTP = 8;

    private static final List<String> NAMES =
            List.of("mandatory", "alpn", "no-default-alpn", "port", "ipv4hint", "ech", "ipv6hint", "dohpath", "ohttp");
    private static final int LARGEST_KEY = 65534;

    /// @throws IllegalArgumentException if the key is out of its range or the value is not what the key says
    public SvcParam {
        if (key < 0 || key > LARGEST_KEY) {
            throw new IllegalArgumentException("a key is 0 to " + LARGEST_KEY + ", not " + key);
        }
        Shapes.requireOctets(value, Shapes.LONGEST_TEXT, "value");
        if (text(key, value).isEmpty()) {
            throw new IllegalArgumentException("the value of " + name(key) + " is malformed: " + Octets.quoted(value));
        }
    }

    /// {@return the name of its key, `port` or `key65280`}
    public String name() {
        return name(key);
    }

    /// {@return its presentation format}
    public String presentation() {
        String text = text(key, value).orElseThrow();
        return text.isEmpty() ? name() : name() + "=" + Octets.quoted(text);
    }

    /// By key.
    @Override
    public int compareTo(SvcParam other) {
        int order = Integer.compare(key, other.key);
        return order != 0 ? order : value.compareTo(other.value);
    }

    private static String name(int key) {
        return key < NAMES.size() ? NAMES.get(key) : "key" + key;
    }

    /// {@return the key of a name}
    private static OptionalInt key(String name) {
        int index = NAMES.indexOf(name);
        if (index >= 0) {
            return OptionalInt.of(index);
        }
        String digits = name.startsWith("key") ? name.substring("key".length()) : "";
        boolean written =
                Shapes.isDigits(digits) && digits.length() <= 5 && (digits.length() == 1 || !digits.startsWith("0"));
        return written && Integer.parseInt(digits) <= LARGEST_KEY
                ? OptionalInt.of(Integer.parseInt(digits))
                : OptionalInt.empty();
    }

    /// {@return what the value is as text, empty if there is none; nothing if it is malformed}
    private static Optional<String> text(int key, String value) {
        return switch (key) {
            case MANDATORY -> mandatoryText(value);
            case ALPN -> alpnText(value);
            case NO_DEFAULT_ALPN, OHTTP -> value.isEmpty() ? Optional.of("") : Optional.empty();
            case PORT -> value.length() == 2 ? Optional.of(Integer.toString(u16(value, 0))) : Optional.empty();
            case IPV4HINT -> addresses(value, 4);
            case IPV6HINT -> addresses(value, 16);
            case ECH ->
                value.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Base64.getEncoder().encodeToString(Octets.bytes(value)));
            default -> Optional.of(value);
        };
    }

    private static Optional<String> mandatoryText(String value) {
        if (value.isEmpty() || value.length() % 2 != 0) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        int last = MANDATORY;
        for (int i = 0; i < value.length(); i += 2) {
            int key = u16(value, i);
            if (key <= last || key > LARGEST_KEY) {
                return Optional.empty(); // RFC 9460 section 8: in ascending order, each once, and not itself
            }
            names.add(name(key));
            last = key;
        }
        return Optional.of(String.join(",", names));
    }

    private static Optional<String> alpnText(String value) {
        List<String> protocols = new ArrayList<>();
        int i = 0;
        while (i < value.length()) {
            int end = i + 1 + value.charAt(i);
            if (end == i + 1 || end > value.length()) {
                return Optional.empty();
            }
            protocols.add(value.substring(i + 1, end).replace("\\", "\\\\").replace(",", "\\,"));
            i = end;
        }
        return protocols.isEmpty() ? Optional.empty() : Optional.of(String.join(",", protocols));
    }

    private static Optional<String> addresses(String value, int length) {
        if (value.isEmpty() || value.length() % length != 0) {
            return Optional.empty();
        }
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < value.length(); i += length) {
            String octets = value.substring(i, i + length);
            addresses.add(
                    length == 4
                            ? Ipv6.quad((int) number(octets))
                            : new Ipv6(number(octets.substring(0, 8)), number(octets.substring(8))).toString());
        }
        return Optional.of(String.join(",", addresses));
    }

    private static int u16(String octets, int at) {
        return octets.charAt(at) << 8 | octets.charAt(at + 1);
    }

    private static long number(String octets) {
        long number = 0;
        for (int i = 0; i < octets.length(); i++) {
            number = (number << 8) | octets.charAt(i);
        }
        return number;
    }

    /// {@return the octets of `number`, the last `length` of them}
    private static String octets(long number, int length) {
        StringBuilder octets = new StringBuilder();
        for (int i = length - 1; i >= 0; i--) {
            octets.append((char) (number >>> (8 * i) & 0xff));
        }
        return octets.toString();
    }

    /// {@return the parameter that a word writes: `name`, `name=value` or `name="value"`}
    static SvcParam read(Token token) throws PresentationException {
        String raw = token.raw();
        int equals = raw.indexOf('=');
        String name = equals < 0 ? raw : raw.substring(0, equals);
        int key = key(name)
                .orElseThrow(() -> token.wrong("\"" + name + "\" is no key; there are " + String.join(", ", NAMES)
                        + ", and key0 to key65534"));
        String text = equals < 0 ? "" : Octets.read(valueToken(token, equals + 1));
        String value = value(key, text)
                .filter(octets -> octets.length() <= Shapes.LONGEST_TEXT
                        && text(key, octets).isPresent())
                .orElseThrow(() -> token.wrong(name + " " + usage(key)));
        return new SvcParam(key, value);
    }

    /// {@return the value behind the equals sign as a token of its own}
    private static Token valueToken(Token token, int start) throws PresentationException {
        String raw = token.raw().substring(start);
        if (!raw.startsWith("\"")) {
            return new Token(Token.Kind.WORD, raw, token.line(), token.column() + start);
        }
        int end = 1;
        while (raw.charAt(end) != '"') {
            end += raw.charAt(end) == '\\' ? 2 : 1;
        }
        if (end != raw.length() - 1) {
            throw token.wrongAt(start + end + 1, "text follows a closing quote; put a blank between them");
        }
        return new Token(Token.Kind.QUOTED, raw.substring(1, end), token.line(), token.column() + start);
    }

    private static String usage(int key) {
        return switch (key) {
            case MANDATORY -> "is a list of other keys, each once, as in mandatory=alpn,port";
            case ALPN -> "is a list of protocols, as in alpn=\"h2,h3\"";
            case NO_DEFAULT_ALPN, OHTTP -> "has no value";
            case PORT -> "is a number from 0 to 65535, as in port=443";
            case IPV4HINT -> "is a list of IPv4 addresses, as in ipv4hint=192.0.2.1,192.0.2.2";
            case IPV6HINT -> "is a list of IPv6 addresses, as in ipv6hint=2001:db8::1";
            case ECH -> "is base64, as in ech=AEX+DQ==";
            default -> "is too long";
        };
    }

    /// {@return the wire format of a value, whose octets are those behind the first reading of escapes}
    private static Optional<String> value(int key, String text) {
        return switch (key) {
            case MANDATORY -> mandatory(text);
            case ALPN -> alpn(text);
            case PORT ->
                Shapes.isDigits(text) && text.length() <= 5 && Integer.parseInt(text) <= 65535
                        ? Optional.of(octets(Integer.parseInt(text), 2))
                        : Optional.empty();
            case IPV4HINT -> hints(text, 4);
            case IPV6HINT -> hints(text, 16);
            case ECH -> base64(text);
            default -> Optional.of(text);
        };
    }

    private static Optional<String> mandatory(String text) {
        Set<Integer> keys = new TreeSet<>();
        for (String name : text.split(",", -1)) {
            OptionalInt key = key(name);
            if (key.isEmpty() || !keys.add(key.getAsInt())) {
                return Optional.empty();
            }
        }
        return Optional.of(keys.stream().map(key -> octets(key, 2)).collect(Collectors.joining()));
    }

    /// Reads a list between whose items there are commas; a comma in an item is behind a backslash.
    ///
    /// @rfc 9460 appendix A.1
    private static Optional<String> alpn(String text) {
        StringBuilder value = new StringBuilder();
        StringBuilder item = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ',') {
                if (item.isEmpty() || item.length() > Shapes.LONGEST_STRING) {
                    return Optional.empty();
                }
                value.append((char) item.length()).append(item);
                item.setLength(0);
            } else if (text.charAt(i) == '\\' && i + 1 < text.length()) {
                i++;
                item.append(text.charAt(i));
            } else {
                item.append(text.charAt(i));
            }
        }
        return Optional.of(value.toString());
    }

    private static Optional<String> hints(String text, int length) {
        StringBuilder value = new StringBuilder();
        for (String address : text.split(",", -1)) {
            if (length == 4) {
                OptionalInt ipv4 = Ipv6.ipv4(address);
                ipv4.ifPresent(bits -> value.append(octets(bits, 4)));
                if (ipv4.isEmpty()) {
                    return Optional.empty();
                }
            } else {
                Optional<Ipv6> ipv6 = Ipv6.parse(address);
                ipv6.ifPresent(bits -> value.append(octets(bits.high(), 8)).append(octets(bits.low(), 8)));
                if (ipv6.isEmpty()) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(value.toString());
    }

    private static Optional<String> base64(String text) {
        try {
            return Optional.of(Octets.string(Base64.getDecoder().decode(Shapes.base64(text))));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // the caller says what base64 looks like
        }
    }

    /// {@return what is wrong with `params` together; nothing if nothing is}
    static Optional<String> problem(List<SvcParam> params) {
        Set<Integer> keys = new HashSet<>();
        int length = 2 + Labels.LONGEST_NAME;
        for (SvcParam param : params) {
            if (!keys.add(param.key())) {
                return Optional.of(param.name() + " stands twice; write it once");
            }
            length += 4 + param.value().length();
        }
        if (length > Shapes.LONGEST_RDATA) {
            return Optional.of("the parameters have more octets than RDATA hold");
        }
        for (SvcParam param : params) {
            for (int i = 0; param.key() == MANDATORY && i < param.value().length(); i += 2) {
                int key = u16(param.value(), i);
                if (!keys.contains(key)) {
                    return Optional.of("mandatory names " + name(key) + ", but there is no such parameter; add it");
                }
            }
        }
        return Optional.empty();
    }

    /// {@return a copy of `params` by key}
    static List<SvcParam> require(List<SvcParam> params) {
        requireNonNull(params, "params is null");
        problem(params).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        return params.stream().sorted().toList();
    }

    /// The rest of the RDATA as parameters.
    static final class ListShape implements Shape<List<SvcParam>> {
        @Override
        public List<SvcParam> read(String field, Words words) throws PresentationException {
            List<SvcParam> params = new ArrayList<>();
            while (words.hasNext()) {
                Token token = words.word("a parameter");
                params.add(SvcParam.read(token));
                Optional<String> problem = problem(params).filter(text -> !text.startsWith("mandatory names"));
                if (problem.isPresent()) {
                    throw token.wrong(problem.get());
                }
            }
            Optional<String> problem = problem(params);
            if (problem.isPresent()) {
                throw words.wrongAtEnd(problem.get());
            }
            return params;
        }

        @Override
        public List<SvcParam> decode(String field, Octets.Wire wire) throws PresentationException {
            List<SvcParam> params = new ArrayList<>();
            int last = -1;
            while (wire.remaining() > 0) {
                int key = (int) wire.number(2, field);
                String value = wire.octets((int) wire.number(2, field), field);
                if (key <= last || key > LARGEST_KEY || text(key, value).isEmpty()) {
                    throw wire.wrong("the parameters are malformed at " + name(key)
                            + "; keys ascend, and each value is what its key says");
                }
                params.add(new SvcParam(key, value));
                last = key;
            }
            Optional<String> problem = problem(params);
            if (problem.isPresent()) {
                throw wire.wrong(problem.get());
            }
            return params;
        }

        @Override
        public String write(List<SvcParam> value) {
            return value.stream().map(SvcParam::presentation).collect(Collectors.joining(" "));
        }
    }
}
