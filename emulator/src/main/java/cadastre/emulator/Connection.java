package cadastre.emulator;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// One connection: requests are answered in the order in which they come, until one side wants no more.
///
/// Each answer has a `Content-Length` and goes out in one piece; never in chunks, which some clients cannot read.
final class Connection implements Runnable {
    /// How much is still read, and how long, from a peer whose request was refused half read: closing at once
    /// would reset the connection, and the answer might be lost with it.
    private static final int LINGER_OCTETS = 1024 * 1024;

    private static final Duration LINGER = Duration.ofSeconds(1);

    private final Socket socket;
    private final Duration idleTimeout;
    private final Function<Request, Answer> answerer;
    private final Function<MalformedRequest, Answer> refuser;

    Connection(
            Socket socket,
            Duration idleTimeout,
            Function<Request, Answer> answerer,
            Function<MalformedRequest, Answer> refuser) {
        this.socket = socket;
        this.idleTimeout = idleTimeout;
        this.answerer = answerer;
        this.refuser = refuser;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(idleTimeout.toMillis()));
            serve();
        } catch (IOException | UncheckedIOException _) {
            // The peer went away or was silent for too long: there is nobody to tell.
        }
    }

    private void serve() throws IOException {
        RequestReader reader = new RequestReader(
                new BufferedInputStream(socket.getInputStream(), 16 * 1024),
                this::sendContinue,
                socket.getInetAddress().getHostAddress());
        try {
            while (true) {
                Optional<Request> next = reader.next();
                if (next.isEmpty()) {
                    return;
                }
                Request request = next.get();
                Answer answer = answerer.apply(request);
                if (!deliver(answer, request) || !request.persistent()) {
                    return;
                }
            }
        } catch (MalformedRequest e) {
            write(refuser.apply(e), false, false);
            linger();
        }
    }

    /// {@return whether the connection goes on}
    private boolean deliver(Answer answer, Request request) throws IOException {
        boolean headOnly = request.method().equals("HEAD");
        switch (answer.delivery()) {
            case WHOLE -> write(answer, headOnly, request.persistent());
            case CUT -> {
                byte[] whole = octets(answer, headOnly, request.persistent());
                int body = answer.body().getBytes(StandardCharsets.UTF_8).length;
                socket.getOutputStream().write(whole, 0, whole.length - (body + 1) / 2);
                socket.getOutputStream().flush();
            }
            case NOTHING -> {}
            case RESET -> socket.setSoLinger(true, 0);
        }
        return answer.delivery() == Answer.Delivery.WHOLE;
    }

    private void sendContinue() {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(RequestReader.ascii("HTTP/1.1 100 Continue\r\n\r\n"));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Answer answer, boolean headOnly, boolean persistent) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(octets(answer, headOnly, persistent));
        out.flush();
    }

    private static byte[] octets(Answer answer, boolean headOnly, boolean persistent) {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 ")
                .append(answer.status())
                .append(' ')
                .append(Answer.reason(answer.status()))
                .append("\r\n");
        for (Answer.Header header : answer.headers()) {
            head.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        if (answer.status() != 204) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("Connection: ").append(persistent ? "keep-alive" : "close").append("\r\n\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(head.length() + body.length);
        bytes.writeBytes(RequestReader.ascii(head.toString()));
        if (!headOnly) {
            bytes.writeBytes(body);
        }
        return bytes.toByteArray();
    }

    private void linger() throws IOException {
        socket.shutdownOutput();
        socket.setSoTimeout((int) LINGER.toMillis());
        byte[] rest = new byte[8192];
        try {
            int total = 0;
            int read = socket.getInputStream().read(rest);
            while (read >= 0 && total < LINGER_OCTETS) {
                total += read;
                read = socket.getInputStream().read(rest);
            }
        } catch (SocketTimeoutException _) {
            // It sends nothing more: good.
        }
    }
}
