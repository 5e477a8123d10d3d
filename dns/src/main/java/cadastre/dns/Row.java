package cadastre.dns;

import java.util.List;
import java.util.stream.Collectors;

/// What is special about one type, as data.
///
/// @param type        its number and mnemonic
/// @param section     where it is specified
/// @param data        the class of its RDATA
/// @param fields      in the order of the wire format
/// @param constructor makes the RDATA of fields taken from a source, in that order
record Row<R extends Rdata>(
        RdataType type, String section, Class<R> data, List<Field<R, ?>> fields, Constructor<R> constructor) {

    /// Where the values of fields come from: words or octets.
    interface Source {
        <T> T next(Field<?, T> field) throws PresentationException;
    }

    /// Makes RDATA of fields.
    interface Constructor<R> {
        R of(Source source) throws PresentationException;
    }

    /// Makes RDATA of three values.
    interface Of3<T, U, V, R> {
        R of(T a, U b, V c);
    }

    /// Makes RDATA of four values.
    interface Of4<T, U, V, W, R> {
        R of(T a, U b, V c, W d);
    }

    /// Makes RDATA of six values.
    interface Of6<T, U, V, W, X, Y, R> {
        R of(T a, U b, V c, W d, X e, Y f);
    }

    /// Makes RDATA of seven values.
    interface Of7<T, U, V, W, X, Y, Z, R> {
        R of(T a, U b, V c, W d, X e, Y f, Z g);
    }

    R read(List<Token> tokens, Name origin) throws PresentationException {
        Words words = new Words(this, tokens, origin);
        R rdata = constructor.of(words);
        words.requireEnd();
        return rdata;
    }

    R decode(Octets.Wire wire) throws PresentationException {
        R rdata = constructor.of(wire);
        if (wire.remaining() > 0) {
            String many = wire.remaining() == 1 ? "1 octet is" : wire.remaining() + " octets are";
            throw wire.wrong(many + " too many; " + outline());
        }
        return rdata;
    }

    /// A last field that is empty leaves no blank behind.
    String presentation(Rdata rdata) {
        return String.join(" ", texts(rdata)).strip();
    }

    /// {@return the presentation format of each field}
    List<String> texts(Rdata rdata) {
        R one = data.cast(rdata);
        return fields.stream().map(field -> field.presentation(one)).toList();
    }

    String canonical(Rdata rdata) {
        R one = data.cast(rdata);
        return fields.stream()
                .map(field -> field.canonical(one))
                .collect(Collectors.joining(" "))
                .strip();
    }

    /// {@return what its presentation format is made of, for messages}
    String outline() {
        return type + " is written: " + fields.stream().map(Field::name).collect(Collectors.joining(", "));
    }
}
