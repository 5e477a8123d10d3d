package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReaderTest {
    @Test
    void valuesKnowTheirPlaces() throws Exception {
        Json.Members members = (Json.Members) JsonReader.read("{\n  \"a\": [1, \"é\"],\n  \"b\": null, \"c\": true}");
        assertThat(members.names().get("b")).isEqualTo(new Json.Place(3, 3));
        assertThat(members.find("b")).isEmpty();
        assertThat(members.find("c").orElseThrow().place()).isEqualTo(new Json.Place(3, 19));
        Json.Array array = (Json.Array) members.find("a").orElseThrow();
        assertThat(array.place()).isEqualTo(new Json.Place(2, 8));
        assertThat(array.items().get(1)).isEqualTo(new Json.Text("é", new Json.Place(2, 12)));
        assertThat(((Json.Numeral) array.items().getFirst()).integer()).hasValue(1L);
    }

    @Test
    void ofMembersWithTheSameNameTheLastCounts() throws Exception {
        Json.Members members = (Json.Members) JsonReader.read("{\"a\":1,\"a\":\"x\"}");
        assertThat(members.find("a").orElseThrow().kind()).isEqualTo("a string");
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsPlace() {
        for (String text :
                List.of("", "{", "{\"a\" 1}", "[1,]", "{} {}", "nul", "\"open", "// c\n1", "[1 2]", "\u0001")) {
            assertThatThrownBy(() -> JsonReader.read(text)).as(text).isInstanceOf(JsonReader.Malformed.class);
        }
        assertThatThrownBy(() -> JsonReader.read("{\n \"a\": x}"))
                .isInstanceOfSatisfying(
                        JsonReader.Malformed.class,
                        malformed -> assertThat(malformed.place().line()).isEqualTo(2));
        assertThatThrownBy(() -> JsonReader.read("[".repeat(5000))).isInstanceOf(JsonReader.Malformed.class);
    }

    @Test
    void filesMayHaveCommentsAndTrailingCommas() throws Exception {
        assertThat(JsonReader.readFile("// one\n{\"a\": [1, /* two */ 2,],}").kind())
                .isEqualTo("an object");
    }
}
