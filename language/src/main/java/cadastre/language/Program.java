package cadastre.language;

import static java.util.Objects.requireNonNull;

import cadastre.script.HostFunction;
import cadastre.script.Limits;
import cadastre.script.ScriptEngine;
import cadastre.script.ScriptException;
import cadastre.script.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Evaluates a `dnsconfig.js`.
///
/// The functions of the language are written in JavaScript (the prelude, beside this class); what they
/// cannot do themselves they ask of the host functions here. When the program has run, the global `conf`
/// is read.
public final class Program {
    private static final List<String> PRELUDE = List.of(
            "base.js", "domains.js", "modifiers.js", "locations.js", "records.js", "builders.js", "files.js", "end.js");

    private final Settings settings;
    private final OpenFiles files;
    private final Sites sites = new Sites();
    private final Reverse reverse = new Reverse();
    private final Map<String, SourceText> seen = new HashMap<>();

    private Program(Settings settings) {
        this.settings = settings;
        files = new OpenFiles(settings.sources());
    }

    /// What a program is evaluated with.
    ///
    /// @param sources the files it may read
    /// @param variables global variables of text (`-v name=value`)
    /// @param print receives each line the program prints
    /// @param engine runs it
    /// @param limits how much it may use
    /// @param fetcher gets what it fetches; without one it may not fetch
    public record Settings(
            Sources sources,
            SortedMap<String, String> variables,
            Consumer<String> print,
            ScriptEngine engine,
            Limits limits,
            Optional<Fetcher> fetcher) {
        /// Settings with which a program may not fetch.
        public Settings(
                Sources sources,
                SortedMap<String, String> variables,
                Consumer<String> print,
                ScriptEngine engine,
                Limits limits) {
            this(sources, variables, print, engine, limits, Optional.empty());
        }

        public Settings {
            requireNonNull(fetcher, "fetcher is null");
            requireNonNull(sources, "sources is null");
            requireNonNull(variables, "variables is null");
            requireNonNull(print, "print is null");
            requireNonNull(engine, "engine is null");
            requireNonNull(limits, "limits is null");
        }
    }

    /// What became of a program.
    public sealed interface Outcome {}

    /// It declared something.
    ///
    /// @param config not yet validated
    /// @param reverseUndecided whether names of classless reverse zones were made without `REVCOMPAT`
    public record Evaluated(Config config, boolean reverseUndecided) implements Outcome {}

    /// It is wrong.
    ///
    /// @param message what is wrong, as users of DNSControl see it after `executing FILE: `
    /// @param place where, if it is known
    /// @param advice what to do, if that is not obvious
    public record Failed(String message, Optional<SourcePosition> place, Optional<String> advice) implements Outcome {}

    /// It called `PANIC`.
    ///
    /// @param text the last words, for standard error
    public record Panicked(String text) implements Outcome {}

    /// The thread that evaluates it was interrupted.
    public record Interrupted() implements Outcome {}

    /// {@return what becomes of the program in `file`}
    ///
    /// @param file a path as for [Sources#read]
    /// @throws IllegalStateException if the engine cannot run on this machine
    public static Outcome evaluate(String file, Settings settings) {
        return new Program(settings).run(file);
    }

    private Outcome run(String file) {
        SourceText main;
        try {
            main = files.open(file);
        } catch (OpenFiles.Unreadable e) {
            return new Failed(String.valueOf(e.getMessage()), Optional.empty(), Optional.empty());
        }
        seen.put(main.file(), main);
        return switch (evaluate(main)) {
            case cadastre.script.Outcome.Finished(String json) -> evaluated(json);
            case cadastre.script.Outcome.Exited(String text) -> new Panicked(text);
            case cadastre.script.Outcome.Interrupted() -> new Interrupted();
            case cadastre.script.Outcome.Failure failure -> Failures.failed(failure, sites, seen);
        };
    }

    private Outcome evaluated(String json) {
        try {
            return new Evaluated(PostProcess.config(ConfReader.read(json, sites)), reverse.isUndecided());
        } catch (ConfReader.Unusable e) {
            return new Failed(String.valueOf(e.getMessage()), e.position(), Optional.empty());
        }
    }

    /// What the engine is given first.
    private record Prepared(Source prelude, Source main) {}

    /// Starting the engine takes longer than everything else about a small program, so the rest is made
    /// ready meanwhile.
    private cadastre.script.Outcome evaluate(SourceText main) {
        CompletableFuture<Prepared> prepared = new CompletableFuture<>();
        ScriptEngine.Running running =
                settings.engine().start(settings.limits(), session -> evaluate(main, prepared.join(), session));
        try {
            prepared.complete(new Prepared(prelude(), new Source(main.file(), sites.noting(main, Sites.MAIN))));
        } catch (RuntimeException e) {
            prepared.completeExceptionally(e);
        }
        Rehearsal.run();
        return running.await();
    }

    private String evaluate(SourceText main, Prepared prepared, ScriptEngine.Session session) throws ScriptException {
        ScriptEngine.Library prelude = session.install(prepared.prelude(), host());
        try {
            session.evaluate(prepared.main());
        } catch (ScriptException e) {
            if (!(e.failure() instanceof cadastre.script.Outcome.SyntaxError)) {
                throw e;
            }
            // Either a syntax error, or our notes made it one.
            String plain = sites.plain(main);
            sites.takePlain(main.file());
            session.evaluate(new Source(main.file(), plain));
        }
        while (prelude.call("runTimer").equals("true")) {
            // Each timer runs on its own, so that promises are settled in between.
        }
        return prelude.call("result");
    }

