package cadastre.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The cases of Go's own tests of httpproxy, and ours.
class BypassTest {
    private static final String LIST =
            "foobar.com, .barbaz.net, 192.168.1.1, 192.168.1.2:81, 192.168.1.3:80, 10.0.0.0/30, 2001:db8::52:0:1,"
                    + " [2001:db8::52:0:2]:443, [2001:db8::52:0:3]:80, 2002:db8:a::45/64, *.example.org,"
                    + " Port.test:8080,"
                    + " /8, 1.2.3.4/99, foo:bar,, nothing/24";

    @ParameterizedTest
    @CsvSource({
        "192.168.1.1, 80, true",
        "192.168.1.1, 443, true",
        "192.168.1.2, 80, false",
        "192.168.1.2, 81, true",
        "192.168.1.3, 80, true",
        "192.168.1.4, 80, false",
        "10.0.0.2, 80, true",
        "10.0.0.4, 80, false",
        "[2001:db8::52:0:1], 80, true",
        "[2001:db8::52:0:2], 443, true",
        "[2001:db8::52:0:2], 80, false",
        "[2001:db8::52:0:3], 80, true",
        "[2002:db8:a::123], 80, true",
        "[fe80::424b:c8be:1643:a1b6], 80, false",
        "foobar.com, 443, true",
        "www.foobar.com, 443, true",
        "FOOBAR.COM, 443, true",
        "foofoobar.com, 443, false",
        "notfoobar.com, 443, false",
        "barbaz.net, 443, false",
        "www.barbaz.net, 443, true",
        "example.org, 443, false",
        "a.b.example.org, 443, true",
        "port.test, 8080, true",
        "sub.port.test, 8080, true",
        "port.test, 443, false",
        "foo, 443, false"
    })
    void aHostIsCoveredOrNot(String host, int port, boolean covered) {
        assertThat(Bypass.parse(LIST).covers(host, port)).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({"'*', true", "'foo, *', true", "'', false", "'*.', false"})
    void aStarCoversAll(String list, boolean covered) {
        assertThat(Bypass.parse(list).covers("anything.example", 443)).isEqualTo(covered);
    }
}
