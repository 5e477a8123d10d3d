package cadastre.dns;

/// How the values of a field are written. [Shapes] has those there are.
interface Shape<T> {
    /// {@return the value of the next words}
    ///
    /// @param field what messages call the field
    T read(String field, Words words) throws PresentationException;

    /// {@return the value of the next octets}
    ///
    /// @param field what messages call the field
    T decode(String field, Octets.Wire wire) throws PresentationException;

    /// {@return its presentation format}
    String write(T value);

    /// {@return the same text for equal values and for no others}
    default String canonical(T value) {
        return write(value);
    }
}
