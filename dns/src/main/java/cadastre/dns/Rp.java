package cadastre.dns;

import static java.util.Objects.requireNonNull;

/// Who is responsible for the owner name.
///
/// @rfc 1183 section 2.2
/// @param mailbox a mailbox, its first label being the part before the `@`; the root says that none is given
/// @param text    a name that has a TXT with more about the person; the root says that there is none
public record Rp(Name mailbox, Name text) implements Rdata {
    /// Neither may be null.
    public Rp {
        requireNonNull(mailbox, "mailbox is null");
        requireNonNull(text, "text is null");
    }
}
