package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredsTest {
    private static final String PLAIN = "{\"gandi\": {\"TYPE\": \"GANDI_V5\", \"token\": \"sesame\"}}";

    private final FakeCredsSource source = new FakeCredsSource();

    private Creds.Outcome load(String text) {
        return Creds.load("creds.json", source.file("creds.json", text));
    }

    private Creds loaded(String text) {
        return loaded(load(text));
    }

    private static Creds loaded(Creds.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Creds.Outcome.Loaded.class);
        return ((Creds.Outcome.Loaded) outcome).creds();
    }

    private static Creds.Outcome.Failed failed(Creds.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Creds.Outcome.Failed.class);
        return (Creds.Outcome.Failed) outcome;
    }

    private static String value(Creds creds, String entry, String key) {
        return creds.entry(entry).flatMap(one -> one.value(key)).orElse("(none)");
    }

    @Test
    void entriesAreReadByName() {
        Creds creds = loaded(PLAIN);
        assertThat(value(creds, "gandi", "token")).isEqualTo("sesame");
        assertThat(creds.entry("gandi")).map(Creds.Entry::type).contains("GANDI_V5");
        assertThat(creds.entry("Gandi")).isEmpty();
        assertThat(creds.names()).containsExactly("gandi", "none", "bind");
    }

    @Test
    void noneAndBindExistUnlessTheyAreWritten() {
        Creds creds = loaded("{\"none\": {\"TYPE\": \"OTHER\"}}");
        assertThat(creds.entry("none")).map(Creds.Entry::type).contains("OTHER");
        assertThat(creds.entry("bind")).map(Creds.Entry::type).contains("BIND");
    }

    @Test
    void nothingEverPrintsASecret() {
        Creds.Outcome outcome = load(PLAIN);
        assertThat(outcome.toString()).contains("gandi").doesNotContain("sesame");
        assertThat(loaded(outcome).entry("gandi").toString()).contains("token").doesNotContain("sesame");
    }

    @Test
    void commentsAndTrailingCommasAreBlanks() {
        Creds creds = loaded("""
                { // first
                  "a": {"TYPE": "X", /* block
                    "b": {}, */ "url": "http://h/*x*/", "slash": "a//b \\" // c", },
                } // last""");
        assertThat(value(creds, "a", "url")).isEqualTo("http://h/*x*/");
        assertThat(value(creds, "a", "slash")).isEqualTo("a//b \" // c");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, efbbbf", "UTF-16LE, fffe", "UTF-16BE, feff"})
    void aByteOrderMarkTellsTheEncoding(String charset, String mark) {
        byte[] head = HexFormat.of().parseHex(mark);
        byte[] body = PLAIN.replace("sesame", "sésame").replace(": ", ":\r\n").getBytes(Charset.forName(charset));
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        source.files.put("creds.json", new CredsSource.FileContent.Present(all));
        assertThat(value(loaded(Creds.load("creds.json", source)), "gandi", "token"))
                .isEqualTo("sésame");
    }

    @Test
    void theRestOfAValueAfterADollarIsAVariable() {
        source.variables.put("TOKEN", "sesame");
        source.variables.put("TOKEN x", "blank");
        Creds creds = loaded("""
                {"a": {"set": "$TOKEN", "unset": "$NOPE", "braces": "${TOKEN}", "inside": "x$TOKEN", "all": "$TOKEN x",
                 "lone": "$"}}""");
        assertThat(value(creds, "a", "set")).isEqualTo("sesame");
        assertThat(value(creds, "a", "unset")).isEmpty();
        assertThat(value(creds, "a", "braces")).isEmpty();
        assertThat(value(creds, "a", "inside")).isEqualTo("x$TOKEN");
        assertThat(value(creds, "a", "all")).isEqualTo("blank");
        assertThat(value(creds, "a", "lone")).isEmpty();
    }

    @Test
    void nullIsAnEmptyValueOrAnEmptyEntry() {
        Creds creds = loaded("{\"a\": {\"x\": null}, \"b\": null}");
        assertThat(value(creds, "a", "x")).isEmpty();
        assertThat(creds.entry("b").orElseThrow().fields()).isEmpty();
    }

    @Test
    void ofEqualNamesTheLastReplacesTheWholeEntry() {
        Creds creds = loaded("{\"a\": {\"x\": \"1\", \"y\": \"1\"}, \"a\": {\"x\": \"2\", \"x\": \"3\"}} trailing {");
        assertThat(creds.entry("a").orElseThrow().fields()).isEqualTo(Map.of("x", "3"));
    }

    @Test
    void escapesInStringsAreThoseOfJson() {
        assertThat(value(loaded("{\"a\": {\"x\": \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\"}}"), "a", "x"))
                .isEqualTo("\"\\/\b\f\n\r\té😀");
    }

    @Test
    void aMissingFileIsNoError() {
        Creds.Outcome.Loaded outcome = (Creds.Outcome.Loaded) Creds.load("creds.json", source);
        assertThat(outcome.notices()).containsExactly("INFO: Config file \"creds.json\" does not exist. Skipping.");
        assertThat(outcome.creds().names()).containsExactly("none", "bind");
        assertThat(((Creds.Outcome.Loaded) Creds.load("", source)).notices())
                .containsExactly("INFO: Config file \"\" does not exist. Skipping.");
    }

    @ParameterizedTest
    @CsvSource(value = {"''", "' \t\r\n'", "'// nothing'"})
    void anEmptyFileHasNoEntries(String text) {
        assertThat(loaded(text).names()).containsExactly("none", "bind");
    }

    @Test
    void aFileThatCannotBeReadSaysWhy() {
        source.files.put("creds.json", new CredsSource.FileContent.Unreadable("read creds.json: is a directory"));
        assertThat(failed(Creds.load("creds.json", source)).text())
                .isEqualTo("failed reading provider credentials file creds.json: read creds.json: is a directory");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": {"x": true}}              | json: cannot unmarshal bool into Go value of type string               | 13
            {"a": {"x": 1.5e3}}             | json: cannot unmarshal number into Go value of type string             | 13
            {"a": {"x": [1, {}, "", [] ]}}  | json: cannot unmarshal array into Go value of type string              | 13
            {"a": {"x": {"y": {}}}}         | json: cannot unmarshal object into Go value of type string             | 13
            {"a": "text"}                   | json: cannot unmarshal string into Go value of type map[string]string  | 7
            {"a": [], "b": {"x": 1}}        | json: cannot unmarshal array into Go value of type map[string]string   | 7
            [1]                             | json: cannot unmarshal array into Go value of type map[string]map[string]string  | 1
            false                           | json: cannot unmarshal bool into Go value of type map[string]map[string]string   | 1
            null                            | null is no object of entries                                           | 1
            {'a': {}}                       | invalid character '\\'' looking for beginning of object key string     | 2
            {"a": {x: 1}}                   | invalid character 'x' looking for beginning of object key string       | 8
            {"a": {"x" "y"}}                | invalid character '"' after object key                                 | 12
            {"a": {"x": "y" "z": ""}}       | invalid character '"' after object key:value pair                      | 17
            {"a": {"x": [1 2]}}             | invalid character '2' after array element                              | 16
            {"a": {"x": é}}                 | invalid character 'Ã' looking for beginning of value                   | 13
            {"a": {"x": #}}                 | invalid character '#' looking for beginning of value                   | 13
            {"a": {"x": trye}}              | invalid character 'y' in literal true (expecting 'u')                  | 15
            {"a": {"x": nil}}               | invalid character 'i' in literal null (expecting 'u')                  | 14
            {"a": {"x": -x}}                | invalid character 'x' in numeric literal                               | 14
            {"a": {"x": 1.x}}               | invalid character 'x' after decimal point in numeric literal           | 15
            {"a": {"x": 1ex}}               | invalid character 'x' in exponent of numeric literal                   | 15
            {"a": {"x": "\\q"}}             | invalid character 'q' in string escape code                            | 15
            {"a": {"x": "\\u00g0"}}         | invalid character 'g' in \\u hexadecimal character escape              | 18
            {"a": {"x": "y"}                | unexpected EOF                                                         | 17
            {"a": {"x": "y                  | unexpected EOF                                                         | 15
            {"a": /* open                   | unexpected EOF                                                         | 14
            {"a": / {}}                     | invalid character '/' looking for beginning of value                   | 7
            """)
    void wrongTextIsRefusedInGosWordsWithItsPlace(String text, String message, int column) {
        String unescaped = text.replace("\\\\", "\\");
        Creds.Outcome.Failed failed = failed(load(unescaped));
        assertThat(failed.text())
                .isEqualTo("failed parsing provider credentials file creds.json: " + message.replace("\\\\", "\\"));
        assertThat(failed.place()).contains(new SourcePosition("creds.json", 1, column));
    }

    @Test
    void thePlaceCountsLinesThroughComments() {
        assertThat(failed(load("{\n /* a\n b */ \"a\": {\n  \"x\": 1}}")).place())
                .contains(new SourcePosition("creds.json", 4, 8));
        assertThat(failed(load("{\"a\": {\"x\": \"line\nbreak\"}}")).text())
                .endsWith("invalid character '\\n' in string literal");
    }

    @Test
    void nestingHasAnEnd() {
        assertThat(failed(load("{\"a\": {\"x\": " + "[".repeat(100_000))).text())
                .endsWith("exceeded max depth");
    }

    @Test
    void aCommandAfterAnExclamationMarkPrintsTheCredentials() {
        source.program(FakeCredsSource.prints(PLAIN), "pass", "show", "my dns", "it's");
        source.variables.put("V", "fromEnvironment");
        assertThat(value(loaded(Creds.load("!pass show 'my dns' \"it's\"", source)), "gandi", "token"))
                .isEqualTo("sesame");
        source.program(FakeCredsSource.prints("{\"a\": {\"x\": \"$V\"}}"), "cat", "creds.json");
        assertThat(value(loaded(Creds.load("!cat creds.json", source)), "a", "x"))
                .isEqualTo("fromEnvironment");
    }

    @Test
    void aProgramThatIsAFileHereIsRunFromHere() {
        source.file("show.sh", "").program(FakeCredsSource.prints(PLAIN), "./show.sh", "all");
        assertThat(loaded(Creds.load("!show.sh all", source)).names()).contains("gandi");
    }

    @Test
    void anExecutableFileIsRunUnlessItEndsInJson() {
        source.executables.add("creds.sh");
        source.executables.add("creds.json");
        source.program(FakeCredsSource.prints(PLAIN), "./creds.sh").file("creds.json", PLAIN);
        assertThat(loaded(Creds.load("creds.sh", source)).names()).contains("gandi");
        assertThat(loaded(Creds.load("creds.json", source)).names()).contains("gandi");
    }

    @Test
    void aCommandThatFailsSaysHow() {
        source.program(new CredsSource.Execution.Ended(3, new byte[0]), "false");
        source.program(new CredsSource.Execution.Refused("permission denied"), "./d");
        source.executables.add("d");
        assertThat(failed(Creds.load("!false", source)).text()).isEqualTo("exit status 3");
        assertThat(failed(Creds.load("!nope", source)).text())
                .isEqualTo("exec: \"nope\": executable file not found in $PATH");
        assertThat(failed(Creds.load("d", source)).text()).isEqualTo("fork/exec ./d: permission denied");
        assertThat(failed(Creds.load("!", source)).text())
                .isEqualTo("no command after \"!\" in the name of the credentials file");
        assertThat(failed(Creds.load("!a 'b", source)).text()).isEqualTo("Unterminated single-quoted string");
        assertThat(failed(Creds.load("!a \"b", source)).text()).isEqualTo("Unterminated double-quoted string");
        assertThat(failed(Creds.load("!a \\", source)).text()).isEqualTo("Unterminated backslash-escape");
    }

    @Test
    void whatACommandPrintsIsJsonWithoutByteOrderMark() {
        source.program(FakeCredsSource.prints(""), "empty");
        source.program(FakeCredsSource.prints("\ufeff{}"), "mark");
        assertThat(failed(Creds.load("!empty", source)).text())
                .isEqualTo("failed parsing provider credentials file !empty: EOF");
        assertThat(failed(Creds.load("!mark", source)).text())
                .isEqualTo("failed parsing provider credentials file !mark: "
                        + "invalid character 'ï' looking for beginning of value");
    }

    @Test
    void utf8IsReadAsSuch() {
        byte[] octets = "{\"é\": {\"x\": \"€\"}}".getBytes(StandardCharsets.UTF_8);
        source.files.put("creds.json", new CredsSource.FileContent.Present(octets));
        assertThat(value(loaded(Creds.load("creds.json", source)), "é", "x")).isEqualTo("€");
    }

    @Test
    void anEntryIsAddedToTheTextAndAllElseStays() {
        SequencedMap<String, String> entry = new LinkedHashMap<>();
        entry.put("TYPE", "GANDI_V5");
        entry.put("token", "$T\"x");
        String member = "\"new\": { \"TYPE\": \"GANDI_V5\", \"token\": \"$T\\\"x\" }";

        assertThat(Creds.added("", "new", entry)).isEqualTo("{\n  " + member + "\n}\n");
        assertThat(Creds.added("{\n}", "new", entry)).isEqualTo("{\n  " + member + "\n}");
        assertThat(Creds.added("{ // é }\n  \"a\": {\"x\": \"}\"} // end }\n}\n// } after", "new", entry))
                .isEqualTo("{ // é }\n  \"a\": {\"x\": \"}\"},\n  " + member + " // end }\n}\n// } after");
        assertThat(Creds.added("{\"a\": {},}", "new", entry)).isEqualTo("{\"a\": {},\n  " + member + ",}");
    }
}
