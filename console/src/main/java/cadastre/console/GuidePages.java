package cadastre.console;

import cadastre.register.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The guide of `docs/guide` as a page, so that whatever a card says leads to its heading there.
@RestController
public final class GuidePages {
    private final Templates templates;
    private final Frames frames;
    private final String gandi;

    GuidePages(Templates templates, Frames frames) {
        this.templates = templates;
        this.frames = frames;
        this.gandi = html("gandi.md");
    }

    /// A page of the guide.
    ///
    /// @param html made of our own text; raw HTML in it is escaped
    public record Guide(String html) {}

    /// {@return where the guide has a trouble}
    static String address(Trouble trouble) {
        return "/guide/gandi#" + trouble.slug();
    }

    private static String html(String name) {
        try (InputStream file = GuidePages.class.getResourceAsStream("guide/" + name)) {
            if (file == null) {
                throw new IllegalStateException("the guide " + name + " is missing from the program");
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            List<Extension> extensions = List.of(HeadingAnchorExtension.create(), TablesExtension.create());
            return HtmlRenderer.builder()
                    .escapeHtml(true)
                    .extensions(extensions)
                    .build()
                    .render(Parser.builder().extensions(extensions).build().parse(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/guide/gandi")
    ResponseEntity<String> guide(HttpServletRequest request, @AuthenticationPrincipal @Nullable Visitor visitor) {
        Frame frame = visitor == null
                ? frames.outside(request, "Guide")
                : frames.of(request, visitor, "Guide", Frame.Here.GUIDE);
        return templates.page("guide", frame, new Guide(gandi));
    }
}
