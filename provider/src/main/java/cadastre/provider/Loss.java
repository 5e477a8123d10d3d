package cadastre.provider;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// How a request got no answer, in the words of Go's client where it has some, since those are the ones that
/// users have read before.
///
/// @param kind what happened
/// @param text a message without the request it belongs to
/// @param advice what to do; null if there is nothing to say
record Loss(Kind kind, String text, @Nullable String advice) {
    enum Kind {
        /// Nothing was sent, and trying again is no use.
        REFUSED,
        /// Nothing was sent; another attempt may get through.
        NOT_CONNECTED,
        /// Something may have been sent and carried out; there was no answer.
        NO_ANSWER,
        /// The answer ended before its end.
        CUT
    }

    private static final Pattern NO_TUNNEL = Pattern.compile("Tunnel failed, got: (\\d{3})");
    private static final String CHECK_ADDRESS = "Check the name in apiurl, and the network's name servers.";
    private static final String CHECK_NETWORK = "Check the network, and HTTPS_PROXY if there is a proxy.";

    static Loss of(Throwable failure, URI uri) {
        String host = uri.getHost();
        SSLException tls = root(failure, SSLException.class);
        if (tls != null) {
            return tls(tls, host);
        }
        if (root(failure, UnknownHostException.class) != null
                || root(failure, UnresolvedAddressException.class) != null) {
            return new Loss(Kind.NOT_CONNECTED, "dial tcp: lookup " + host + ": no such host", CHECK_ADDRESS);
        }
        if (root(failure, HttpConnectTimeoutException.class) != null) {
            return new Loss(Kind.NOT_CONNECTED, "dial tcp " + host + ": i/o timeout", CHECK_NETWORK);
        }
        if (root(failure, ConnectException.class) != null) {
            String where = host + ":" + (uri.getPort() >= 0 ? uri.getPort() : 443);
            Kind kind = Loopback.is(uri) ? Kind.REFUSED : Kind.NOT_CONNECTED;
            String advice = Loopback.is(uri) ? "Nothing listens there: is the emulator running?" : CHECK_NETWORK;
            return new Loss(kind, "dial tcp " + where + ": connect: connection refused", advice);
        }
        if (failure instanceof TimeoutException || root(failure, HttpTimeoutException.class) != null) {
            return new Loss(
                    Kind.NO_ANSWER,
                    "context deadline exceeded (Client.Timeout exceeded while awaiting headers)",
                    "The answer took too long; try again later.");
        }
        return transmission(failure);
    }

    /// A proxy answered with `status` instead of opening a tunnel.
    static Loss noTunnel(int status) {
        String advice = status == 407
                ? "Write the proxy's user and password into HTTPS_PROXY: http://USER:PASSWORD@HOST:PORT."
                : "The proxy in HTTPS_PROXY does not let us through.";
        Kind kind = status >= 500 ? Kind.NOT_CONNECTED : Kind.REFUSED;
        return new Loss(kind, "proxyconnect tcp: status " + status, advice);
    }

    private static Loss transmission(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        Matcher noTunnel = NO_TUNNEL.matcher(message);
        if (noTunnel.find()) {
            return noTunnel(Integer.parseInt(noTunnel.group(1)));
        }
        String lower = message.toLowerCase(Locale.ROOT);
        if (root(failure, Answers.CutException.class) != null
                || lower.contains("fixed content-length")
                || lower.contains("chunked transfer encoding")
                || lower.contains("eof reached while reading")) {
            return new Loss(Kind.CUT, "unexpected EOF", null);
        }
        if (lower.contains("exceeds")) {
            return new Loss(Kind.REFUSED, "the answer is larger than " + Answers.LARGEST + " bytes", null);
        }
        if (lower.contains("reset")) {
            return new Loss(Kind.NO_ANSWER, "read: connection reset by peer", null);
        }
        // "Too many retries" is how the JDK says that it would have sent the request a second time by itself.
        boolean closed = lower.contains("received no bytes") || lower.contains("too many retries");
        if (closed || lower.contains("closed") || root(failure, EOFException.class) != null) {
            return new Loss(Kind.NO_ANSWER, "EOF", null);
        }
        return new Loss(Kind.NO_ANSWER, message, null);
    }

    private static Loss tls(SSLException failure, String host) {
        String message = String.valueOf(failure.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("protocol_version") || lower.contains("protocol version")) {
            return new Loss(
                    Kind.REFUSED,
                    "tls: " + host + " does not offer TLS 1.3",
                    "Secrets are sent over TLS 1.3 only. What answers there, a proxy or the server, is too old.");
        }
        if (lower.contains("handshake_failure")) {
            return new Loss(
                    Kind.REFUSED,
                    "tls: " + host + " refused the handshake; perhaps it does not offer TLS 1.3",
                    "Secrets are sent over TLS 1.3 only. What answers there, a proxy or the server, may be too old.");
        }
        if (lower.contains("unable to find valid certification path") || lower.contains("pkix")) {
            return new Loss(
                    Kind.REFUSED,
                    "tls: failed to verify certificate: x509: certificate signed by unknown authority",
                    "If a proxy opens connections on purpose, name its authority's file in SSL_CERT_FILE.");
        }
        return new Loss(Kind.NO_ANSWER, "tls: " + message, null);
    }

    private static <T extends Throwable> @Nullable T root(Throwable failure, Class<T> wanted) {
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (wanted.isInstance(one)) {
                return wanted.cast(one);
            }
        }
        return null;
    }

    /// The whole message, with the request it belongs to.
    String message(Request request) {
        return kind == Kind.CUT
                ? "Fail to read the body (error '" + text + "')"
                : "Fail to do the request (error '" + request.method().verb() + " \"" + request.uri() + "\": " + text
                        + "')";
    }

    ProviderException exception(Request request, @Nullable Throwable cause) {
        boolean sent = kind == Kind.NO_ANSWER || kind == Kind.CUT;
        String checked = advice;
        if (!request.reads() && sent) {
            checked = "It is not known whether it was carried out: read again before sending it again.";
        }
        Reason reason = request.reads() || !sent ? unreached() : new Reason.UnknownOutcome();
        return new ProviderException(message(request), reason, checked, cause);
    }

    private Reason unreached() {
        return kind == Kind.CUT ? new Reason.NotUnderstood() : new Reason.Unreachable();
    }
}