    private Source prelude() {
        StringBuilder text = new StringBuilder("(function (host) {\n'use strict';\n");
        text.append("const variables = ").append(variables()).append(";\n");
        text.append("const mayFetch = ").append(settings.fetcher().isPresent()).append(";\n");
        for (String name : PRELUDE) {
            text.append(resource(name)).append('\n');
        }
        return new Source("cadastre/prelude.js", text.append("})").toString());
    }

    private static String resource(String name) {
        try (InputStream in = Program.class.getResourceAsStream(name)) {
            return new String(requireNonNull(in, name + " is missing").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- host functions

    private Map<String, HostFunction> host() {
        return Map.ofEntries(
                Map.entry("print", arguments -> {
                    settings.print().accept(arguments.getFirst());
                    return HostFunction.Answer.NOTHING;
                }),
                Map.entry("panic", arguments -> new HostFunction.Exit(arguments.getFirst())),
                Map.entry(
                        "underscore",
                        _ -> new HostFunction.Evaluate(
                                new Source("cadastre/underscore.js", resource("underscore.js")), Optional.empty())),
                Map.entry("open", arguments -> open(arguments.getFirst())),
                Map.entry("evaluate", _ -> evaluateCurrent()),
                Map.entry("close", _ -> {
                    files.close();
                    return HostFunction.Answer.NOTHING;
                }),
                Map.entry(
                        "describe",
                        arguments -> HostFunction.Answer.of(
                                Failures.describe(arguments.get(0), arguments.get(1), files.current()))),
                Map.entry("fetch", arguments -> Fetching.answer(settings.fetcher(), arguments)),
                Map.entry("glob", this::glob),
                Map.entry("hash", arguments -> hash(arguments.get(0), arguments.get(1))),
                Map.entry("reverse", arguments -> reversed(arguments.getFirst())),
                Map.entry("revcompat", arguments -> chosen(arguments.getFirst())));
    }

    private String variables() {
        JsonOutput out = new JsonOutput(false).beginArray();
        settings.variables()
                .forEach((name, value) ->
                        out.beginArray().value(name).value(value).endArray());
        return out.endArray().text();
    }

    private HostFunction.Answer open(String path) {
        try {
            SourceText opened = files.open(path);
            seen.put(opened.file(), opened);
            boolean data = isData(opened);
            JsonOutput out = new JsonOutput(false).beginObject();
            out.key("base").value(OpenFiles.base(opened.file())).key("data").value(data);
            if (data) {
                out.key("text").value(opened.text());
            }
            return HostFunction.Answer.of(out.endObject().text());
        } catch (OpenFiles.Unreadable e) {
            return new HostFunction.Throw(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isData(SourceText source) {
        String name = source.file().toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.endsWith(".json5");
    }

    private HostFunction.Answer evaluateCurrent() {
        SourceText current = files.current();
        if (isData(current)) {
            return new HostFunction.Evaluate(new Source(current.file(), sites.expression(current)), Optional.empty());
        }
        return new HostFunction.Evaluate(
                new Source(current.file(), sites.noting(current, Sites.REQUIRED)),
                Optional.of(new Source(current.file(), sites.plain(current))));
    }

    private HostFunction.Answer glob(List<String> arguments) {
        String extension = arguments.get(2);
        if (extension.equals("*")) {
            extension = "";
        } else if (!extension.startsWith(".")) {
            extension = "." + extension;
        }
        try {
            JsonOutput out = new JsonOutput(false).beginArray();
            files.below(arguments.get(0), arguments.get(1).equals("true"), extension)
                    .forEach(out::value);
            return HostFunction.Answer.of(out.endArray().text());
        } catch (OpenFiles.Unreadable e) {
            return new HostFunction.Throw(String.valueOf(e.getMessage()));
        }
    }

    private static HostFunction.Answer hash(String algorithm, String text) {
        String name = switch (algorithm) {
            case "SHA1", "sha1" -> "SHA-1";
            case "SHA256", "sha256" -> "SHA-256";
            case "SHA512", "sha512" -> "SHA-512";
            default -> "";
        };
        if (name.isEmpty()) {
            return new HostFunction.Throw("invalid algorithm " + algorithm + " given");
        }
        try {
            byte[] digest = MessageDigest.getInstance(name).digest(text.getBytes(StandardCharsets.UTF_8));
            return HostFunction.Answer.of(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java without " + name, e);
        }
    }

    private HostFunction.Answer reversed(String block) {
        try {
            return HostFunction.Answer.of(reverse.name(block));
        } catch (Reverse.Wrong e) {
            return new HostFunction.Throw(String.valueOf(e.getMessage()));
        }
    }

    private HostFunction.Answer chosen(String mode) {
        try {
            reverse.choose(mode);
            return HostFunction.Answer.NOTHING;
        } catch (Reverse.Wrong e) {
            return new HostFunction.Throw(String.valueOf(e.getMessage()));
        }
    }
}
