package cadastre.console;

import cadastre.desk.Bulletin;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The streams that say that something moved, so that a page is fetched again: Server-Sent Events without content.
@RestController
public final class LivePages {
    /// However often something moves, a page is told no more often than this.
    private static final long PAUSE_MILLIS = 400;
    /// A comment keeps proxies from closing a quiet stream.
    private static final long QUIET_SECONDS = 20;
    /// After so long the browser connects again.
    private static final long LIFE_MILLIS = 10 * 60 * 1000L;

    /// For Spring.
    LivePages() {}

    @GetMapping(path = "/live/register", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter register(@AuthenticationPrincipal Visitor visitor) {
        return stream(listener -> visitor.desk().watchRegister(listener));
    }

    @GetMapping(path = "/live/changes/{number}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter change(@AuthenticationPrincipal Visitor visitor, @PathVariable long number) {
        return stream(listener -> visitor.desk().watchRollout(number, listener));
    }

    private static SseEmitter stream(Function<Runnable, Bulletin.Watch> begin) {
        SseEmitter emitter = new SseEmitter(LIFE_MILLIS);
        Semaphore moved = new Semaphore(1); // told at once: something may have moved since the page was made
        Bulletin.Watch watch = begin.apply(moved::release);
        Thread teller = Thread.ofVirtual().start(() -> tell(emitter, moved));
        Runnable end = () -> {
            watch.close();
            teller.interrupt();
        };
        emitter.onCompletion(end);
        emitter.onTimeout(() -> {
            end.run();
            emitter.complete(); // the browser connects again
        });
        emitter.onError(_ -> end.run());
        return emitter;
    }

    private static void tell(SseEmitter emitter, Semaphore moved) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (moved.tryAcquire(QUIET_SECONDS, TimeUnit.SECONDS)) {
                    moved.drainPermits();
                    emitter.send(SseEmitter.event().name("moved").data(""));
                    Thread.sleep(PAUSE_MILLIS);
                } else {
                    emitter.send(SseEmitter.event().comment("quiet"));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | IllegalStateException e) {
            // The browser went away; that is how every stream ends, and the container knows it already.
            Thread.currentThread().interrupt();
        }
    }
}
