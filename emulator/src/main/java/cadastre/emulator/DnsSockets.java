package cadastre.emulator;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Name servers on addresses of this machine, over UDP and TCP, all on one port.
///
/// @rfc 7766 section 8
final class DnsSockets implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(DnsSockets.class.getName());
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final int LARGEST = 65535;

    /// How often another free port is tried: it must be free on all addresses.
    private static final int MOST_TRIES = 50;

    private final int port;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /// Which server it is.
    enum Role {
        /// A resolver for everything.
        RESOLVER(1),
        /// LiveDNS's servers of the group a.
        A(2),
        /// Those of the group b.
        B(3),
        /// Those of the group c.
        C(4);

        private final int lastOctet;

        Role(int lastOctet) {
            this.lastOctet = lastOctet;
        }

        /// {@return the server of a group}
        ///
        /// @param letter `a`, `b` or `c`
        static Role ofGroup(String letter) {
            return switch (letter) {
                case "a" -> A;
                case "b" -> B;
                case "c" -> C;
                default -> throw new IllegalArgumentException("there is no group " + letter);
            };
        }
    }

    private DnsSockets(int port) {
        this.port = port;
    }

    /// {@return the address of a server: 127.0.0.1 for the resolver, then .2, .3 and .4}
    static InetAddress address(Role role) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) role.lastOctet});
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException("four octets are an address", e);
        }
    }

    /// {@return servers that answer already}
    ///
    /// @param port 0 for one that is free on all addresses
    /// @throws IOException if it is taken or not allowed
    static DnsSockets start(int port, Map<Role, DnsAnswerer> answerers) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return bound(port, answerers);
            } catch (IOException e) {
                if (port != 0 || tries == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    private static DnsSockets bound(int wished, Map<Role, DnsAnswerer> answerers) throws IOException {
        Map<Role, ServerSocket> listeners = new EnumMap<>(Role.class);
        Map<Role, DatagramSocket> datagrams = new EnumMap<>(Role.class);
        int port = wished;
        try {
            for (Role role : answerers.keySet()) {
                ServerSocket listener = new ServerSocket();
                listeners.put(role, listener);
                listener.setReuseAddress(true);
                listener.bind(new InetSocketAddress(address(role), port));
                port = listener.getLocalPort();
                datagrams.put(role, new DatagramSocket(new InetSocketAddress(address(role), port)));
            }
        } catch (IOException e) {
            for (ServerSocket listener : listeners.values()) {
                listener.close();
            }
            datagrams.values().forEach(DatagramSocket::close);
            throw e;
        }
        DnsSockets sockets = new DnsSockets(port);
        answerers.forEach((role, answerer) -> sockets.serve(
                java.util.Objects.requireNonNull(datagrams.get(role)),
                java.util.Objects.requireNonNull(listeners.get(role)),
                answerer));
        return sockets;
    }

    int port() {
        return port;
    }

    private void serve(DatagramSocket datagrams, ServerSocket listener, DnsAnswerer answerer) {
        open.add(datagrams);
        open.add(listener);
        Thread.ofVirtual().name("emulator-dns-udp").start(() -> receive(datagrams, answerer));
        Thread.ofVirtual().name("emulator-dns-tcp").start(() -> accept(listener, answerer));
    }

    private void receive(DatagramSocket socket, DnsAnswerer answerer) {
        byte[] room = new byte[LARGEST];
        while (!closed) {
            try {
                DatagramPacket packet = new DatagramPacket(room, room.length);
                socket.receive(packet);
                byte[] query = Arrays.copyOf(packet.getData(), packet.getLength());
                InetSocketAddress sender = (InetSocketAddress) packet.getSocketAddress();
                Thread.ofVirtual().start(() -> answer(socket, query, sender, answerer));
            } catch (IOException e) {
                complain(e);
            }
        }
    }

    private void answer(DatagramSocket socket, byte[] query, InetSocketAddress sender, DnsAnswerer answerer) {
        try {
            for (byte[] answer : answered(query, sender.getAddress(), false, answerer)) {
                socket.send(new DatagramPacket(answer, answer.length, sender));
            }
        } catch (IOException e) {
            complain(e);
        }
    }

    private static List<byte[]> answered(byte[] query, InetAddress sender, boolean tcp, DnsAnswerer answerer) {
        try {
            return answerer.answer(query, sender, tcp);
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.ERROR, "the emulated name server failed at a question", e);
            return DnsAnswerer.failure(query, org.xbill.DNS.Rcode.SERVFAIL);
        }
    }

    private void complain(IOException e) {
        if (!closed) {
            LOGGER.log(System.Logger.Level.WARNING, "the emulated name server lost a message: {0}", e.getMessage());
        }
    }

    private void accept(ServerSocket listener, DnsAnswerer answerer) {
        while (!closed) {
            try {
                Socket socket = listener.accept();
                connections.add(socket);
                Thread.ofVirtual().start(() -> converse(socket, answerer));
                if (closed) {
                    socket.close();
                }
            } catch (IOException e) {
                complain(e);
            }
        }
    }

    private void converse(Socket socket, DnsAnswerer answerer) {
        try (socket) {
            socket.setSoTimeout((int) IDLE.toMillis());
            socket.setTcpNoDelay(true);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (true) {
                byte[] query = new byte[in.readUnsignedShort()];
                in.readFully(query);
                for (byte[] answer : answered(query, socket.getInetAddress(), true, answerer)) {
                    ByteBuffer framed = ByteBuffer.allocate(answer.length + 2);
                    framed.putShort((short) answer.length).put(answer);
                    out.write(framed.array());
                }
                out.flush();
            }
        } catch (EOFException _) {
            // It has no more questions.
        } catch (IOException _) {
            // It went away or was silent for too long: there is nobody to tell.
        } finally {
            connections.remove(socket);
        }
    }

    /// Ends all servers; the port is free when this returns.
    @Override
    public void close() {
        closed = true;
        try {
            for (AutoCloseable socket : open) {
                socket.close();
            }
            for (Socket socket : connections) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("sockets only fail to close with an IOException", e);
        }
    }
}
