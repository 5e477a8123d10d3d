package cadastre.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The well-known services of an address, which nobody asks for any more.
///
/// @rfc 1035 section 3.4.2
/// @param address  the 32 bits of an IPv4 address, as in [A]
/// @param protocol 0 to 255: 6 is TCP, 17 is UDP
/// @param ports    0 to 65535 in ascending order, each once; may be empty
public record Wks(int address, int protocol, List<Integer> ports) implements Rdata {
    /// @throws IllegalArgumentException if the protocol or a port is out of its range
    public Wks {
        Shapes.requireU8(protocol, "protocol");
        ports.forEach(port -> Shapes.requireU16(port, "a port"));
        ports = ports.stream().sorted().distinct().toList();
    }

    /// A number, or `tcp` or `udp`.
    static final class ProtocolShape implements Shape<Integer> {
        @Override
        public Integer read(String field, Words words) throws PresentationException {
            Token token = words.word(field);
            if (token.isWord("tcp")) {
                return 6;
            }
            if (token.isWord("udp")) {
                return 17;
            }
            if (!Shapes.isDigits(token.raw()) || token.raw().length() > 3 || Integer.parseInt(token.raw()) > 255) {
                throw token.wrong(field + " is tcp, udp or a number from 0 to 255, not " + token.cited());
            }
            return Integer.parseInt(token.raw());
        }

        @Override
        public Integer decode(String field, Octets.Wire wire) throws PresentationException {
            return (int) wire.number(1, field);
        }

        @Override
        public String write(Integer value) {
            return value.toString();
        }
    }

    /// The rest of the RDATA as ports; on the wire a bit for each.
    static final class PortsShape implements Shape<List<Integer>> {
        private static final int MOST_OCTETS = 8192;

        @Override
        public List<Integer> read(String field, Words words) throws PresentationException {
            List<Integer> ports = new ArrayList<>();
            while (words.hasNext()) {
                ports.add(Shapes.U16.read("a port", words));
            }
            return ports;
        }

        @Override
        public List<Integer> decode(String field, Octets.Wire wire) throws PresentationException {
            if (wire.remaining() > MOST_OCTETS) {
                throw wire.wrong("there are at most " + MOST_OCTETS + " octets of ports");
            }
            List<Integer> ports = new ArrayList<>();
            for (int first = 0; wire.remaining() > 0; first += 8) {
                long bits = wire.number(1, field);
                for (int bit = 0; bit < 8; bit++) {
                    if ((bits & (0x80 >> bit)) != 0) {
                        ports.add(first + bit);
                    }
                }
            }
            return ports;
        }

        @Override
        public String write(List<Integer> value) {
            return value.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
    }
}
