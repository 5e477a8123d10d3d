package cadastre.console;

import cadastre.desk.NotAllowedException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// The pages where something is not there, not allowed, or broken. What is not yours and what is not there look alike.
@RestController
@RestControllerAdvice
public final class ErrorPages {
    private final Templates templates;
    private final Frames frames;

    ErrorPages(Templates templates, Frames frames) {
        this.templates = templates;
        this.frames = frames;
    }

    /// Something that is not there, or not for this visitor.
    static final class NotThereException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// The page of an error.
    ///
    /// @param title  what, a few words
    /// @param detail what to do, a sentence or two
    public record Failure(String title, String detail) {}

    @RequestMapping("/error")
    ResponseEntity<String> error(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return page(request, status == null ? HttpStatus.NOT_FOUND : status);
    }

    @ExceptionHandler(NotThereException.class)
    ResponseEntity<String> notThere(HttpServletRequest request) {
        return page(request, HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler(NotAllowedException.class)
    ResponseEntity<String> notAllowed(HttpServletRequest request) {
        return page(request, HttpStatus.FORBIDDEN);
    }

    private ResponseEntity<String> page(HttpServletRequest request, HttpStatus status) {
        Failure failure = switch (status) {
            case NOT_FOUND ->
                new Failure("There is no such page", "The link may be old, or what it led to belongs to others.");
            case FORBIDDEN ->
                new Failure(
                        "This was not done",
                        "Your role in this workspace does not allow it, or the form was open for too long. Go back,"
                                + " load the page again and try once more.");
            case BAD_REQUEST, METHOD_NOT_ALLOWED ->
                new Failure("This was not understood", "Go back, load the page again and try once more.");
            default ->
                new Failure(
                        "The program failed here",
                        "Nothing is lost: what was sent is noted. The log of the server says what failed.");
        };
        return templates.page(status, "failure", frames.outside(request, failure.title()), failure);
    }
}
