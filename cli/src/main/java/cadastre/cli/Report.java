package cadastre.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
            surroundings.err().println(GoFiles.message("open", file, e));
            return false;
        }
    }

    private static String json(List<Transcript.Entry> entries) {
        return entries.isEmpty()
                ? "null"
                : entries.stream().map(Report::json).collect(Collectors.joining(",\n", "[\n", "\n]"));
    }

    private static String json(Transcript.Entry entry) {
        List<String> members = new ArrayList<>();
        members.add("\"domain\": " + Texts.plainJson(entry.domain()));
        members.add("\"corrections\": " + entry.details().size());
        if (!entry.details().isEmpty()) {
            members.add(entry.details().stream()
                    .map(detail -> "      " + Texts.plainJson(detail))
                    .collect(Collectors.joining(",\n", "\"correction_details\": [\n", "\n    ]")));
        }
        members.add("\"" + entry.role() + "\": " + Texts.plainJson(entry.account()));
        return members.stream().map(member -> "    " + member).collect(Collectors.joining(",\n", "  {\n", "\n  }"));
    }
}
