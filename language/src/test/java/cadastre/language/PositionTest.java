package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where records come from, for every way people write them.
class PositionTest {
    private static final String START = """
            var R = NewRegistrar('none'), o = {n: {f: A}}, list = ['a', 'b'];
            function rec(n) { return A(n, '192.0.2.1'); }
            """;

    /// The first record's place; the program begins in line 3 of a file.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "D('x.example', R, A('a', 1));|[line:3:19]",
                "D('x.example', R,  A  ('a', 1));|[line:3:20]",
                "D('x.example', R, [A('a', 1)]);|[line:3:20]",
                "D('x.example', R, true ? A('a', 1) : {});|[line:3:26]",
                "D('x.example', R, true && A('a', 1));|[line:3:27]",
                "D('x.example', R, o.n.f('a', 1));|[line:3:19]",
                "D('x.example', R, o['n'].f('a', 1));|[line:3:19]",
                "D('x.example', R, (A)('a', 1));|[line:3:20]",
                "D('x.example', R, (o.n.f)('a', 1));|[line:3:20]",
                "D('x.example', R, rec('a'));|[line:3:19]",
                "D('x.example', R, new rec('a'));|[line:3:23]",
                "D('x.example', R, list.map(function (n) { return A(n, 1); }));|[line:3:19]",
                "D('x.example', R, ['a'].map(function (n) { return A(n, 1); }));|[line:3:19]",
                "D('x.example', R, _.map(list, rec));|[line:3:19]",
                "D('x.example', R, function (d) { A('a', 1)(d); });|[line:3:1]",
                "D('x.example', R, A.bind(null)('a', 1));|[line:3:19]",
                "D('x.example', R, (true ? A : NS)('a', 1));|[line:3:20]",
                "D('x.example', R, A.call(null, 'a', 1));|[line:3:19]",
                "D('x.example', R, SPF_BUILDER({parts: ['v=spf1', '-all']}));|[line:3:19]",
                "D('x.example', R, M365_BUILDER('x.example', {dkim: false}));|[line:3:19]",
                "var a = A('a', 1); D('x.example', R, a);|[line:3:9]",
                "(function () { D('x.example', R, A('a', 1)); })();|[line:3:34]",
                "(function () { D('x.example', R, A('a', 1)); }());|[line:3:34]",
                "(function main() { D('x.example', R, A('a', 1)); })();|[main (line:3:38)]",
                "(function main() { (function () { D('x.example', R, A('a', 1)); })(); })();|[line:3:53]",
                "(() => { D('x.example', R, A('a', 1)); })();|[line:3:28]",
                "(function () { D('x.example', R, A('a', 1)); }).call(this);|[line:3:2]",
                "function main() { D('x.example', R, A('a', 1)); } main();|[line:3:51]",
                "for (var i = 0; i < 1; i++) { D('x.example', R, A('a', 1)); }|[line:3:49]",
                "/* é */ D('x.example', R, A('a', 1));|[line:3:28]",
                "/* 中 */ D('x.example', R, A('a', 1));|[line:3:29]",
                "/* 😀 */ D('x.example', R, A('a', 1));|[line:3:30]",
                "D('x.example', R, DS('a', 1, 8, 2, 'aa'));|[line:3:19]",
                "D('x.example', R); setTimeout(function () { D_EXTEND('x.example', A('a', 1)); }, 5);|[<unknown>]",
                "D('x.example', R); Promise.resolve().then(() => D_EXTEND('x.example', A('a', 1)));|[<unknown>]",
                "D('x.example', R, d => d.records.push({type: 'A', name: 'a'}));|``",
                "D('x.example', R, d => d.records.push({type: 'A', filepos: '  at <anonymous>:7:8'}));|[line:7:8]",
                "D('x.example', R, d => d.records.push({type: 'A', filepos: 'text'}));|[text]",
            })
    void aRecordHasThePlaceOfTheCallInGlobalCode(String program, String expected) {
        assertThat(first(START + program).filepos()).isEqualTo(expected);
    }

    @Test
    void tabsAndLinesCount() {
        assertThat(first(START + "\tD('x.example', R,\n\r\n\t\tA('a', 1)\n);").filepos())
                .isEqualTo("[line:5:3]");
        assertThat(first(START + "D('x.example', R, o\n  .n\n  .f('a', 1));").filepos())
                .isEqualTo("[line:3:19]");
        assertThat(first(START + "D('x.example', R, A\n('a', 1));").filepos()).isEqualTo("[line:3:19]");
    }

    @Test
    void aByteOrderMarkCountsAsThreeOctets() {
        assertThat(first("\uFEFFD('x.example', NewRegistrar('none'), A('a', 1));")
                        .filepos())
                .isEqualTo("[line:1:41]");
    }

    @Test
    void deepFunctionsStillGiveTheGlobalCall() {
        assertThat(first(START
                                + "function deep(n) { return n ? deep(n - 1) : A('a', 1); }\n"
                                + "D('x.example', R, deep(5000));")
                        .filepos())
                .isEqualTo("[line:4:19]");
    }

    @Test
    void aRequiredFilesRecordsHaveThePlaceOfRequireAndRememberTheirOwn() {
        Config config = Programs.with(
                        "dnsconfig.js",
                        "var R = NewRegistrar('none');\n  require('./lib/a.js');\nD('b.example', R, helper());")
                .and(
                        "lib/a.js",
                        "require('./b.js');\nfunction helper() { return A('h', 1); }\n\nD('a.example', R,\n  A('a', 1));")
                .and("lib/b.js", " D('c.example', R, A('c', 1));")
                .config();
        assertThat(config.domains().stream().map(domain -> domain.records().getFirst()))
                .extracting(
                        RecordConfig::filepos,
                        record -> record.position().orElseThrow().toString())
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("[line:2:3]", "lib/b.js:1:20"),
                        org.assertj.core.api.Assertions.tuple("[line:2:3]", "lib/a.js:5:3"),
                        org.assertj.core.api.Assertions.tuple("[line:3:19]", "dnsconfig.js:3:19"));
    }

    @Test
    void whereOurNotesWouldBeASyntaxErrorTheProgramStillRuns() {
        // A call in a place where no argument may follow: found as one by mistake, and left alone then.
        assertThat(Programs.config("class X { static a = 1\n f(x) { return x } }\nD('x.example', REG, A('a', 1));")
                        .domains())
                .hasSize(1);
    }

    @Test
    void aHundredThousandCallsHavePlaces() {
        StringBuilder program = new StringBuilder("var R = NewRegistrar('none');\n");
        for (int i = 0; i < 1000; i++) {
            program.append("D('d").append(i).append(".example', R");
            for (int j = 0; j < 100; j++) {
                program.append(",\n A('a").append(j).append("', 1)");
            }
            program.append(");\n");
        }
        Config config = Programs.with("dnsconfig.js", program.toString()).config();
        List<RecordConfig> last = config.domains().getLast().records();
        assertThat(last.getLast().filepos()).isEqualTo("[line:" + (2 + 1000 * 101 - 1) + ":2]");
    }

    private static RecordConfig first(String program) {
        return Programs.with("dnsconfig.js", program)
                .config()
                .domains()
                .getFirst()
                .records()
                .getFirst();
    }
}
