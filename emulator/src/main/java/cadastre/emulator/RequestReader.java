package cadastre.emulator;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads requests from a connection, one after the other. What follows a request in the stream belongs to the
/// next one, so pipelined requests are safe.
///
/// Framing that two readers could understand differently (both lengths, several lengths, folded lines) is
/// refused.
///
/// @rfc 9112 section 6.3
final class RequestReader {
    static final int LONGEST_LINE = 16 * 1024;
    static final int LONGEST_HEADERS = 64 * 1024;
    static final int MOST_HEADERS = 200;
    static final int LARGEST_BODY = 16 * 1024 * 1024;

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+\\-.^_`|~0-9A-Za-z]+");
    private static final Pattern VERSION = Pattern.compile("HTTP/\\d\\.\\d");

    private final InputStream in;
    private final Runnable sendContinue;
    private final String remoteAddress;

    /// @param sendContinue sends `100 Continue`; called before a body is read whose sender waits for that
    RequestReader(InputStream in, Runnable sendContinue, String remoteAddress) {
        this.in = in;
        this.sendContinue = sendContinue;
        this.remoteAddress = remoteAddress;
    }

    /// {@return the next request, or nothing if the peer has closed the connection between two requests}
    Optional<Request> next() throws IOException, MalformedRequest {
        String line = startLine();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !TOKEN.matcher(parts[0]).matches()) {
            throw new MalformedRequest(400, "the request line is not METHOD TARGET VERSION");
        }
        if (!VERSION.matcher(parts[2]).matches()) {
            throw new MalformedRequest(400, "the version is not HTTP/1.1");
        }
        if (!parts[2].startsWith("HTTP/1.")) {
            throw new MalformedRequest(505, "only HTTP/1 is spoken here");
        }
        boolean older = parts[2].equals("HTTP/1.0");
        Map<String, List<String>> headers = headers();
        int hosts = headers.getOrDefault("host", List.of()).size();
        if (hosts > 1 || (hosts == 0 && !older)) {
            throw new MalformedRequest(400, "there must be one Host field");
        }
        String target = originForm(parts[1], headers);
        String body = text(body(headers, older));
        return Optional.of(new Request(parts[0], target, headers, body, remoteAddress, persistent(headers, older)));
    }

    /// Empty lines before a request line are skipped; a few clients send one behind a body.
    private String startLine() throws IOException, MalformedRequest {
        for (int empty = 0; empty < 4; empty++) {
            int first = in.read();
            if (first < 0) {
                return "";
            }
            String line = line(first, 414);
            if (!line.isEmpty()) {
                return line;
            }
        }
        throw new MalformedRequest(400, "only empty lines");
    }

    private String line(int first, int statusIfLong) throws IOException, MalformedRequest {
        StringBuilder line = new StringBuilder();
        int c = first;
        while (c != '\n') {
            if (c < 0) {
                throw new EOFException("the connection ended inside a line");
            }
            if (line.length() >= LONGEST_LINE) {
                throw new MalformedRequest(statusIfLong, "a line is longer than " + LONGEST_LINE);
            }
            line.append((char) c);
            c = in.read();
        }
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) < ' ' && line.charAt(i) != '\t') {
                throw new MalformedRequest(400, "a control character in the head");
            }
        }
        return line.toString();
    }

    private Map<String, List<String>> headers() throws IOException, MalformedRequest {
        Map<String, List<String>> headers = new HashMap<>();
        int octets = 0;
        for (int count = 0; ; count++) {
            String line = line(in.read(), 431);
            if (line.isEmpty()) {
                return headers;
            }
            octets += line.length();
            if (count >= MOST_HEADERS || octets > LONGEST_HEADERS) {
                throw new MalformedRequest(431, "too many header fields");
            }
            int colon = line.indexOf(':');
            if (colon < 1 || !TOKEN.matcher(line.substring(0, colon)).matches()) {
                throw new MalformedRequest(400, "a header field is not NAME: VALUE");
            }
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
    }

    /// A target in absolute form (as sent to proxies) names its host itself.
    ///
    /// @rfc 9112 section 3.2.2
    private static String originForm(String target, Map<String, List<String>> headers) throws MalformedRequest {
        if (target.startsWith("/")) {
            return target;
        }
        if (!target.regionMatches(true, 0, "http://", 0, 7) && !target.regionMatches(true, 0, "https://", 0, 8)) {
            throw new MalformedRequest(400, "the target is neither a path nor a URL");
        }
        try {
            String authority = URI.create(target).getRawAuthority();
            if (authority == null) {
                throw new MalformedRequest(400, "the URL has no host");
            }
            headers.put("host", List.of(authority));
        } catch (IllegalArgumentException _) {
            throw new MalformedRequest(400, "the target is no URL");
        }
        int path = target.indexOf('/', target.indexOf("//") + 2);
        return path < 0 ? "/" : target.substring(path);
    }

    private byte[] body(Map<String, List<String>> headers, boolean older) throws IOException, MalformedRequest {
        List<String> codings = headers.getOrDefault("transfer-encoding", List.of());
        List<String> lengths = headers.getOrDefault("content-length", List.of());
        if (!codings.isEmpty()) {
            if (!lengths.isEmpty() || older) {
                throw new MalformedRequest(400, "two ways to find the end of the body");
            }
            if (codings.size() != 1 || !codings.getFirst().equalsIgnoreCase("chunked")) {
                throw new MalformedRequest(501, "a transfer coding other than chunked");
            }
            expectation(headers, older);
            return chunks();
        }
        if (lengths.isEmpty()) {
            return new byte[0];
        }
        int length = length(lengths);
        if (length > 0) {
            expectation(headers, older);
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the connection ended inside the body");
        }
        return body;
    }

    private static int length(List<String> lengths) throws MalformedRequest {
        String text = lengths.getFirst();
        if (lengths.stream().anyMatch(other -> !other.equals(text)) || !text.matches("\\d{1,18}")) {
            throw new MalformedRequest(400, "Content-Length is no number");
        }
        long length = Long.parseLong(text);
        if (length > LARGEST_BODY) {
            throw new MalformedRequest(413, "a body of " + length + " octets");
        }
        return (int) length;
    }

    private void expectation(Map<String, List<String>> headers, boolean older) throws MalformedRequest {
        for (String expectation : headers.getOrDefault("expect", List.of())) {
            if (!expectation.equalsIgnoreCase("100-continue")) {
                throw new MalformedRequest(417, "an expectation other than 100-continue");
            }
            if (!older) {
                sendContinue.run();
            }
        }
    }

    /// @rfc 9112 section 7.1
    private byte[] chunks() throws IOException, MalformedRequest {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String line = line(in.read(), 400);
            int semicolon = line.indexOf(';');
            String digits = (semicolon < 0 ? line : line.substring(0, semicolon)).strip();
            if (!digits.matches("[0-9A-Fa-f]{1,8}")) {
                throw new MalformedRequest(400, "a chunk size is no hexadecimal number");
            }
            long size = Long.parseLong(digits, 16);
            if (body.size() + size > LARGEST_BODY) {
                throw new MalformedRequest(413, "the chunks are too large together");
            }
            if (size == 0) {
                headers(); // the trailer, which nothing here needs
                return body.toByteArray();
            }
            byte[] chunk = in.readNBytes((int) size);
            if (chunk.length < size) {
                throw new EOFException("the connection ended inside a chunk");
            }
            body.writeBytes(chunk);
            if (!line(in.read(), 400).isEmpty()) {
                throw new MalformedRequest(400, "a chunk is longer than it says");
            }
        }
    }

    /// Every body that means something here is text.
    private static String text(byte[] body) throws MalformedRequest {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new MalformedRequest(400, "the body is not UTF-8");
        }
    }

    private static boolean persistent(Map<String, List<String>> headers, boolean older) {
        String options =
                String.join(",", headers.getOrDefault("connection", List.of())).toLowerCase(Locale.ROOT);
        List<String> each =
                List.of(options.split(",", -1)).stream().map(String::strip).toList();
        return older ? each.contains("keep-alive") : !each.contains("close");
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
