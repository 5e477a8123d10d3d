package cadastre.emulator;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A socket to the emulator, on which octets are written and answers read as they come: no HTTP client, which
/// would repair, translate or hide what is to be seen.
final class RawConnection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    RawConnection(int port) throws IOException {
        socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /// An answer as it came.
    ///
    /// @param head the status line and the header lines, without the ends of line
    /// @param body its octets as UTF-8
    record Reply(List<String> head, String body) {
        int status() {
            return Integer.parseInt(head.getFirst().split(" ", 3)[1]);
        }

        /// {@return the value of the header that is spelled exactly so}
        Optional<String> header(String name) {
            return head.stream()
                    .skip(1)
                    .filter(line -> line.startsWith(name + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst();
        }

        String text() {
            return String.join("\r\n", head) + "\r\n\r\n" + body;
        }
    }

    RawConnection send(String octets) throws IOException {
        socket.getOutputStream().write(octets.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return this;
    }

    void shutdownOutput() throws IOException {
        socket.shutdownOutput();
    }

    /// {@return the next answer}
    Reply reply() throws IOException {
        return reply(false);
    }

    /// {@return the next answer, which has no body because it answers a HEAD}
    Reply replyToHead() throws IOException {
        return reply(true);
    }

    private Reply reply(boolean headOnly) throws IOException {
        List<String> head = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            head.add(line);
        }
        Reply reply = new Reply(head, "");
        int length = headOnly
                ? 0
                : reply.header("Content-Length").map(Integer::parseInt).orElse(0);
        byte[] body = in.readNBytes(length);
        if (body.length != length) {
            throw new EOFException("the body ended after " + body.length + " of " + length + " octets");
        }
        return new Reply(head, new String(body, StandardCharsets.UTF_8));
    }

    /// {@return whether the emulator has closed the connection}
    boolean isClosed() throws IOException {
        return in.read() < 0;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            int c = in.read();
            if (c < 0) {
                throw new EOFException("the connection ended inside the head, after: " + line);
            }
            if (c == '\n') {
                String text = line.toString(StandardCharsets.UTF_8);
                if (!text.endsWith("\r")) {
                    throw new IOException("a line of the head does not end in CR LF: " + text);
                }
                return text.substring(0, text.length() - 1);
            }
            line.write(c);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
