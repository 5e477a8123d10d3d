package cadastre.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class V8EngineTest {
    /// A library that makes its host functions global and returns what the global `result` holds.
    private static final String LIBRARY = """
            (function (host) {
                for (const name in host) globalThis[name] = host[name];
                return {result: function () { return String(globalThis.result); }};
            })""";

    private static final Limits LIMITS = new Limits(Duration.ofSeconds(20), 512);

    private final List<String> said = new ArrayList<>();

    @Test
    void aLaterSourceSeesWhatAnEarlierOneDeclared() {
        assertThat(run("var a = 1; let b = 2; function f() { return a + b; }", "var result = f();"))
                .isEqualTo(new Outcome.Finished("3"));
    }

    @Test
    void aTaskSeesNothingOfAnEarlierOne() {
        run("var result = 1, left = 2;");
        assertThat(run("var result = typeof left;")).isEqualTo(new Outcome.Finished("undefined"));
    }

    @Test
    void hostFunctionsReceiveTextAndAnswerWithText() {
        assertThat(run("var result = shout(1, null, [2, 3], 'é😀') + shout();"))
                .isEqualTo(new Outcome.Finished("1|NULL|2,3|É😀"));
    }

    @Test
    void aHostFunctionMayThrowAnErrorThatScriptsCanCatch() {
        assertThat(run("try { refuse('no'); } catch (e) { var result = e + ' ' + (e instanceof Error); }"))
                .isEqualTo(new Outcome.Finished("Error: no true"));
    }

    @Test
    void anUncaughtErrorTellsItsPlaces() {
        assertThat(run("var x;\nfunction f() {\n  undefined.y;\n}\n f();"))
                .isEqualTo(new Outcome.Thrown(
                        "TypeError: Cannot read properties of undefined (reading 'y')",
                        List.of(new Place("main0.js", 3, 13), new Place("main0.js", 5, 2))));
    }

    @Test
    void whateverIsThrownBecomesText() {
        assertThat(thrown("throw 'stop';")).isEqualTo("stop");
        assertThat(thrown("throw 42;")).isEqualTo("42");
        assertThat(thrown("throw null;")).isEqualTo("null");
        assertThat(thrown("throw {a: 1};")).isEqualTo("[object Object]");
        assertThat(thrown("throw [1, 2];")).isEqualTo("1,2");
        assertThat(thrown("class Mine extends Error { toString() { return this.message; } } throw new Mine('t');"))
                .isEqualTo("t");
        assertThat(run("throw 'stop';")).isEqualTo(new Outcome.Thrown("stop", List.of(new Place("main0.js", 1, 1))));
    }

    @Test
    void aSyntaxErrorTellsItsPlaceAndNothingRuns() {
        assertThat(run("say('ran');\nvar é = (1 2);"))
                .isEqualTo(new Outcome.SyntaxError("missing ) after argument list", new Place("main0.js", 2, 12))
                        .getClass()
                        .cast(run("say('ran');\nvar é = (1 2);")));
        assertThat(said).isEmpty();
        assertThat(run("say('ran');\nvar a = 1 2;"))
                .isEqualTo(new Outcome.SyntaxError("Unexpected number", new Place("main0.js", 2, 11)));
    }

    @Test
    void aNestedSourceRunsInTheGlobalScopeAndGivesItsValue() {
        assertThat(run("nested('a.js', 'var inner = 5; inner + 1'); var result = nested('b.js', 'inner') + inner;"))
                .isEqualTo(new Outcome.Finished("10"));
    }

    @Test
    void aNestedSourceGivesObjects() {
        assertThat(run("var result = JSON.stringify(nested('a.json', '({b: [1, {c: null}]})'));"))
                .isEqualTo(new Outcome.Finished("{\"b\":[1,{\"c\":null}]}"));
    }

    @Test
    void errorsOfANestedSourceCanBeCaughtAndKeepTheirPlaces() {
        assertThat(
                        run(
                                "try { nested('a.js', '\\n  nope();') } catch (e) {"
                                        + " var result = e + '|' + (e instanceof ReferenceError) + '|' + e.stack.includes('a.js:2:3'); }"))
                .isEqualTo(new Outcome.Finished("ReferenceError: nope is not defined|true|true"));
        assertThat(run("nested('a.js', '\\n  nope();')"))
                .isEqualTo(new Outcome.Thrown(
                        "ReferenceError: nope is not defined",
                        List.of(new Place("a.js", 2, 3), new Place("main0.js", 1, 1))));
        assertThat(run("nested('a.js', 'var = 1')"))
                .isEqualTo(new Outcome.Thrown("SyntaxError: Unexpected token '='", List.of(new Place("a.js", 1, 5))));
        assertThat(run("try { nested('a.js', 'throw 7') } catch (e) { var result = e }"))
                .isEqualTo(new Outcome.Finished("7"));
    }

    @Test
    void ifTheFirstTextIsNoProgramTheOtherOneIsTaken() {
        assertThat(run("var result = either('a b', '3');")).isEqualTo(new Outcome.Finished("3"));
    }

    @Test
    void exitEndsTheTaskWhateverTheScriptCatches() {
        assertThat(run("try { exit('bye'); } catch (e) { say('caught'); } finally { say('finally'); } say('after');"))
                .isEqualTo(new Outcome.Exited("bye"));
        assertThat(run("try { nested('a.js', 'try { exit(\"inner\") } catch (e) {}') } catch (e) {} say('after');"))
                .isEqualTo(new Outcome.Exited("inner"));
        assertThat(said).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "try { while (true) {} } catch (e) {} finally { while (true) {} }",
                "nested('a.js', 'for (;;) ;')",
                "while (true) { try { nested('a.js', '1') } catch (e) {} }",
                "/(a+)+$/.test('a'.repeat(60) + 'b')",
            })
    void anEndlessLoopIsEnded(String program) {
        Limits limits = new Limits(Duration.ofMillis(300), 512);
        assertThat(run(limits, program)).isEqualTo(new Outcome.TimedOut(limits.time()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function f() { f(); } f();",
                "function f() { [1].forEach(f); } f();",
                "function f() { JSON.stringify({toJSON: f}); } f();",
                "function f() { 'a'.replace(/a/, f); } f();",
                "function f() { shout('x'); f(); } f();",
                "function f() { try { refuse('x'); } catch (e) { if (e instanceof RangeError) throw e; } f(); } f();",
                "function f() { nested('a.js', 'f()'); } f();",
                "function f() { nested('a.js', '1'); f(); } f();",
            })
    void deepRecursionIsAnErrorAndNotACrash(String program) {
        assertThat(run(program)).isInstanceOf(Outcome.TooDeep.class);
    }

    @Test
    void deepRecursionCanBeCaught() {
        assertThat(run("var n = 0; function f() { n++; f(); } try { f(); } catch (e) { var result = n > 20000; }"))
                .isEqualTo(new Outcome.Finished("true"));
    }

    @Test
    void aFullMemoryIsAnErrorAndNotACrash() {
        assertThat(run("var all = []; while (true) all.push(new Array(1000).fill({a: 1}));"))
                .isEqualTo(new Outcome.OutOfMemory(512));
    }

    @Test
    void interruptingTheWaitingThreadEndsTheTask() throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        Thread waiting = new Thread(() -> {
            outcomes.add(run("while (true) {}"));
            said.add(String.valueOf(Thread.currentThread().isInterrupted()));
        });
        waiting.start();
        waiting.interrupt();
        waiting.join();
        assertThat(outcomes).containsExactly(new Outcome.Interrupted());
        assertThat(said).containsExactly("true");
    }

    @Test
    void strictModeIsOffByDefault() {
        assertThat(run("implicit = 1; var result = (function () { return this === globalThis; })();"))
                .isEqualTo(new Outcome.Finished("true"));
    }

    @Test
    void promisesAreSettledBeforeTheNextSource() {
        assertThat(run("var result = 'no'; Promise.resolve('yes').then(v => result = v);", "result += '!'"))
                .isEqualTo(new Outcome.Finished("yes!"));
    }

    @Test
    void aRejectionNobodyWaitsForIsAnError() {
        assertThat(run("Promise.reject('no');")).isEqualTo(new Outcome.Thrown("no", List.of()));
        assertThat(run("async function f() {\n throw new TypeError('no'); } f();"))
                .isEqualTo(new Outcome.Thrown(
                        "TypeError: no", List.of(new Place("main0.js", 2, 8), new Place("main0.js", 2, 31))));
        assertThat(run("var p = Promise.reject(1); p.catch(() => 2); result = 3;"))
                .isEqualTo(new Outcome.Finished("3"));
        assertThat(run("var p = Promise.reject(1);", "p.catch(() => 2); result = 3;"))
                .isEqualTo(new Outcome.Finished("3"));
        assertThat(run("function f(n) { if (n % 50 === 0) Promise.reject(n); f(n + 1); } f(1);"))
                .isInstanceOf(Outcome.TooDeep.class);
    }

    private String thrown(String program) {
        return run(program) instanceof Outcome.Thrown(String text, List<Place> _) ? text : "nothing was thrown";
    }

    private Outcome run(String... programs) {
        return run(LIMITS, programs);
    }

    private Outcome run(Limits limits, String... programs) {
        return ScriptEngine.v8().run(limits, session -> {
            ScriptEngine.Library library = session.install(new Source("library.js", LIBRARY), host());
            for (int i = 0; i < programs.length; i++) {
                session.evaluate(new Source("main" + i + ".js", programs[i]));
            }
            return library.call("result");
        });
    }

    private Map<String, HostFunction> host() {
        return Map.of(
                "shout",
                        arguments -> HostFunction.Answer.of(
                                String.join("|", arguments).toUpperCase(java.util.Locale.ROOT)),
                "say",
                        arguments -> {
                            said.addAll(arguments);
                            return HostFunction.Answer.NOTHING;
                        },
                "refuse", arguments -> new HostFunction.Throw(arguments.getFirst()),
                "exit", arguments -> new HostFunction.Exit(arguments.getFirst()),
                "nested",
                        arguments -> new HostFunction.Evaluate(
                                new Source(arguments.get(0), arguments.get(1)), Optional.empty()),
                "either",
                        arguments -> new HostFunction.Evaluate(
                                new Source("either.js", arguments.get(0)),
                                Optional.of(new Source("either.js", arguments.get(1)))));
    }
}
