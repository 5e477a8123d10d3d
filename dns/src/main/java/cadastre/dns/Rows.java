package cadastre.dns;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Makes the rows of [RdataTypes], which alone looks at them: they are complete when its constants are.
final class Rows {
    static final Map<RdataType, Row<?>> BY_TYPE = new LinkedHashMap<>();
    static final Map<Class<?>, Row<?>> BY_CLASS = new HashMap<>();

    private Rows() {}

    static <R extends Rdata, T> Field<R, T> field(String name, Shape<T> shape, Function<R, T> accessor) {
        return new Field<>(name, shape, accessor);
    }

    private static <R extends Rdata> RdataType row(
            int number,
            String mnemonic,
            String section,
            Class<R> data,
            List<Field<R, ?>> fields,
            Row.Constructor<R> constructor) {
        Row<R> row = new Row<>(new RdataType(number, mnemonic), section, data, fields, constructor);
        BY_TYPE.put(row.type(), row);
        BY_CLASS.put(data, row);
        return row.type();
    }

    static <R extends Rdata, T> RdataType row(
            int number, String mnemonic, String section, Class<R> data, Field<R, T> a, Function<T, R> of) {
        return row(number, mnemonic, section, data, List.of(a), source -> of.apply(source.next(a)));
    }

    static <R extends Rdata, T, U> RdataType row(
            int number,
            String mnemonic,
            String section,
            Class<R> data,
            Field<R, T> a,
            Field<R, U> b,
            BiFunction<T, U, R> of) {
        return row(number, mnemonic, section, data, List.of(a, b), source -> of.apply(source.next(a), source.next(b)));
    }

    static <R extends Rdata, T, U, V> RdataType row(
            int number,
            String mnemonic,
            String section,
            Class<R> data,
            Field<R, T> a,
            Field<R, U> b,
            Field<R, V> c,
            Row.Of3<T, U, V, R> of) {
        return row(
                number,
                mnemonic,
                section,
                data,
                List.of(a, b, c),
                source -> of.of(source.next(a), source.next(b), source.next(c)));
    }

    static <R extends Rdata, T, U, V, W> RdataType row(
            int number,
            String mnemonic,
            String section,
            Class<R> data,
            Field<R, T> a,
            Field<R, U> b,
            Field<R, V> c,
            Field<R, W> d,
            Row.Of4<T, U, V, W, R> of) {
        return row(
                number,
                mnemonic,
                section,
                data,
                List.of(a, b, c, d),
                source -> of.of(source.next(a), source.next(b), source.next(c), source.next(d)));
    }

    static <R extends Rdata, T, U, V, W, X, Y> RdataType row(
            int number,
            String mnemonic,
            String section,
            Class<R> data,
            Field<R, T> a,
            Field<R, U> b,
            Field<R, V> c,
            Field<R, W> d,
            Field<R, X> e,
            Field<R, Y> f,
            Row.Of6<T, U, V, W, X, Y, R> of) {
        return row(
                number,
                mnemonic,
                section,
                data,
                List.of(a, b, c, d, e, f),
                source -> of.of(
                        source.next(a),
                        source.next(b),
                        source.next(c),
                        source.next(d),
                        source.next(e),
                        source.next(f)));
    }

    static <R extends Rdata, T, U, V, W, X, Y, Z> RdataType row(
            int number,
            String mnemonic,
            String section,
            Class<R> data,
            Field<R, T> a,
            Field<R, U> b,
            Field<R, V> c,
            Field<R, W> d,
            Field<R, X> e,
            Field<R, Y> f,
            Field<R, Z> g,
            Row.Of7<T, U, V, W, X, Y, Z, R> of) {
        return row(
                number,
                mnemonic,
                section,
                data,
                List.of(a, b, c, d, e, f, g),
                source -> of.of(
                        source.next(a),
                        source.next(b),
                        source.next(c),
                        source.next(d),
                        source.next(e),
                        source.next(f),
                        source.next(g)));
    }
}
