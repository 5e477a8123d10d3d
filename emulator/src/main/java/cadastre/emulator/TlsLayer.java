package cadastre.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// TLS over connections, which fails when [Faults] want it. Thread-safe.
final class TlsLayer implements HttpServer.Layer {
    /// A fatal alert of the kind `handshake_failure`, as a record of TLS 1.2.
    ///
    /// @rfc 5246 section 7.2
    private static final byte[] FAILURE = {21, 3, 3, 0, 2, 2, 40};

    private final SSLContext context;
    private final Faults faults;

    TlsLayer(SSLContext context, Faults faults) {
        this.context = context;
        this.faults = faults;
    }

    @Override
    public Socket over(Socket socket) throws IOException {
        if (faults.breaksHandshake()) {
            socket.getOutputStream().write(FAILURE);
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            socket.getInputStream().skip(1); // else the alert might be lost with the connection
            throw new IOException("the handshake fails on purpose");
        }
        SSLSocket secure =
                (SSLSocket) context.getSocketFactory().createSocket(socket, InputStream.nullInputStream(), true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        return secure;
    }
}
