package cadastre.lookup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// A name server on one port of the loopback address, over UDP and TCP, that answers as it is told.
final class FakeServer implements AutoCloseable {
    /// What it answers; nothing for silence.
    @FunctionalInterface
    interface Script {
        Optional<byte[]> answer(Message query, boolean tcp) throws IOException;
    }

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final Script script;
    final AtomicInteger datagrams = new AtomicInteger();
    final AtomicInteger streams = new AtomicInteger();

    FakeServer(Script script) {
        this.script = script;
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            this.tcp = new ServerSocket(0, 50, loopback);
            this.udp = new DatagramSocket(tcp.getLocalPort(), loopback);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::datagrams);
        Thread.startVirtualThread(this::connections);
    }

    NameServer server() {
        return new NameServer(
                cadastre.dns.Name.of("ns.example."), new InetSocketAddress(udp.getLocalAddress(), udp.getLocalPort()));
    }

    private void datagrams() {
        byte[] buffer = new byte[65535];
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                udp.receive(packet);
                datagrams.incrementAndGet();
                Message query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                Optional<byte[]> answer = script.answer(query, false);
                if (answer.isPresent()) {
                    udp.send(new DatagramPacket(answer.get(), answer.get().length, packet.getSocketAddress()));
                }
            }
        } catch (SocketException e) {
            // closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void connections() {
        try {
            while (true) {
                Socket socket = tcp.accept();
                Thread.startVirtualThread(() -> connection(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void connection(Socket socket) {
        try (socket;
                DataInputStream in = new DataInputStream(socket.getInputStream());
                DataOutputStream out = new DataOutputStream(socket.getOutputStream())) {
            while (true) {
                byte[] query = in.readNBytes(in.readUnsignedShort());
                streams.incrementAndGet();
                Optional<byte[]> answer = script.answer(new Message(query), true);
                if (answer.isPresent()) {
                    out.writeShort(answer.get().length);
                    out.write(answer.get());
                    out.flush();
                }
            }
        } catch (EOFException | SocketException e) {
            // the other side has gone
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An answer to `query` that is authoritative.
    static Message reply(Message query, int code) {
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.AA);
        answer.getHeader().setOpcode(query.getHeader().getOpcode());
        answer.getHeader().setRcode(code);
        answer.addRecord(query.getQuestion(), Section.QUESTION);
        return answer;
    }

    /// An answer of those records.
    static Optional<byte[]> reply(Message query, String... records) throws IOException {
        Message answer = reply(query, Rcode.NOERROR);
        for (String record : records) {
            answer.addRecord(record(record), Section.ANSWER);
        }
        return Optional.of(answer.toWire());
    }

    /// A record as `owner ttl type rdata`.
    static Record record(String text) throws IOException {
        String[] words = text.split(" ", 4);
        return Record.fromString(
                Name.fromString(words[0]),
                Type.value(words[2]),
                DClass.IN,
                Long.parseLong(words[1]),
                words[3],
                Name.root);
    }

    @Override
    public void close() {
        udp.close();
        try {
            tcp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
