package cadastre.lookup;

import org.xbill.DNS.Rcode;

/// What servers say when they do not do what they were asked.
///
/// @rfc 6895 section 2.3
public final class ResponseCode {
    private ResponseCode() {}

    /// {@return the number of a code, such as 5 for `REFUSED`; -1 if there is none of that name}
    public static int number(String code) {
        return Rcode.value(code);
    }
}
