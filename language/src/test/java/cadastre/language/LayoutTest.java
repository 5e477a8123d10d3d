package cadastre.language;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.script.ScriptEngine;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static String laidOut(String text) {
        return Layout.of(text, ScriptEngine.v8());
    }

    @Test
    void aConfigurationIsLaidOutByTheRulesOfJsBeautify() {
        assertThat(laidOut("D(\"example.com\",REG,{a:\"b\"},\nA(\"@\",\"192.0.2.1\"),\n      TXT(\"x\",'y')   ,);\n"
                        + "if(1){for(var i=0;i<2;i++){x(i)}}else{var z=function(a,b){return a+b}}"))
                .isEqualTo("""
                        D("example.com", REG, {
                                a: "b"
                            },
                            A("@", "192.0.2.1"),
                            TXT("x", 'y'), );
                        if (1) {
                            for (var i = 0; i < 2; i++) {
                                x(i)
                            }
                        } else {
                            var z = function(a, b) {
                                return a + b
                            }
                        }
                        """);
    }

    @Test
    void layingOutTwiceChangesNothing() {
        String once = laidOut("var a={b:[1,2],c:`x${1}`};// é 中\nconst f=(x)=>x**2\n\n\n\nD('a',R)");

        assertThat(laidOut(once)).isEqualTo(once);
        assertThat(once).endsWith("D('a', R)\n").contains("// é 中");
    }

    @Test
    void whatIsNoProgramIsLaidOutToo() {
        assertThat(laidOut("  ( \"unclosed ")).isEqualTo("(\"unclosed\n");
        assertThat(laidOut("")).isEqualTo("\n");
    }
}
