package cadastre.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The file that `--report` writes (spec dnscontrol.md section 1.4).
final class Report {
    private Report() {}

    /// {@return whether it was written, or none was wanted}
    static boolean write(String file, List<Transcript.Entry> entries, Surroundings surroundings) {
        if (file.isEmpty()) {
            return true;
        }
        try {
            Files.writeString(surroundings.resolve(file), json(entries) + "\n");
            return true;
        } catch (IOException e) {
            surroundings.err().println("open " + file + ": " + e.getMessage());
            return false;
        }
    }

    private static String json(List<Transcript.Entry> entries) {
        return "null".repeat(entries.isEmpty() ? 1 : 0) + (entries.isEmpty() ? "" : array(entries));
    }

    private static String array(List<Transcript.Entry> entries) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            for (Transcript.Entry entry : entries) {
                json.writeStartObject();
                json.writeStringProperty("domain", entry.domain());
                json.writeNumberProperty("corrections", entry.details().size());
                if (!entry.details().isEmpty()) {
                    json.writeArrayPropertyStart("correction_details");
                    entry.details().forEach(json::writeString);
                    json.writeEndArray();
                }
                json.writeStringProperty(entry.role(), entry.account());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return text.toString();
    }
}
