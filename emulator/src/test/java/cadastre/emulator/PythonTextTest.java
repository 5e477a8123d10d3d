package cadastre.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PythonTextTest {
    @Test
    void stringsAreQuotedAsPythonDoes() {
        assertThat(PythonText.quoted("a")).isEqualTo("'a'");
        assertThat(PythonText.quoted("it's")).isEqualTo("\"it's\"");
        assertThat(PythonText.quoted("'\"")).isEqualTo("'\\'\"'");
        String odd = "\"a\" \\ \n\r\t\u0001é€";
        assertThat(PythonText.quoted(odd)).isEqualTo("'\"a\" \\\\ \\n\\r\\t\\x01\\xe9\\u20ac'");
        assertThat(PythonText.list(List.of("a", "b"))).isEqualTo("['a', 'b']");
    }

    @Test
    void anRrsetIsADictionaryOfUnicodeStrings() {
        assertThat(PythonText.rrset(new StoredRrset("a", "TXT", 300, List.of("\"x\"", "y"))))
                .isEqualTo("{'rrset_type': u'TXT', 'rrset_ttl': 300, 'rrset_name': u'a', 'rrset_values': "
                        + "[u'\"x\"', u'y']}");
    }
}
