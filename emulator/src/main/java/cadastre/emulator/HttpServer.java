package cadastre.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/// An HTTP/1.1 server on 127.0.0.1, one virtual thread for each connection.
///
/// The JDK's own server rewrites the case of header names (`location` must go out in lower case) and gives no
/// hold on the bytes, which is why this one exists.
final class HttpServer implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger(HttpServer.class.getName());
    private static final int BACKLOG = 1024;

    private final ServerSocket listener;
    private final Duration idleTimeout;
    private final Function<Request, Answer> answerer;
    private final Function<MalformedRequest, Answer> refuser;
    private final Layer layer;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Thread acceptor = Thread.ofVirtual().name("emulator-accept").unstarted(this::accept);

    private HttpServer(
            ServerSocket listener,
            Duration idleTimeout,
            Function<Request, Answer> answerer,
            Function<MalformedRequest, Answer> refuser,
            Layer layer) {
        this.listener = listener;
        this.idleTimeout = idleTimeout;
        this.answerer = answerer;
        this.refuser = refuser;
        this.layer = layer;
    }

    /// What lies between the connection and HTTP.
    interface Layer {
        /// {@return the connection as HTTP sees it}
        ///
        /// @throws IOException if that fails; the connection is then ended
        Socket over(Socket socket) throws IOException;
    }

    /// {@return a server that listens already}
    ///
    /// @param port  0 for a free one
    /// @param layer TLS, or nothing
    /// @throws IOException if the port is taken or not allowed
    static HttpServer start(
            int port,
            Duration idleTimeout,
            Function<Request, Answer> answerer,
            Function<MalformedRequest, Answer> refuser,
            Layer layer)
            throws IOException {
        ServerSocket listener = new ServerSocket();
        try {
            listener.setReuseAddress(true);
            listener.bind(
                    new InetSocketAddress(InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}), port),
                    BACKLOG);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
        HttpServer server = new HttpServer(listener, idleTimeout, answerer, refuser, layer);
        server.acceptor.start();
        return server;
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                Thread.ofVirtual().name("emulator-connection").start(() -> serve(socket));
                if (listener.isClosed()) {
                    socket.close();
                }
            } catch (IOException _) {
                if (!listener.isClosed()) {
                    // Out of file descriptors: those who wait are accepted when others have gone.
                    LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
                }
            }
        }
    }

    private void serve(Socket socket) {
        try {
            socket.setSoTimeout(Math.toIntExact(idleTimeout.toMillis()));
            new Connection(layer.over(socket), idleTimeout, answerer, refuser).run();
        } catch (IOException _) {
            end(socket);
        } finally {
            open.remove(socket);
        }
    }

    /// The handshake failed, on purpose or not: there is nobody to tell.
    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "a connection could not be ended", e);
        }
    }

    /// Ends all connections, also those in the middle of an answer. The port is free when this returns.
    @Override
    public void close() {
        try {
            listener.close();
            awaitAcceptor();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The thread that accepts is the last to let go of the port.
    private void awaitAcceptor() {
        try {
            acceptor.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
