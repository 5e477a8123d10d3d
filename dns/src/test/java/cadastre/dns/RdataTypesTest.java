package cadastre.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.Type;

class RdataTypesTest {
    static List<Row<?>> rows() {
        return List.copyOf(RdataTypes.rows());
    }

    @Test
    void everyClassOfRdataHasARowAndEveryRowAClass() {
        List<Class<?>> permitted = new ArrayList<>(Arrays.asList(Rdata.class.getPermittedSubclasses()));
        permitted.remove(Unknown.class);
        List<Class<?>> classes = new ArrayList<>();
        rows().forEach(row -> classes.add(row.data()));
        assertThat(classes).containsExactlyInAnyOrderElementsOf(permitted);
    }

    @ParameterizedTest
    @MethodSource("rows")
    <R extends Rdata> void theFieldsAreTheRecordComponentsInOrder(Row<R> row) throws Exception {
        if (row.data().equals(Aaaa.class) || row.data().equals(Loc.class)) {
            return; // one field each, as the two tests below tell
        }
        RecordComponent[] components = row.data().getRecordComponents();
        assertThat(row.fields()).hasSameSizeAs(components);
        for (long seed = 0; seed < 20; seed++) {
            R rdata = row.data().cast(new Generator(seed).rdata(row.type()));
            for (int i = 0; i < components.length; i++) {
                assertThat((Object) row.fields().get(i).accessor().apply(rdata))
                        .as("seed %d: %s", seed, components[i].getName())
                        .isEqualTo(components[i].getAccessor().invoke(rdata));
            }
        }
    }

    @Test
    void anAaaaHasOneFieldForItsTwoComponents() {
        Row<?> row = RdataTypes.rowOf(new Aaaa(1, 2));
        assertThat(row.fields()).hasSize(1);
        assertThat(row.presentation(new Aaaa(1, 2))).isEqualTo("::1:0:0:0:2");
    }

    @Test
    void aLocHasOneFieldForAllItsComponents() {
        Row<?> row = RdataTypes.rowOf(new Loc(0, 0, 0, 0, 0, 0));
        assertThat(row.fields()).hasSize(1);
        assertThat(row.presentation(new Loc(1, -2, 3, 4, 50, 600)))
                .isEqualTo("00 00 0.001 N 00 00 0.002 W 0.03m 0.04m 0.50m 6m");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowSaysWhereItsTypeIsSpecified(Row<?> row) {
        assertThat(row.section()).matches("RFC \\d+( section [0-9.]+)?|PowerDNS, .+");
    }

    @Test
    void numbersAndMnemonicsAreThoseDnsjavaKnows() {
        for (int number = 1; number < 65400; number++) {
            String mnemonic = RdataTypes.of("TYPE" + number).mnemonic();
            if (!mnemonic.equals("TYPE" + number) && Type.string(number).indexOf("TYPE") < 0) {
                assertThat(mnemonic).isEqualTo(Type.string(number));
                assertThat(RdataTypes.of(mnemonic).number()).isEqualTo(number);
            }
        }
    }

    @Test
    void aTypeIsFoundByMnemonicOrNumber() {
        assertThat(RdataTypes.find("mx")).contains(RdataTypes.MX);
        assertThat(RdataTypes.find("TYPE15")).contains(RdataTypes.MX);
        assertThat(RdataTypes.find("type65280")).contains(new RdataType(65280, "TYPE65280"));
        assertThat(RdataTypes.of("HTTPS").number()).isEqualTo(65);
        assertThat(RdataTypes.of("ALIAS").number()).isEqualTo(65401);
        assertThat(RdataTypes.find("TYPE65535")).isPresent();
        assertThat(RdataTypes.find("TYPE0")).isPresent();
    }

    @Test
    void whatIsNoTypeIsNotFound() {
        for (String text :
                List.of("", "FOO", "TYPE", "TYPE65536", "TYPE015", "TYPE-1", "TYPE1x", "ANY", "AXFR", "MX ")) {
            assertThat(RdataTypes.find(text)).as(text).isEmpty();
        }
        assertThatThrownBy(() -> RdataTypes.of("FOO")).hasMessage("\"FOO\" is no type");
    }

    @Test
    void typesWithARowAreKnown() {
        assertThat(RdataTypes.known())
                .contains(RdataTypes.MX, RdataTypes.ALIAS)
                .doesNotContain(RdataTypes.of("TYPE1234"));
        assertThat(RdataTypes.isKnown(RdataTypes.MX)).isTrue();
        assertThat(RdataTypes.isKnown(RdataTypes.of("TYPE1234"))).isFalse();
    }
}
