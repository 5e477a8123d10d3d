package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryTest {
    @Test
    void aSecondQuestionMarkSeparates() {
        Query query = Query.parse("page=2?sharing_id=abc");
        assertThat(query.find("page")).hasValue("2");
        assertThat(query.find("sharing_id")).hasValue("abc");
        Query glued = Query.parse("sharing_id=abc&page=2?sharing_id=abc");
        assertThat(glued.find("page")).hasValue("2");
        assertThat(glued.all("sharing_id")).containsExactly("abc", "abc");
        assertThat(glued.forPage(3)).isEqualTo("page=3&sharing_id=abc");
    }

    @Test
    void namesAndValuesAreDecoded() {
        Query query = Query.parse("%7Ename=a+b%C3%A9&flag&&x=%zz");
        assertThat(query.find("~name")).hasValue("a bé");
        assertThat(query.find("flag")).hasValue("");
        assertThat(query.find("x")).hasValue("%zz");
        assertThat(query.find("none")).isEmpty();
        assertThat(Query.parse("").parameters()).isEmpty();
    }

    @Test
    void otherPagesKeepTheRestAsItWasSent() {
        assertThat(Query.parse("a=%20&page=7&per_page=5").forPage(8)).isEqualTo("page=8&a=%20&per_page=5");
        assertThat(Query.parse("").forPage(2)).isEqualTo("page=2");
    }

    @Test
    void aWrongPercentSignIsNone() {
        assertThat(Query.percentDecoded("%4")).isEmpty();
        assertThat(Query.percentDecoded("%")).isEmpty();
        assertThat(Query.percentDecoded("%4g")).isEmpty();
        assertThat(Query.percentDecoded("a%40%2a")).hasValue("a@*");
        assertThat(Query.percentDecoded("é%C3%A9")).hasValue("éé");
    }
}
