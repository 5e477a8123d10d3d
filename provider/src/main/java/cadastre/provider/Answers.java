package cadastre.provider;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// How answers are read: whole, decompressed, not without end.
final class Answers {
    /// Bytes, before and after decompression. The largest zones come in pages far below it.
    static final int LARGEST = 128 * 1024 * 1024;

    private Answers() {}

    /// A compressed body that ends before its end.
    static final class CutException extends IOException {
        private static final long serialVersionUID = 1L;

        CutException(IOException cause) {
            super("unexpected EOF", cause);
        }
    }

    static HttpResponse.BodyHandler<byte[]> handler() {
        return HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST);
    }

    static Answer read(HttpResponse<byte[]> response, byte[] received) throws IOException {
        byte[] body = received;
        boolean compressed = response.headers()
                .firstValue("Content-Encoding")
                .map(value -> value.strip().equalsIgnoreCase("gzip"))
                .orElse(false);
        if (compressed && body.length > 0) {
            body = decompressed(body);
        }
        return new Answer(response.statusCode(), response.headers().map(), new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] decompressed(byte[] body) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] all = in.readNBytes(LARGEST + 1);
            if (all.length > LARGEST) {
                throw new IOException("the body exceeds " + LARGEST + " bytes");
            }
            return all;
        } catch (EOFException | ZipException e) {
            throw new CutException(e);
        }
    }
}
