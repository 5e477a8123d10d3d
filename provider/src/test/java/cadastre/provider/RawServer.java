package cadastre.provider;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// A server that writes whatever bytes it is told to, and remembers what it was asked.
final class RawServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Function<Asked, Reply> answers;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Socket> open = new ConcurrentLinkedQueue<>();

    /// A request as it arrived.
    record Asked(int number, String line, List<String> headers, String body) {
        Optional<String> header(String name) {
            return headers.stream()
                    .filter(one -> one.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(one -> one.substring(name.length() + 1).strip())
                    .findFirst();
        }
    }

    /// What goes back: bytes, and whether the connection ends after them.
    record Reply(List<Byte> bytes, boolean close) {
        static Reply raw(String text, boolean close) {
            return raw(text.getBytes(StandardCharsets.UTF_8), close);
        }

        static Reply raw(byte[] octets, boolean close) {
            List<Byte> bytes = new java.util.ArrayList<>();
            for (byte one : octets) {
                bytes.add(one);
            }
            return new Reply(bytes, close);
        }

        static Reply of(int status, String type, String body, String... headers) {
            return of(status, type, body.getBytes(StandardCharsets.UTF_8), headers);
        }

        static Reply of(int status, String type, byte[] body, String... headers) {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Word\r\n");
            if (!type.isEmpty()) {
                head.append("Content-Type: ").append(type).append("\r\n");
            }
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
            all.writeBytes(body);
            return raw(all.toByteArray(), false);
        }

        static Reply json(int status, String body, String... headers) {
            return of(status, "application/json", body, headers);
        }

        /// The connection ends without a byte.
        static Reply nothing() {
            return new Reply(List.of(), true);
        }

        /// Nothing comes, and the connection stays.
        static Reply silence() {
            return new Reply(List.of(), false);
        }
    }

    private RawServer(ServerSocket listener, Function<Asked, Reply> answers) {
        this.listener = listener;
        this.answers = answers;
        Thread.ofVirtual().start(this::accept);
    }

    /// A server on a free port that computes its answers.
    static RawServer answering(Function<Asked, Reply> answers) throws IOException {
        return new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answers);
    }

    static RawServer on(ServerSocket listener, Function<Asked, Reply> answers) {
        return new RawServer(listener, answers);
    }

    /// A server that gives these answers in turn, the last one for ever.
    static RawServer answering(Reply... replies) throws IOException {
        return answering(asked -> replies[Math.min(asked.number(), replies.length) - 1]);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                open.add(socket);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            return; // closed
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                String head = head(in);
                if (head.isEmpty()) {
                    return;
                }
                List<String> lines = List.of(head.split("\r\n"));
                Asked bare = new Asked(0, lines.getFirst(), lines.subList(1, lines.size()), "");
                int length =
                        bare.header("Content-Length").map(Integer::parseInt).orElse(0);
                String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
                Asked whole;
                synchronized (asked) {
                    whole = new Asked(asked.size() + 1, bare.line(), bare.headers(), body);
                    asked.add(whole);
                }
                Reply reply = answers.apply(whole);
                byte[] octets = new byte[reply.bytes().size()];
                for (int i = 0; i < octets.length; i++) {
                    octets[i] = reply.bytes().get(i);
                }
                socket.getOutputStream().write(octets);
                socket.getOutputStream().flush();
                if (reply.close()) {
                    return;
                }
            }
        } catch (IOException e) {
            return; // the client went away
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0) {
                return "";
            }
            head.append((char) octet);
        }
        return head.toString();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    int port() {
        return listener.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    List<Asked> asked() {
        return asked;
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
