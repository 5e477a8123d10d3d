package cadastre.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

class PresentationLawTest {
    private static final int SEEDS = 400;

    /// {@return the types that have a wire format: all but ALIAS, which dnsjava does not know}
    static List<RdataType> types() {
        return RdataTypes.known().stream()
                .filter(type -> !type.equals(RdataTypes.ALIAS))
                .toList();
    }

    static List<RdataType> allTypes() {
        return List.copyOf(RdataTypes.known());
    }

    @ParameterizedTest
    @MethodSource("allTypes")
    void whatIsWrittenReadsBack(RdataType type) throws PresentationException {
        for (long seed = 0; seed < SEEDS; seed++) {
            Rdata rdata = new Generator(seed).rdata(type);
            Rdata again = Presentation.rdata(type, rdata.presentation(), Generator.ORIGIN);
            assertThat(again).as("seed %d", seed).isEqualTo(rdata);
            assertThat(again.presentation()).as("seed %d", seed).isEqualTo(rdata.presentation());
            assertThat(Presentation.rdata(type, rdata.canonical(), Generator.ORIGIN))
                    .as("seed %d", seed)
                    .isEqualTo(rdata);
        }
    }

    @ParameterizedTest
    @MethodSource("allTypes")
    void dataAreEqualIfAndOnlyIfTheirCanonicalTextsAre(RdataType type) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Generator generator = new Generator(seed);
            Rdata a = generator.rdata(type);
            Rdata b = generator.rdata(type);
            assertThat(a.canonical().equals(b.canonical()))
                    .as("seed %d: %s %s", seed, a, b)
                    .isEqualTo(a.equals(b));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void dnsjavaUnderstandsItAndWeUnderstandDnsjava(RdataType type) throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            Rdata rdata = new Generator(seed).rdata(type);
            Record record = dnsjava(type, rdata.presentation());
            Record fromWire = Record.fromWire(record.toWire(Section.ANSWER), Section.ANSWER);
            assertThat(Presentation.rdata(type, fromWire.rdataToString(), Name.ROOT))
                    .as("seed %d: %s", seed, rdata)
                    .isEqualTo(rdata);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void theGenericFormOfDnsjavasWireIsTheSameData(RdataType type) throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            Rdata rdata = new Generator(seed).rdata(type);
            byte[] wire = dnsjava(type, rdata.presentation()).rdataToWireCanonical();
            String generic = "\\# " + wire.length + " " + HexFormat.of().formatHex(wire);
            assertThat(Presentation.rdata(type, generic, Name.ROOT))
                    .as("seed %d: %s", seed, rdata)
                    .isEqualTo(rdata);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void otherSpellingsMeanTheSameToUsAndToDnsjava(RdataType type) throws Exception {
        for (long seed = 0; seed < SEEDS; seed++) {
            Generator generator = new Generator(seed);
            Rdata rdata = generator.rdata(type);
            String text = spelledOtherwise(generator, rdata);
            assertThat(Presentation.rdata(type, text, Generator.ORIGIN))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(rdata);
            assertThat(Presentation.rdata(type, dnsjava(type, text).rdataToString(), Name.ROOT))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(rdata);
        }
    }

    private static Record dnsjava(RdataType type, String text) throws Exception {
        return Record.fromString(
                org.xbill.DNS.Name.root,
                type.number(),
                DClass.IN,
                300,
                text,
                org.xbill.DNS.Name.fromString(Generator.ORIGIN.toString()));
    }

    /// {@return `rdata` with relative names, odd blanks, parentheses and the other case of hexadecimal digits}
    private static String spelledOtherwise(Generator generator, Rdata rdata) throws PresentationException {
        Row<?> row = RdataTypes.rowOf(rdata);
        List<Token> tokens = new Lexer(rdata.presentation(), false).line();
        tokens = tokens.subList(0, tokens.size() - 1);
        List<Field<?, ?>> fields = List.copyOf(row.fields());
        StringBuilder text = new StringBuilder(generator.chance(50) ? "( " : "");
        boolean open = !text.isEmpty();
        for (int i = 0; i < tokens.size(); i++) {
            Shape<?> shape = fields.get(Math.min(i, fields.size() - 1)).shape();
            String word = tokens.get(i).written();
            if (shape.equals(Shapes.NAME) && generator.chance(60)) {
                word = Name.of(word)
                        .relativeTo(Generator.ORIGIN)
                        .map(RelativeName::toString)
                        .orElse(word);
            } else if ((shape.equals(Shapes.HEX_LOWER) || shape.equals(Shapes.HEX_UPPER)) && generator.chance(50)) {
                word = word.chars()
                        .mapToObj(c -> Character.toString(c))
                        .map(c -> generator.chance(50) ? c.toUpperCase(Locale.ROOT) : c.toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(generator.chance(20) ? " " : ""));
            }
            text.append(word).append(generator.one(List.of(" ", "\t", "   ", open ? "\n" : " ")));
        }
        return text.append(open ? ")" : "").toString();
    }
}
