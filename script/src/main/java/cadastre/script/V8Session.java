package cadastre.script;

import com.caoccao.javet.enums.JavetPromiseRejectEvent;
import com.caoccao.javet.exceptions.JavetCompilationException;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.exceptions.JavetExecutionException;
import com.caoccao.javet.exceptions.JavetScriptingError;
import com.caoccao.javet.exceptions.JavetTerminatedException;
import com.caoccao.javet.interfaces.IJavetEntityError;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.interop.callback.IJavetDirectCallable;
import com.caoccao.javet.interop.callback.JavetCallbackContext;
import com.caoccao.javet.interop.callback.JavetCallbackType;
import com.caoccao.javet.values.V8Value;
import com.caoccao.javet.values.reference.V8ValueArray;
import com.caoccao.javet.values.reference.V8ValueError;
import com.caoccao.javet.values.reference.V8ValueFunction;
import com.caoccao.javet.values.reference.V8ValueObject;
import com.caoccao.javet.values.reference.V8ValuePromise;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One V8 isolate with one context.
final class V8Session implements ScriptEngine.Session, AutoCloseable {
    private static final Pattern FRAME = Pattern.compile("(?:.*\\()?(.+):(\\d+):(\\d+)\\)?");
    private static final int MOST_REJECTIONS = 100;
    private static final String TOO_DEEP = "RangeError: Maximum call stack size exceeded";

    private final V8Runtime v8;
    private final Consumer<Outcome.Failure> end;
    private final List<JavetCallbackContext> callbacks = new ArrayList<>();
    private final List<V8Value> kept = new ArrayList<>();

    /// The names of the user's sources; places elsewhere (in the library) are not told.
    private final Set<String> sources = new HashSet<>();

    /// Promises that were rejected while nobody waited for them, oldest first.
    private final List<Rejection> rejections = new ArrayList<>();

    private record Rejection(V8Value promise, V8Value reason) {}

    V8Session(V8Runtime v8, Consumer<Outcome.Failure> end) {
        this.v8 = v8;
        this.end = end;
        v8.setPromiseRejectCallback(this::rejected);
    }

    /// This may be called near the end of the stack, so nothing is asked of V8 here that could run a
    /// script.
    private void rejected(JavetPromiseRejectEvent event, V8ValuePromise promise, V8Value reason) {
        try {
            switch (event) {
                case PromiseRejectWithNoHandler -> {
                    if (rejections.size() < MOST_REJECTIONS) {
                        rejections.add(new Rejection(promise.toClone(), reason.toClone()));
                    }
                }
                case PromiseHandlerAddedAfterReject -> {
                    for (Rejection rejection : List.copyOf(rejections)) {
                        if (promise.sameValue(rejection.promise())) {
                            rejections.remove(rejection);
                            close(rejection);
                        }
                    }
                }
                case PromiseResolveAfterResolved, PromiseRejectAfterResolved -> {}
            }
        } catch (JavetException e) {
            throw new IllegalStateException("the JavaScript engine failed: " + e.getMessage(), e);
        }
    }

    private static void close(Rejection rejection) throws JavetException {
        rejection.promise().close();
        rejection.reason().close();
    }

    /// @throws ScriptException if a promise was rejected and nobody cared
    void finish() throws ScriptException {
        if (rejections.isEmpty()) {
            return;
        }
        V8Value reason = rejections.getFirst().reason();
        try {
            if (reason instanceof V8ValueError error) {
                throw new ScriptException(new Outcome.Thrown(error.toString(), places(error.getStack())));
            }
            throw new ScriptException(new Outcome.Thrown(reason.asString(), List.of()));
        } catch (JavetException e) {
            throw failed(e);
        }
    }

    @Override
    public ScriptEngine.Library install(Source source, Map<String, HostFunction> host) throws ScriptException {
        try (V8ValueFunction bridge = function(new Source("cadastre/v8.js", bridgeText()));
                V8ValueFunction raw = v8.createV8ValueFunction(callback(host));
                V8ValueFunction library = function(source);
                V8ValueObject functions = bridge.call(null, raw, v8.createV8ValueString(names(host.keySet())))) {
            V8ValueObject offered = library.call(null, functions);
            kept.add(offered);
            return name -> {
                try {
                    return offered.invokeString(name);
                } catch (JavetException e) {
                    throw failed(e);
                }
            };
        } catch (JavetException e) {
            throw failed(e);
        }
    }

    private static String names(Collection<String> names) {
        return String.join(" ", names);
    }

