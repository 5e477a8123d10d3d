package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallFinderTest {
    /// In each text `§` stands before every callee whose call is expected, and nowhere else.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "§A()",
                "§A ('x')",
                "§A\n\n(1)",
                "§D('x', §A('a', 1), §B(),)",
                "§o.n.f(1)",
                "§o['f'](1)",
                "§o\n  .n\n  .f(1)",
                "§§f().g(2)",
                "[§f(1), {a: §g(2), 'b': §h(3), [§k(4)]: 5}]",
                "§[1].forEach(function (x) { A(x) })",
                "§'a,b'.split(',')",
                "§`a${§f(1)}b`.split(',')",
                "new §A(1)",
                "new §o.A(1)",
                "new A",
                "(§A)(1)",
                "(§o.f)(1)",
                "((§A))(1)",
                "(§c ? A : B)(1)",
                "(§a, b)(1)",
                "§§f()()",
                "§§A.bind(null)(1)",
                "(function () { §A(1); §B(2); })()",
                "(function () { §A(1); }())",
                "!function () { §A(1); }()",
                "(function () { (function () { §A(1) })() })()",
                "(function () { function g() { A(1) } §g() })()",
                "(§function () { A(1) }).call(this)",
                "var f = function () { A(1) }; §f()",
                "var x = function () { return §A(1) }()",
                "function f() { A(1) } §f()",
                "function f() { return function () { A(1) } } §§f()()",
                "(() => { §A(1) })()",
                "(x => §A(x))(1)",
                "var f = x => A(x)\n§B(1)",
                "var f = x => A(x), y = §B(1)",
                "var f = (x, y) => ({a: A(x)}); §B(1)",
                "var f = async (x) => A(x); §B(1)",
                "§m(x => x ? A(1) : B(1), §C(1))",
                "c ? x => A(1) : §B(1)",
                "§m(function () { A(1) }, §B(1))",
                "if (§a(1)) §b(2); else §c(3)",
                "if (a) (§b)(1)",
                "for (var i = 0; i < §n(1); i++) { §f(i) }",
                "while (§f(1)) { §g(1) } (§h)(2)",
                "do §f(1); while (§g(1))",
                "switch (§f(1)) { case §g(1): §h(1); default: §k(1) }",
                "try { §f(1) } catch (e) { §g(1) } finally { §h(1) }",
                "label: for (;;) { §f(1) }",
                "{ §f(1) }\n(§g)(2)",
                "var o = {f(x) { A(x) }, get g() { return A(1) }, async *h() { A(1) }, 'i'() { A(1) }}; §f(1)",
                "var o = {if: §f(1), function: §g(1), class: 1}",
                "o.if; §o.function(1); o.class",
                "class X extends §f(1) { a(x) { A(x) } b = A(1); static c() {} } §g(1)",
                "var X = class { a() {} }; §g(1)",
                "var a = b / §c(1) / §d(2)",
                "var r = §/a(b)[/(]c/.test(§f(1))",
                "if (x) §/a(b)/.test(§f(1))",
                "(a + b) / §f(1) / 2",
                "x = {} / §f(1)",
                "i++ / §f(1)",
                "return_ = 1; §f(1)",
                "// f(1)\n§g(1) /* h(1) */ // k(1)",
                "'f(1)'; \"g(1)\\\"h(1)\"; `k(1)\\`${1}`; §f(1)",
                "eval('1'); §f(1)",
                "§a?.(1); §b?.c(2); §d?.[0](3)",
                "function f(a = A(1), {b} = B(1)) { } §f(1)",
                "async function f() { await g(1) } §f(1)",
                "function* g() { yield f(1) } §g(1)",
                "var s = 1\n§f(1)\n§g(2)",
                "§f(a\n, b // c\n)",
                "var é = §é(1), 中 = §中.文(2), $ = §$(3), _ = §_.map(4)",
                "§f(/[)]/, ')', \"(\", `)`)",
                "x = a ? b : §c(1) ? {d: §e(1)} : §f(1)",
                "x = a ? b ? 1 : 2 : function () { A(1) }; §f(1)",
                "var v = void §f(1), t = typeof §g(1), d = delete §h(1).x",
                "x in §f(1); x instanceof §g(1)",
                "for (var x of (§f(1))) { §g(x) }",
                "try { §f(1) } catch { §g(1) } §h(1)",
                "(async () => { await (§f(1)); for await (const x of §g(1)) §h(x) })()",
                "#!/usr/bin/env don't\n§f(1)",
                "var n = 1.5e+3, m = .5, h = 0xFF; §f(n, 1.0)",
            })
    void everyCallInGlobalCodeIsFoundWhereItsCalleeBegins(String marked) {
        List<Integer> expected = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        marked.chars().forEach(c -> {
            if (c == '§') {
                expected.add(text.length());
            } else {
                text.append((char) c);
            }
        });
        List<Integer> starts = new ArrayList<>(CallFinder.find(text.toString()).calls().stream()
                .map(Call::start)
                .toList());
        Collections.sort(starts);
        assertThat(starts).as(text.toString()).isEqualTo(expected);
    }

    @Test
    void oneMoreArgumentNeedsACommaAfterAnother() {
        String text = "A(); A(1); A(1,); A(/* none */); A([]); A(x => y); A(`a`)";
        assertThat(CallFinder.find(text).calls().stream().map(Call::comma))
                .containsExactly(false, true, false, false, true, true, true);
        assertThat(CallFinder.find(text).calls().stream().map(call -> text.charAt(call.end())))
                .containsOnly(')');
    }

    @Test
    void theFunctionThatIsCalledInPlaceGivesItsName() {
        assertThat(CallFinder.find("(function main() { A() })(); (function () { B() })(); C()").calls().stream()
                        .map(Call::function))
                .containsExactly("main", "", "");
    }

    @Test
    void bracketsThatDoNotMatchGiveNothing() {
        assertThat(CallFinder.find("A(1)) B(2)").calls()).isEmpty();
        assertThat(CallFinder.find("A(1); B(2").calls()).isEmpty();
    }

    @Test
    void strictDirectivesAreFound() {
        assertThat(CallFinder.find("'use strict'; function f() { \"use strict\"; } var x = 'use strict';")
                        .strict())
                .containsExactly(1, 30);
    }
}
