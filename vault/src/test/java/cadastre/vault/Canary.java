package cadastre.vault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// A secret that tests plant, and then look for wherever it must not be: as it is, its halves, and both as
/// base64 and hexadecimal.
public final class Canary {
    private final String text;
    private final List<String> traces;

    /// @param text at least 16 letters and digits that nothing else contains
    public Canary(String text) {
        this.text = text;
        this.traces = new ArrayList<>();
        int half = text.length() / 2;
        for (String part : List.of(text, text.substring(0, half), text.substring(half))) {
            traces.add(part);
            byte[] octets = part.getBytes(StandardCharsets.UTF_8);
            traces.add(HexFormat.of().formatHex(octets));
            // Where base64 of more than the secret holds it depends on how many octets stand before it, modulo
            // three.
            for (int before = 0; before < 3; before++) {
                byte[] shifted = new byte[before + octets.length];
                System.arraycopy(octets, 0, shifted, before, octets.length);
                String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
                traces.add(encoded.substring(before == 0 ? 0 : 4, encoded.length() - 1));
            }
        }
    }

    /// {@return the secret}
    public String text() {
        return text;
    }

    /// {@return what of the secret `hay` contains; empty if nothing}
    public List<String> in(String hay) {
        String standard = hay.replace('-', '+').replace('_', '/');
        return traces.stream()
                .filter(trace -> hay.contains(trace)
                        || standard.contains(trace)
                        || hay.toLowerCase(Locale.ROOT).contains(trace.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /// {@return what of the secret the octets contain; empty if nothing}
    public List<String> in(byte[] hay) {
        List<String> found = new ArrayList<>(in(new String(hay, StandardCharsets.ISO_8859_1)));
        found.addAll(in(Arrays.toString(hay)));
        return found;
    }

    /// {@return what of the secret the failure shows: its messages, those of its causes, its serialised form}
    public List<String> in(Throwable failure) throws IOException {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(octets)) {
            out.writeObject(failure);
        }
        List<String> found = new ArrayList<>(in(trace.toString()));
        found.addAll(in(octets.toByteArray()));
        return found;
    }
}
