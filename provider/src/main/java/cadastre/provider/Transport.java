package cadastre.provider;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/// The JDK's client, twice: one for `https`, and one for `http` that never loads TLS. Each is made when
/// it is first needed. One call here is one request on the wire.
final class Transport implements AutoCloseable {
    private final Patience patience;
    private final Proxies proxies;
    private final Once plain;
    private final Once secure;

    Transport(Environment environment, Patience patience) {
        this.patience = patience;
        this.proxies = new Proxies(environment);
        // A context that is not initialised cannot be used, and costs nothing.
        this.plain = new Once(() -> client(SSLContext.getInstance("TLS")));
        this.secure = new Once(() -> client(Trust.context(environment)));
    }

    /// What became of one request.
    sealed interface Outcome {
        /// There was a whole answer.
        record Answered(Answer answer) implements Outcome {}

        /// There was none.
        record Lost(Loss loss, Throwable cause) implements Outcome {}
    }

    /// A client that is made once, by whoever needs it first.
    private static final class Once {
        private final FutureTask<HttpClient> made;
        private final AtomicBoolean wanted = new AtomicBoolean();

        Once(java.util.concurrent.Callable<HttpClient> maker) {
            made = new FutureTask<>(maker);
        }

        void prepare() {
            if (wanted.compareAndSet(false, true)) {
                Thread.ofPlatform().daemon().name("cadastre-tls").start(made);
            }
        }

        HttpClient get() throws ProviderException, InterruptedException {
            wanted.set(true);
            made.run();
            try {
                return made.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof ProviderException known) {
                    throw known;
                }
                throw new IllegalStateException("the HTTP client cannot be made", e.getCause());
            }
        }

        void close() throws InterruptedException {
            if (wanted.get()) {
                try {
                    // Left open it would hold up the end of the program by 300 ms.
                    made.get().shutdownNow();
                    made.get().close();
                } catch (ExecutionException e) {
                    return; // it was never made, and whoever wanted it was told why
                }
            }
        }
    }

    private HttpClient client(SSLContext context) {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        return JdkClient.builder()
                .connectTimeout(patience.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(proxies.selector())
                .sslContext(context)
                .sslParameters(parameters)
                .build();
    }

    void prepare(boolean isSecure) {
        (isSecure ? secure : plain).prepare();
    }

    /// The request as it goes on the wire.
    ///
    /// @throws ProviderException if it should go through a proxy that cannot be used
    HttpRequest wire(Request request, String userAgent) throws ProviderException {
        URI uri = request.uri();
        boolean isSecure = uri.getScheme().equalsIgnoreCase("https");
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri)
                .version(isSecure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", userAgent);
        request.authorization().ifPresent(one -> builder.header(one.field(), one.header()));
        Optional<Proxies.Via> via = proxies.via(uri);
        via.flatMap(Proxies.Via::login)
                .ifPresent(login -> builder.header("Proxy-Authorization", "Basic " + login.reveal()));
        request.body().ifPresent(_ -> builder.header("Content-Type", "application/json"));
        return builder.method(
                        request.method().name(),
                        request.body()
                                .map(HttpRequest.BodyPublishers::ofString)
                                .orElse(HttpRequest.BodyPublishers.noBody()))
                .build();
    }

    /// Sends it once.
    Outcome exchange(Request request, HttpRequest wire) throws ProviderException, InterruptedException {
        boolean isSecure = request.uri().getScheme().equalsIgnoreCase("https");
        Duration limit = request.reads() ? patience.readAnswer() : patience.changeAnswer();
        CompletableFuture<HttpResponse<byte[]>> answer =
                (isSecure ? secure : plain).get().sendAsync(wire, Answers.handler());
        try {
            HttpResponse<byte[]> response = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            // What a proxy says instead of opening a tunnel comes without a body, not even an empty one.
            byte @Nullable [] body = response.body();
            if (body == null) {
                Loss loss = Loss.noTunnel(response.statusCode());
                return new Outcome.Lost(loss, new IOException(loss.text()));
            }
            return new Outcome.Answered(Answers.read(response, body));
        } catch (ExecutionException e) {
            return lost(request, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException | IOException e) {
            answer.cancel(true);
            return lost(request, e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        }
    }

    private static Outcome lost(Request request, Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return new Outcome.Lost(Loss.of(cause, request.uri()), cause);
    }

    @Override
    public void close() {
        for (Once one : List.of(plain, secure)) {
            try {
                one.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
