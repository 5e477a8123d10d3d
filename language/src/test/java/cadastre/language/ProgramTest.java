package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.script.Limits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Programs as wholes: how they fail, what they may require, what their environment is.
class ProgramTest {
    // ---- failures, with their places

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x|ReferenceError: 'x' is not defined|1:1",
                "var é = 'é'; é.y.z|TypeError: Cannot access member \"z\" of undefined|1:21",
                "null.k = 1|TypeError: Cannot access member \"k\" of null|1:8",
                "var f = 1; f(2)|TypeError: \"f\" is not a function|1:12",
                "var o = {}; o.a.b(D(1, 2), 3)|TypeError: Cannot access member \"b\" of undefined|1:17",
                "var o = {a: {}}; o.a.b('x')|TypeError: \"b\" is not a function|1:22",
                "new (function () {}).F()|TypeError: 'F' is not a function|1:1",
                "5()|TypeError: 5 is not a function|1:2",
                "'a' in 'b'|TypeError: invalid kind String for in (expected object)|1:5",
                "var a = {}; a.a = a; JSON.stringify(a)|TypeError: Converting circular structure to JSON|1:27",
                "throw 'text'|text|1:1",
                "throw {a: 1}|[object Object]|1:1",
                "throw [1, 2]|1,2|1:1",
                "throw new Error('t')|Error: t|1:7",
                "D('a.example', NewRegistrar('n'), A('b'))|A record requires 2 arguments (name, target). Only 1 were"
                        + " supplied|1:35",
                "HASH('md5', 'x')|Error: invalid algorithm md5 given|1:1",
                "D(1, 2)|TypeError: D needs the name of a domain as its first argument|1:1",
                "NO_PURGE()|TypeError: Cannot access member \"KeepUnknown\" of undefined|1:1",
                "AUTODNSSEC_ON()|TypeError: Cannot access member \"auto_dnssec\" of undefined|1:1",
                "FETCH('http://x.example')|ReferenceError: 'fetch' is not defined|1:1",
                "setTimeout(function () { nope }, 5)|ReferenceError: 'nope' is not defined|1:26",
            })
    void anErrorIsToldWithItsPlace(String program, String message, String place) {
        Program.Failed failed = Programs.with("dnsconfig.js", program).failure();
        assertThat(failed.message()).isEqualTo(message);
        assertThat(failed.place().map(SourcePosition::toString)).contains("dnsconfig.js:" + place);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "D('é' 'b')|(anonymous): Line 1:8 Unexpected string",
                "D('a', 5 6)|(anonymous): Line 1:10 Unexpected number",
                "D('a', b c)|(anonymous): Line 1:10 Unexpected identifier",
                "D('a';|(anonymous): Line 1:6 Unexpected token ;",
                "D('a', /* c */|(anonymous): Line 1:15 Unexpected end of input",
                "var a = {b: 1 c: 2};|(anonymous): Line 1:15 Unexpected identifier",
                "var a = “b”;|(anonymous): Line 1:9 Unexpected token ILLEGAL",
                "var a = 'b|(anonymous): Line 1:9 Unexpected token ILLEGAL",
                "var a = );|(anonymous): Line 1:9 Unexpected token )",
                "return 1|(anonymous): Line 1:1 Illegal return statement",
                "var a = /(/;|(anonymous): Line 1:9 Invalid regular expression: /(/: Unterminated group",
            })
    void aSyntaxErrorIsToldWithItsPlace(String program, String message) {
        Program.Failed failed = Programs.with("dnsconfig.js", program).failure();
        assertThat(failed.message()).isEqualTo(message);
        assertThat(failed.place()).isPresent();
    }

    @Test
    void nothingRunsOfAProgramWithASyntaxError() {
        Programs programs = Programs.with("dnsconfig.js", "console.log('ran');\nvar a = ;");
        programs.failure();
        assertThat(programs.printed()).isEmpty();
    }

    @Test
    void anErrorInARequiredFileNamesTheFileAndKeepsItsPlace() {
        Program.Failed failed = Programs.with("dnsconfig.js", "require('./a.js');")
                .and("a.js", "require('./lib/b.js');")
                .and("lib/b.js", "var x;\nvar y = x.z;")
                .failure();
        assertThat(failed.message())
                .isEqualTo("Error: File a.js: Error: File b.js: TypeError: Cannot access member \"z\" of undefined");
        assertThat(failed.place()).contains(new SourcePosition("lib/b.js", 2, 11));
    }

    @Test
    void aSyntaxErrorInARequiredFileKeepsItsPlace() {
        Program.Failed failed = Programs.with("dnsconfig.js", "A('a', 1);\n require('./a.js');")
                .and("a.js", "\nvar é = A('a' 1);")
                .failure();
        assertThat(failed.message()).isEqualTo("Error: File a.js: (anonymous): Line 2:16 Unexpected number");
        assertThat(failed.place()).contains(new SourcePosition("a.js", 2, 16));
    }

    @Test
    void aComplaintInARequiredFileKeepsItsPlace() {
        Program.Failed failed = Programs.with("dnsconfig.js", "require('./a.js');")
                .and("a.js", "D('a.example', 'r',\n  [A('a')]);")
                .failure();
        assertThat(failed.message())
                .isEqualTo("Error: File a.js: A record requires 2 arguments (name, target). Only 1 were supplied");
        assertThat(failed.place()).contains(new SourcePosition("a.js", 2, 4));
    }

    @Test
    void whatARequiredFileThrowsCanBeCaught() {
        assertThat(Programs.with(
                                "dnsconfig.js",
                                "try { require('./a.js'); } catch (e) { var m = e.message; }"
                                        + " require('./b.js'); D(b, NewRegistrar('n'), TXT('t', m));")
                        .and("a.js", "throw 'x'")
                        .and("b.js", "var b = 'b.example';")
                        .config()
                        .domains()
                        .getFirst()
                        .records()
                        .getFirst()
                        .target())
                .isEqualTo("File a.js: x");
    }

    @Test
    void anEndlessLoopIsEnded() {
        Program.Failed failed = Programs.with("dnsconfig.js", "while (true) {}")
                .limits(new Limits(Duration.ofSeconds(1), 512))
                .failure();
        assertThat(failed.message()).isEqualTo("the program has not ended after 1 seconds");
        assertThat(failed.advice()).isPresent();
    }

    @Test
    void endlessRecursionIsAnError() {
        Program.Failed failed = Programs.with("dnsconfig.js", "\nfunction f() { return [f()]; }\nf();")
                .failure();
        assertThat(failed.message()).isEqualTo("RangeError: Maximum call stack size exceeded");
        assertThat(failed.place().map(SourcePosition::line)).contains(2);
        assertThat(failed.advice()).isPresent();
    }

    @Test
    void arraysThatContainThemselvesAreAnError() {
        assertThat(Programs.complaintAbout("var a = []; a.push(a); D('a.example', REG, a);"))
                .isEqualTo("RangeError: Maximum call stack size exceeded");
    }

    @Test
    void filesThatRequireEachOtherAreAnError() {
        assertThat(Programs.with("dnsconfig.js", "require('./a.js');")
                        .and("a.js", "require('./a.js');")
                        .failure()
                        .message())
                .endsWith("require ./a.js: more than 200 files within files; is it a circle?");
    }

    @Test
    void panicIsItsOwnOutcome() {
        assertThat(Programs.with("dnsconfig.js", "try { PANIC('stop'); } finally { console.log('x'); }")
                        .run("dnsconfig.js"))
                .isEqualTo(new Program.Panicked("stop"));
        assertThat(Programs.with("dnsconfig.js", "PANIC()").failure().message())
                .isEqualTo("Error: PANIC takes exactly one argument");
    }

    @Test
    void aMissingMainFileIsToldAsSuch() {
        assertThat(Programs.with("x.js", "").run("dnsconfig.js"))
                .isEqualTo(new Program.Failed(
                        "open dnsconfig.js: no such file or directory", Optional.empty(), Optional.empty()));
        assertThat(Programs.with("conf/x.js", "").run("./conf"))
                .isEqualTo(new Program.Failed("read conf: is a directory", Optional.empty(), Optional.empty()));
    }

    // ---- required files

    @Test
    void aPathWithADotBelongsToTheFilesFolderAndOthersToTheWorkingFolder() {
        List<String> printed = printed(
                Programs.with("conf/main.js", "require('./a.js'); require('shared/b.js'); require('../c.js');")
                        .and("conf/a.js", "console.log('a'); require('./sub/d.js');")
                        .and("conf/sub/d.js", "console.log('d'); require('../e.js');")
                        .and("conf/e.js", "console.log('e')")
                        .and("shared/b.js", "console.log('b'); require('./f.js');")
                        .and("shared/f.js", "console.log('f')")
                        .and("c.js", "console.log('c')"),
                "conf/main.js");
        assertThat(printed).containsExactly("a", "d", "e", "b", "f", "c");
    }

    @Test
    void aFileIsEvaluatedEachTimeItIsRequiredAndSharesTheGlobalScope() {
        assertThat(printed(
                        Programs.with(
                                        "dnsconfig.js",
                                        "var n = 0; console.log(require('./a.js')); require('./a.js'); console.log(n, g(), c);")
                                .and("a.js", "n++; function g() { return 'g'; } var c = 'c' + n;"),
                        "dnsconfig.js"))
                .containsExactly("true", "2 g c2");
    }

    @Test
    void jsonIsReadWithCommentsAndAllThatAnExpressionAllows() {
        assertThat(printed(
                        Programs.with(
                                        "dnsconfig.js",
                                        "console.log(JSON.stringify([require('./a.json'), require('./b.JSON5'),"
                                                + " require('./c.json')]));")
                                .and("a.json", "{\"b\": 1, \"a\": [null, true], \"__proto__\": {\"x\": 1}}")
                                .and("b.JSON5", "// c\n{a: 'x', /* d */ b: [1,],}")
                                .and("c.json", "\uFEFF[1, IP('0.0.0.2')] // end"),
                        "dnsconfig.js"))
                .containsExactly("[{\"__proto__\":{\"x\":1},\"a\":[null,true],\"b\":1},{\"a\":\"x\",\"b\":[1]},[1,2]]");
    }

    @Test
    void requireGlobGoesThroughFoldersInOrder() {
        Programs programs = Programs.with("conf/main.js", "console.log(require_glob('./zones').length);")
                .and("conf/zones/a.js", "console.log('a')")
                .and("conf/zones/B.js", "console.log('B'); require('./sub/d.js')")
                .and("conf/zones/sub/c.js", "console.log('c')")
                .and("conf/zones/sub/d.js", "console.log('d')")
                .and("conf/zones/x.JS", "console.log('x')");
        assertThat(printed(programs, "conf/main.js")).containsExactly("B", "d", "a", "c", "d", "4");
        assertThat(printed(
                        Programs.with("conf/main.js", "console.log(glob('./z', false, '*').join());")
                                .and("conf/z/a.json", "")
                                .and("conf/z/b.js", "")
                                .and("conf/z/s/c.js", ""),
                        "conf/main.js"))
                .containsExactly("conf/z/a.json,conf/z/b.js");
        assertThat(printed(
                        Programs.with("../up/main.js", "require_glob('./z')").and("../up/z/a.js", "console.log('a')"),
                        "../up/main.js"))
                .containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "require('./nope.js')|Error: open nope.js: no such file or directory",
                "require('lib')|Error: read lib: is a directory",
                "require()|Error: require takes exactly one argument",
                "glob(5)|Error: glob: first argument needs to be a path, provided as string.",
                "glob('./lib', 1)|Error: glob: second argument, if recursive, needs to be bool.",
                "glob('./lib', true, 1)|Error: glob: third argument, file extension, needs to be a string. * for no filter.",
                "glob('./nope')|Error: glob: provided path does not exist.",
                "HASH('SHA1')|Error: require takes exactly two arguments",
                "REV()|Error: REV takes exactly one argument",
                "REVCOMPAT()|Error: REVCOMPAT takes exactly one argument",
                "`REVCOMPAT('x')`|`Error: invalid value \"x\", must be rfc2317 or rfc4182`",
                "REV('x')|`Error: not an IP address: ParseAddr(\"x\"): unable to parse IP`",
                "REV('2001:db8::1/32')|Error: CIDR 2001:db8::1/32 has 1 bits beyond the mask",
            })
    void hostFunctionsComplain(String call, String message) {
        assertThat(Programs.with("dnsconfig.js", call)
                        .and("lib/a.js", "")
                        .failure()
                        .message())
                .isEqualTo(message);
    }

    // ---- the environment

    @Test
    void strictModeIsNeverOn() {
        assertThat(printed(
                        Programs.with(
                                        "dnsconfig.js",
                                        "'use strict'; a = 1; (function () { \"use strict\"; b = 2; })(); require('./c.js');"
                                                + " console.log(a, b, c);")
                                .and("c.js", "'use strict';\nc = 3;"),
                        "dnsconfig.js"))
                .containsExactly("1 2 3");
    }

    @Test
    void underscoreIsThereUnlessSomebodyTakesItsName() {
        assertThat(printed(
                        Programs.with(
                                "dnsconfig.js",
                                "console.log(typeof _, _.VERSION, _.isString('x'), _.range(3).join());"),
                        "dnsconfig.js"))
                .containsExactly("function 1.13.7 true 0,1,2");
        assertThat(printed(Programs.with("dnsconfig.js", "var _ = 5; console.log(_);"), "dnsconfig.js"))
                .containsExactly("5");
    }

    @Test
    void variablesAreTextAndBeatCliDefaults() {
        Programs programs = Programs.with(
                        "dnsconfig.js", "CLI_DEFAULTS({a: 'x', b: 2}); console.log(a, b, typeof a, typeof A);")
                .variable("a", "1<&\"")
                .variable("A", "taken");
        assertThat(printed(programs, "dnsconfig.js")).containsExactly("1<&\" 2 string function");
    }

    @Test
    void timersRunInTheirOrderAfterTheProgramAndNobodyWaitsForThem() {
        assertThat(printed(
                        Programs.with(
                                "dnsconfig.js",
                                "var n = 0, i = setInterval(function (x) { console.log('i' + x); if (++n === 3)"
                                        + " clearInterval(i); }, 1e7, '!');"
                                        + "setTimeout(function () { console.log('t'); Promise.resolve().then(() => console.log('p')); }, 5);"
                                        + "setImmediate(() => console.log('m')); clearTimeout(setTimeout(() => console.log('no'), 1));"
                                        + "console.log('end');"),
                        "dnsconfig.js"))
                .containsExactly("end", "m", "t", "p", "i!", "i!", "i!");
    }

    @Test
    void jsonIsWrittenWithKeysInOrderAndWithoutCharactersOfHtml() {
        assertThat(printed(
                        Programs.with(
                                "dnsconfig.js",
                                "console.log(JSON.stringify({b: '<&>\\u2028', 10: 1, 9: [], a: {}, u: undefined}));"
                                        + "console.log(JSON.stringify({b: [1, {c: 2}], a: []}, null, 2));"
                                        + "console.log(JSON.stringify(undefined), JSON.stringify('x'), JSON.stringify([NaN]));"),
                        "dnsconfig.js"))
                .containsExactly(
                        "{\"10\":1,\"9\":[],\"a\":{},\"b\":\"\\u003c\\u0026\\u003e\\u2028\"}",
                        "{\n  \"a\": [],\n  \"b\": [\n    1,\n    {\n      \"c\": 2\n    }\n  ]\n}",
                        "undefined \"x\" [null]");
    }

    @Test
    void todaysJavaScriptIsUnderstood() {
        assertThat(printed(
                        Programs.with(
                                "dnsconfig.js",
                                "const f = (a, b = 2, ...c) => `${a}${b}${c?.length ?? 'x'}`; let {x, ...y} = {x: 1, z: 3};"
                                        + "class K { #p = 1; static s = 2; get p() { return this.#p; } }"
                                        + "for (const e of [1]) console.log(f(e), x, y.z, new K().p, K.s, [...new Set([1, 1])].at(-1));"),
                        "dnsconfig.js"))
                .containsExactly("120 1 3 1 2 1");
    }

    // ---- the web

    @Test
    void aProgramThatMayFetchGetsWhatTheFetcherGets() {
        List<Fetcher.Request> asked = new ArrayList<>();
        Programs programs = Programs.with(
                        "dnsconfig.js",
                        "FETCH('http://a.example/x', {method: 'post', headers: {A: 'b'}, body: 'c'}).then(function (r) {"
                                + " console.log(r.ok, r.status, r.headers.get('X-Y'), r.headers.get('no')); return r.json(); })"
                                + ".then(function (j) { D(j.name, NewRegistrar('n')); });")
                .fetching(request -> {
                    asked.add(request);
                    return new Fetcher.Response(201, Map.of("x-y", "z"), "{\"name\": \"a.example\"}");
                });
        assertThat(programs.config().domains()).extracting(DomainConfig::name).containsExactly("a.example");
        assertThat(programs.printed()).containsExactly("true 201 z null");
        assertThat(asked).containsExactly(new Fetcher.Request("http://a.example/x", "POST", Map.of("A", "b"), "c"));
    }

    @Test
    void aFetchThatFailsIsAPanicUnlessItIsCaught() {
        Fetcher none = request -> {
            throw new IOException("no route");
        };
        assertThat(Programs.with("dnsconfig.js", "FETCH('http://a.example/');")
                        .fetching(none)
                        .run("dnsconfig.js"))
                .isEqualTo(new Program.Panicked("Error: Get \"http://a.example/\": no route"));
        assertThat(printed(
                        Programs.with("dnsconfig.js", "fetch('u').catch(function (e) { console.log(e.message); });")
                                .fetching(none),
                        "dnsconfig.js"))
                .containsExactly("Get \"u\": no route");
    }

    private static List<String> printed(Programs programs, String file) {
        assertThat(programs.run(file)).isInstanceOf(Program.Evaluated.class);
        return programs.printed();
    }
}