    private static String bridgeText() {
        try (InputStream text = V8Session.class.getResourceAsStream("v8.js")) {
            if (text == null) {
                throw new IllegalStateException("v8.js is missing");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void evaluate(Source source) throws ScriptException {
        sources.add(source.name());
        try {
            v8.getExecutor(source.text()).setResourceName(source.name()).executeVoid();
        } catch (JavetException e) {
            throw failed(e);
        }
    }

    private V8Value execute(Source source) throws JavetException {
        return v8.getExecutor(source.text()).setResourceName(source.name()).execute();
    }

    private V8ValueFunction function(Source source) throws JavetException {
        return (V8ValueFunction) execute(source);
    }

    private JavetCallbackContext callback(Map<String, HostFunction> host) {
        JavetCallbackContext context = new JavetCallbackContext(
                "raw",
                JavetCallbackType.DirectCallNoThisAndResult,
                (IJavetDirectCallable.NoThisAndResult<JavetException>) arguments -> answer(host, arguments));
        callbacks.add(context);
        return context;
    }

    private V8Value answer(Map<String, HostFunction> host, V8Value... arguments) throws JavetException {
        List<String> texts = new ArrayList<>();
        for (V8Value argument : arguments) {
            texts.add(argument.asString());
        }
        HostFunction function = host.get(texts.getFirst());
        if (function == null) {
            throw new IllegalStateException("no host function " + texts.getFirst());
        }
        return switch (function.call(List.copyOf(texts.subList(1, texts.size())))) {
            case HostFunction.Nothing _ -> array(v8.createV8ValueInteger(0));
            case HostFunction.Text(String text) -> array(v8.createV8ValueInteger(0), v8.createV8ValueString(text));
            case HostFunction.Throw(String message) -> thrown("Error: " + message, "", true);
            case HostFunction.Evaluate(Source source, Optional<Source> otherwise) -> nested(source, otherwise);
            case HostFunction.Exit(String text) -> ending(() -> end.accept(new Outcome.Exited(text)));
        };
    }

    /// Ends the script. This comes last before we return to V8: whatever else we asked of it would use up
    /// the ending.
    private V8Value ending(Runnable ender) throws JavetException {
        V8Value answer = array(v8.createV8ValueInteger(2));
        ender.run();
        return answer;
    }

    private V8Value nested(Source source, Optional<Source> otherwise) throws JavetException {
        sources.add(source.name());
        try (V8Value value = execute(source)) {
            return array(v8.createV8ValueInteger(0), value);
        } catch (JavetCompilationException e) {
            JavetScriptingError error = e.getScriptingError();
            return otherwise.isPresent()
                    ? nested(otherwise.get(), Optional.empty())
                    : thrown(error, List.of(reported(error)));
        } catch (JavetExecutionException e) {
            JavetScriptingError error = e.getScriptingError();
            return thrown(error, places(error));
        } catch (JavetTerminatedException e) {
            // The inner script is gone; the outer one has to go, too.
            return ending(v8::terminateExecution);
        }
    }

    private V8Value thrown(JavetScriptingError error, List<Place> places) throws JavetException {
        String text = text(error);
        StringBuilder stack = new StringBuilder(text);
        for (Place place : places) {
            stack.append("\n    at ").append(place.source()).append(':');
            stack.append(place.line()).append(':').append(place.column());
        }
        return thrown(text, stack.toString(), error.getContext() instanceof IJavetEntityError);
    }

    private V8Value thrown(String text, String stack, boolean isError) throws JavetException {
        return array(
                v8.createV8ValueInteger(1),
                v8.createV8ValueString(text),
                v8.createV8ValueString(stack),
                v8.createV8ValueBoolean(isError));
    }

    private V8ValueArray array(V8Value... values) throws JavetException {
        V8ValueArray array = v8.createV8ValueArray();
        array.push((Object[]) values);
        return array;
    }

    private ScriptException failed(JavetException e) {
        return new ScriptException(
                switch (e) {
                    case JavetCompilationException compilation -> syntaxError(compilation.getScriptingError());
                    case JavetExecutionException execution -> uncaught(execution.getScriptingError());
                    // The reason is known to the one who ended it; it counts, this does not.
                    case JavetTerminatedException _ -> new Outcome.Interrupted();
                    default -> throw new IllegalStateException("the JavaScript engine failed: " + e.getMessage(), e);
                });
    }

    private static Outcome.Failure syntaxError(JavetScriptingError error) {
        return new Outcome.SyntaxError(String.valueOf(error.getMessage()), reported(error));
    }

    private static Place reported(JavetScriptingError error) {
        return new Place(error.getResourceName(), error.getLineNumber(), error.getStartColumn() + 1);
    }

    private Outcome.Failure uncaught(JavetScriptingError error) {
        String text = text(error);
        List<Place> places = places(error);
        return text.equals(TOO_DEEP)
                ? new Outcome.TooDeep(places.stream().findFirst())
                : new Outcome.Thrown(text, places);
    }

    /// {@return the user's places, innermost first}
    private List<Place> places(JavetScriptingError error) {
        @Nullable String stack = error.getStack();
        List<Place> places = new ArrayList<>();
        if (error.getContext() instanceof IJavetEntityError && stack != null) {
            places.addAll(places(stack));
        }
        if (places.isEmpty() && sources.contains(error.getResourceName())) {
            places.add(reported(error));
        }
        return places;
    }

    private List<Place> places(String stack) {
        return stack.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("at "))
                .flatMap(line -> place(line.substring(3)).stream())
                .toList();
    }

    private Optional<Place> place(String frame) {
        Matcher matcher = FRAME.matcher(frame);
        if (!matcher.matches() || !sources.contains(matcher.group(1))) {
            return Optional.empty();
        }
        return Optional.of(
                new Place(matcher.group(1), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3))));
    }

    /// {@return what `String(thrown)` would be}
    private static String text(JavetScriptingError error) {
        return switch (error.getContext()) {
            case null -> "null";
            case IJavetEntityError e -> String.valueOf(e.getDetailedMessage());
            case Map<?, ?> _ -> "[object Object]";
            case Collection<?> values ->
                String.join(",", values.stream().map(String::valueOf).toList());
            case Object value -> String.valueOf(value);
        };
    }

    @Override
    public void close() throws JavetException {
        for (Rejection rejection : rejections) {
            close(rejection);
        }
        for (V8Value value : kept) {
            value.close();
        }
        for (JavetCallbackContext callback : callbacks) {
            v8.removeCallbackContext(callback.getHandle());
        }
    }
}
