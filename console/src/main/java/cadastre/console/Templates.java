package cadastre.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Makes pages of records. Thread-safe.
final class Templates {
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /// {@return the page that the template makes of `page` within `frame`}
    ResponseEntity<String> page(HttpStatus status, String template, Frame frame, Record page) {
        StringOutput output = new StringOutput(16_384);
        engine.render(template + ".jte", Map.of("frame", frame, "page", page), output);
        return ResponseEntity.status(status).contentType(HTML).body(output.toString());
    }

    /// {@return the page that the template makes of `page` within `frame`}
    ResponseEntity<String> page(String template, Frame frame, Record page) {
        return page(HttpStatus.OK, template, frame, page);
    }

    /// {@return an answer that leads to another page, to be fetched}
    static ResponseEntity<String> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", address)
                .build();
    }
}
