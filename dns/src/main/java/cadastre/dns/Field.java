package cadastre.dns;

import java.util.function.Function;

/// A field of a type of RDATA.
///
/// @param name     what messages call it
/// @param shape    how it is read and written
/// @param accessor the accessor of its record component
record Field<R extends Rdata, T>(String name, Shape<T> shape, Function<R, T> accessor) {
    String presentation(R rdata) {
        return shape.write(accessor.apply(rdata));
    }

    String canonical(R rdata) {
        return shape.canonical(accessor.apply(rdata));
    }
}
