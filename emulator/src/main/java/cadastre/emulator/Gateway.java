package cadastre.emulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// The way in: limit, route, credentials, call, headers.
final class Gateway {
    private static final System.Logger LOGGER = System.getLogger(Gateway.class.getName());

    /// Not the JDK's RFC_1123_DATE_TIME, which writes days before the tenth with one digit.
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.\\-_:\\[\\]]+");

    private final Router router;
    private final Authentication authentication;
    private final Access access;
    private final InstantSource clock;
    private final Optional<Limit> limit;
    private final Guesses guesses;
    private final RequestLog log;
    private final Optional<StateFile> state;
    private final Cruelty cruelty;

    Gateway(
            Router router,
            Registry registry,
            EmulatorOptions options,
            RequestLog log,
            Optional<StateFile> state,
            Faults faults) {
        this.router = router;
        this.authentication = new Authentication(registry);
        this.access = new Access(registry);
        this.clock = options.clock();
        this.limit = options.limit().isPresent()
                ? Optional.of(Limit.of(options.limitKind(), options.limit().getAsInt()))
                : Optional.empty();
        this.guesses = options.guesses();
        this.log = log;
        this.state = state;
        this.cruelty = new Cruelty(faults, registry);
    }

    /// {@return the answer to `request`, complete but for the framing}
    Answer answer(Request request) {
        return answer(request, "http");
    }

    /// {@return the answer to `request`, complete but for the framing}
    ///
    /// @param scheme `https` if it came over TLS, or else `http`
    Answer answer(Request request, String scheme) {
        Instant now = clock.instant();
        Optional<Request> legacy = LegacyHost.translated(request);
        Request effective = legacy.orElse(request);
        String origin = origin(request, scheme);
        Faults.Plan plan = cruelty.faults().plan(request);
        Answer answer = cruelty.answer(plan, effective, now, () -> honest(effective, now, origin));
        if (legacy.isPresent()) {
            answer = LegacyHost.back(answer, origin);
        }
        String caller = Exchange.masked(request.header("authorization")
                .or(() -> request.header("x-api-key").map(key -> "X-Api-Key " + key))
                .orElse(""));
        log.add(new Exchange(now, request.method(), request.target(), caller, answer.status(), plan.words()));
        return dressed(answer, request.method(), now);
    }

    private Answer honest(Request request, Instant now, String origin) {
        try {
            return limited(request, now, origin);
        } catch (Refused e) {
            return e.answer();
        } catch (RuntimeException e) {
            LOGGER.log(
                    System.Logger.Level.ERROR, "the emulator failed at " + request.method() + " " + request.path(), e);
            return Errors.serverError();
        }
    }

    /// {@return the answer to bytes that are no request}
    Answer refuse(MalformedRequest malformed) {
        return dressed(Errors.front(malformed.status()), "", clock.instant());
    }

    private Answer limited(Request request, Instant now, String origin) throws Refused {
        if (limit.isPresent() && request.path().startsWith("/v5/")) {
            OptionalLong wait = limit.get().refuse(request.remoteAddress(), now);
            if (wait.isPresent()) {
                return Errors.tooMany(guesses.tooMany(), wait.getAsLong());
            }
        }
        Optional<Router.Found> found = router.find(request.method(), request.path());
        if (found.isEmpty()) {
            return Errors.noRoute(request.method(), request.path());
        }
        Optional<Credential> caller =
                found.get().route().open() ? Optional.empty() : Optional.of(authentication.require(request, now));
        Call call = new Call(request, found.get().parameters(), Query.parse(request.query()), origin, caller, now);
        if (caller.isPresent()) {
            access.checkSharingId(call);
        }
        Router.Route route = found.get().route();
        if (state.isEmpty() || route.method().equals("GET")) {
            return route.answerer().answer(call);
        }
        return state.get().changing(() -> route.answerer().answer(call));
    }

    /// The URLs in answers begin with what the client calls the server, since clients follow them and compare
    /// them with the URL they were configured with.
    private static String origin(Request request, String own) {
        String scheme = first(request, "x-forwarded-proto")
                .filter(proto -> proto.equals("https") || proto.equals("http"))
                .orElse(own);
        String host = first(request, "x-forwarded-host")
                .or(() -> request.header("host"))
                .filter(name -> HOST.matcher(name).matches())
                .orElse("127.0.0.1");
        return scheme + "://" + host;
    }

    private static Optional<String> first(Request request, String header) {
        return request.header(header).map(value -> value.split(",", 2)[0].strip());
    }

    private static Answer dressed(Answer answer, String method, Instant now) {
        String date = HTTP_DATE.format(now);
        List<Answer.Header> more = new ArrayList<>();
        more.add(new Answer.Header("Server", "nginx"));
        more.add(new Answer.Header("Date", date));
        switch (answer.flavour()) {
            case SUCCESS -> {
                viaCache(more, date);
                if (answer.status() == 200 && !method.equals("PATCH")) {
                    more.add(new Answer.Header("Accept-Ranges", "bytes"));
                }
                if (answer.status() != 204) {
                    more.add(new Answer.Header("ETag", entityTag(answer.body())));
                }
                more.add(new Answer.Header("Strict-Transport-Security", "max-age=15768000;"));
                more.add(new Answer.Header("Vary", "Accept-Encoding, Accept-Language"));
                more.add(new Answer.Header("X-Content-Type-Options", "nosniff"));
                more.add(new Answer.Header("X-Frame-Options", "DENY"));
                more.add(new Answer.Header("X-XSS-Protection", "1; mode=block"));
            }
            case ERROR -> viaCache(more, date);
            case GATEWAY -> {
                more.add(new Answer.Header("Content-Security-Policy", "default-src 'none'"));
                more.add(new Answer.Header("X-Content-Type-Options", "nosniff"));
            }
            case FRONT -> {}
        }
        return answer.withAll(more);
    }

    private static void viaCache(List<Answer.Header> headers, String date) {
        headers.add(new Answer.Header("Age", "0"));
        headers.add(new Answer.Header("Cache-Control", "max-age=0, must-revalidate, no-cache, no-store"));
        headers.add(new Answer.Header("Expires", date));
        headers.add(new Answer.Header("Last-Modified", date));
        headers.add(new Answer.Header("Pragma", "no-cache"));
        headers.add(new Answer.Header("Via", "1.1 varnish-v4, 1.1 varnish-v4"));
        headers.add(new Answer.Header("X-Cache", "MISS"));
        headers.add(new Answer.Header("X-Cache-Hits", "0"));
    }

    /// {@return the weak tag as Express makes it: the length in hexadecimal, and 27 characters of the SHA-1 in
    /// base64}
    static String entityTag(String body) {
        try {
            byte[] octets = body.getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(octets);
            return "W/\"" + Integer.toHexString(octets.length) + "-"
                    + new String(Base64.getEncoder().encode(digest), StandardCharsets.ISO_8859_1).substring(0, 27)
                    + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
