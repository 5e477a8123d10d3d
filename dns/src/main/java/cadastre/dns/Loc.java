package cadastre.dns;

/// Where on the earth the owner name is (WGS 84).
///
/// @rfc 1876 section 2
/// @param latitude   thousandths of a second of arc, north of the equator positive: at most 90 degrees either
///                   way
/// @param longitude  thousandths of a second of arc, east of Greenwich positive: at most 180 degrees either way
/// @param altitude   centimetres above the reference spheroid, −10000000 to 4284967295
/// @param size       the diameter of what is there, in centimetres: 0 to 9 times a power of ten of at most 10⁹
/// @param horizontal the precision of latitude and longitude, likewise
/// @param vertical   the precision of the altitude, likewise
public record Loc(int latitude, int longitude, long altitude, long size, long horizontal, long vertical)
        implements Rdata {
    /// @throws IllegalArgumentException if a field is out of its range
    public Loc {
        requireAngle(latitude, 90, "latitude");
        requireAngle(longitude, 180, "longitude");
        if (altitude < LocShape.LOWEST || altitude > LocShape.HIGHEST) {
            throw new IllegalArgumentException(
                    "altitude is " + LocShape.LOWEST + " to " + LocShape.HIGHEST + " centimetres, not " + altitude);
        }
        requireLength(size, "size");
        requireLength(horizontal, "horizontal precision");
        requireLength(vertical, "vertical precision");
    }

    private static void requireAngle(int angle, int degrees, String field) {
        if (Math.abs((long) angle) > degrees * LocShape.DEGREE) {
            throw new IllegalArgumentException(field + " is at most " + degrees + " degrees either way, not " + angle);
        }
    }

    private static void requireLength(long centimetres, String field) {
        if (centimetres < 0 || centimetres > LocShape.LONGEST || LocShape.cut(centimetres) != centimetres) {
            throw new IllegalArgumentException(
                    field + " is 0 to 9 times a power of ten of at most 10^9 centimetres, not " + centimetres);
        }
    }
}
