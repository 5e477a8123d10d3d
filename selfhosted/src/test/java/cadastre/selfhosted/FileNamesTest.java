package cadastre.selfhosted;

import static org.assertj.core.api.Assertions.assertThat;

import cadastre.dns.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
    private static final ZoneLabel PLAIN = ZoneLabel.of(Name.of("example.com."));
    private static final ZoneLabel TAGGED = new ZoneLabel(
            Name.of("xn--bcher-kva.example."),
            "B\u00dccher.example",
            "b\u00fccher.example",
            "in",
            "xn--bcher-kva.example!in");

    @ParameterizedTest
    @CsvSource({
        "%c.zone, example.com.zone, xn--bcher-kva.example!in.zone",
        "%a, example.com, xn--bcher-kva.example",
        "%u, example.com, b\u00fccher.example",
        "%r, example.com, B\u00dccher.example",
        "%U, example.com, b\u00fccher.example!in",
        "%D, example.com, b\u00fccher.example",
        "%f.db, example.com.db, xn--bcher-kva.example_in.db",
        "%F.db, example.com.db, in_xn--bcher-kva.example.db",
        "%T%?.%a.db, example.com.db, in.xn--bcher-kva.example.db",
        "%a%?_%T, example.com, xn--bcher-kva.example_in",
        "a%%b, a%b, a%b",
        "%x, %(unknown %verb %x), %(unknown %verb %x)",
        "%a%, example.com%(format may not end in %), xn--bcher-kva.example%(format may not end in %)",
        "%a%?, example.com%(format may not end in %?), xn--bcher-kva.example%(format may not end in %?)",
    })
    void verbsStandForFormsOfTheName(String format, String plain, String tagged) {
        assertThat(FileNames.of(format).of(PLAIN)).isEqualTo(plain);
        assertThat(FileNames.of(format).of(TAGGED)).isEqualTo(tagged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%c.zone", "%U", "%f.db", "%F.db", "%T/%a.db", "%a%?_%T.db", "%c/%a.zone", "zone.%c"})
    void theZoneIsFoundInTheFileName(String format) {
        ZoneLabel inside = ZoneLabel.of(Name.of("example.com."), "in");
        FileNames names = FileNames.of(format);

        assertThat(names.zone(names.of(inside))).contains(inside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%c.zone", "%a.db", "%f.db", "%F.db", "%T%?.%a.db", "%U", "%a%?_%T.db"})
    void aZoneWithoutTagIsFoundInTheFileName(String format) {
        FileNames names = FileNames.of(format);
        ZoneLabel underscored = ZoneLabel.of(Name.of("_x.example.com."));

        assertThat(names.zone(names.of(PLAIN))).contains(PLAIN);
        assertThat(names.zone(names.of(underscored))).contains(underscored);
    }

    @Test
    void aReverseZoneMayLieInAFolder() {
        FileNames names = FileNames.of("%c.zone");
        ZoneLabel classless = ZoneLabel.of(Name.of("0/25.2.0.192.in-addr.arpa."));

        assertThat(names.zone(names.of(classless))).contains(classless);
    }

    @Test
    void otherFilesAreOfNoZone() {
        assertThat(FileNames.of("%c.zone").zone("readme.txt")).isEmpty();
        assertThat(FileNames.of("%c.zone").zone(".zone")).isEmpty();
        assertThat(FileNames.of("%c.zone").zone("a..b.zone")).isEmpty();
    }
}
