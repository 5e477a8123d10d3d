package cadastre.lookup;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.xbill.DNS.Message;

/// Messages to and from a server, each with its length in front. For one thread.
///
/// Everything together, from connecting to the last answer, takes no longer than it was told at the
/// start, however slowly the other side sends.
///
/// @rfc 1035 section 4.2.2
final class MessageStream implements Closeable {
    private final Socket socket;
    private final long end;

    private MessageStream(Socket socket, long end) {
        this.socket = socket;
        this.end = end;
    }

    /// The server was not reached, so it got nothing.
    static final class NotConnectedException extends IOException {
        private static final long serialVersionUID = 1L;

        NotConnectedException(String message, IOException cause) {
            super(message, cause);
        }
    }

    /// @throws NotConnectedException if there is nobody, or not the one who was meant
    static MessageStream open(NameServer server, Carrier carrier, Duration limit) throws NotConnectedException {
        long end = System.nanoTime() + limit.toNanos();
        Socket plain = new Socket();
        try {
            plain.connect(server.address(), left(end));
        } catch (IOException e) {
            closeQuietly(plain, e);
            String message = String.valueOf(e.getMessage());
            throw new NotConnectedException(
                    message.contains("refused") ? "nothing listens at " + server.place() : message, e);
        }
        try {
            return new MessageStream(carrier instanceof Carrier.Tls tls ? secured(plain, tls, end) : plain, end);
        } catch (IOException e) {
            closeQuietly(plain, e);
            throw new NotConnectedException("tls: " + e.getMessage(), e);
        }
    }

    private static void closeQuietly(Socket socket, IOException why) {
        try {
            socket.close();
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    private static Socket secured(Socket plain, Carrier.Tls tls, long end) throws IOException {
        SSLSocket socket =
                (SSLSocket) tls.context().getSocketFactory().createSocket(plain, tls.host(), plain.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // compares the certificate with the host
        parameters.setApplicationProtocols(new String[] {"dot"});
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(left(end));
        socket.startHandshake();
        return socket;
    }

    /// Milliseconds until the end, at least one.
    private static int left(long end) {
        return Math.clamp(Duration.ofNanos(end - System.nanoTime()).toMillis(), 1, Integer.MAX_VALUE);
    }

    void send(byte[] message) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        byte[] framed = new byte[message.length + 2];
        framed[0] = (byte) (message.length >> 8);
        framed[1] = (byte) message.length;
        System.arraycopy(message, 0, framed, 2, message.length);
        out.write(framed);
        out.flush();
    }

    /// @throws SocketTimeoutException if the time is up
    byte[] receive() throws IOException {
        byte[] length = read(2);
        return read(((length[0] & 0xFF) << 8) | (length[1] & 0xFF));
    }

    private byte[] read(int count) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] octets = new byte[count];
        int have = 0;
        while (have < count) {
            if (System.nanoTime() - end >= 0) {
                throw new SocketTimeoutException("the time for it is up");
            }
            socket.setSoTimeout(left(end));
            int got = in.read(octets, have, count - have);
            if (got < 0) {
                throw new EOFException("the connection ended in the middle");
            }
            have += got;
        }
        return octets;
    }

    /// The answer as a message, if it is one to the question of that number.
    static Message answer(byte[] octets, int id) throws IOException {
        Message message = new Message(octets);
        if (message.getHeader().getID() != id) {
            throw new IOException("the answer is one to another question");
        }
        return message;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
