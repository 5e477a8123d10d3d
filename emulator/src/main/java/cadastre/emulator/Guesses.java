package cadastre.emulator;

import static java.util.Objects.requireNonNull;

/// What nothing recorded or documented decides about Gandi's API, as settings: a client should work whatever they
/// are.
///
/// @param tooMany            the shape of a 429
/// @param nameServersStatus  the status of an accepted change of name servers, 200 or 202
/// @param settingStatus      the status of an accepted change of automatic renewal, lock or contacts, 200 or 202
/// @param largestPage        the largest `per_page` that is granted; more is cut to it
/// @param numericContactType whether the type of a contact is a number, as it used to be, and not a word
/// @param missingNameIs404   whether reading a name without records is a 404 and not an empty list
/// @param liveDnsFilteredCount whether the lists of LiveDNS carry `Filtered-Count`
/// @param apexNsAllowed      whether NS records may be written at the apex
/// @param tokensRenewable    whether a token may make its successor; older pages say that it may not
/// @param keptSnapshots      how many snapshots of a zone that nobody asked for are kept; the oldest goes first
/// @param spelling           how values are spelled when they come back
public record Guesses(
        TooMany tooMany,
        int nameServersStatus,
        int settingStatus,
        int largestPage,
        boolean numericContactType,
        boolean missingNameIs404,
        boolean liveDnsFilteredCount,
        boolean apexNsAllowed,
        boolean tokensRenewable,
        int keptSnapshots,
        Spelling spelling) {
    /// The shape of the answer to a request beyond the limit.
    public enum TooMany {
        /// Gandi's usual error body, no `Retry-After`.
        JSON(false, false),
        /// The same with `Retry-After`, in seconds.
        JSON_WITH_RETRY_AFTER(false, true),
        /// A page of the server in front, no `Retry-After`.
        HTML(true, false),
        /// The same with `Retry-After`, in seconds.
        HTML_WITH_RETRY_AFTER(true, true);

        private final boolean html;
        private final boolean retryAfter;

        TooMany(boolean html, boolean retryAfter) {
            this.html = html;
            this.retryAfter = retryAfter;
        }

        boolean html() {
            return html;
        }

        boolean retryAfter() {
            return retryAfter;
        }
    }

    /// How record values other than TXT (which always come back quoted) are spelled.
    public enum Spelling {
        /// As they were written.
        AS_WRITTEN,
        /// In the form of RFC 5952 for AAAA, hexadecimal digits in lower case for TLSA and SSHFP and in upper
        /// case for DS and CDS, the value of CAA in quotes, single blanks.
        CANONICAL
    }

    /// @throws IllegalArgumentException if a number is out of range
    public Guesses {
        requireNonNull(tooMany, "tooMany is null");
        requireNonNull(spelling, "spelling is null");
        if (nameServersStatus != 200 && nameServersStatus != 202) {
            throw new IllegalArgumentException("nameServersStatus is 200 or 202, not " + nameServersStatus);
        }
        if (settingStatus != 200 && settingStatus != 202) {
            throw new IllegalArgumentException("settingStatus is 200 or 202, not " + settingStatus);
        }
        if (largestPage < 100) {
            throw new IllegalArgumentException("largestPage is at least 100, not " + largestPage);
        }
        if (keptSnapshots < 0) {
            throw new IllegalArgumentException("keptSnapshots is not negative, but " + keptSnapshots);
        }
    }

    /// {@return what seems most likely}
    public static Guesses likely() {
        return new Guesses(TooMany.JSON, 202, 202, 1000, false, false, true, true, true, 100, Spelling.AS_WRITTEN);
    }

    /// {@return these guesses with another shape of a 429}
    public Guesses withTooMany(TooMany shape) {
        return new Guesses(
                shape,
                nameServersStatus,
                settingStatus,
                largestPage,
                numericContactType,
                missingNameIs404,
                liveDnsFilteredCount,
                apexNsAllowed,
                tokensRenewable,
                keptSnapshots,
                spelling);
    }

    /// {@return these guesses with another largest page}
    public Guesses withLargestPage(int largest) {
        return new Guesses(
                tooMany,
                nameServersStatus,
                settingStatus,
                largest,
                numericContactType,
                missingNameIs404,
                liveDnsFilteredCount,
                apexNsAllowed,
                tokensRenewable,
                keptSnapshots,
                spelling);
    }

    /// {@return these guesses with another number of snapshots kept that nobody asked for}
    public Guesses withKeptSnapshots(int most) {
        return new Guesses(
                tooMany,
                nameServersStatus,
                settingStatus,
                largestPage,
                numericContactType,
                missingNameIs404,
                liveDnsFilteredCount,
                apexNsAllowed,
                tokensRenewable,
                most,
                spelling);
    }

    /// {@return these guesses with tokens that may, or may not, make their successors}
    public Guesses withTokensRenewable(boolean renewable) {
        return new Guesses(
                tooMany,
                nameServersStatus,
                settingStatus,
                largestPage,
                numericContactType,
                missingNameIs404,
                liveDnsFilteredCount,
                apexNsAllowed,
                renewable,
                keptSnapshots,
                spelling);
    }

    /// {@return these guesses with another spelling of values}
    public Guesses withSpelling(Spelling other) {
        return new Guesses(
                tooMany,
                nameServersStatus,
                settingStatus,
                largestPage,
                numericContactType,
                missingNameIs404,
                liveDnsFilteredCount,
                apexNsAllowed,
                tokensRenewable,
                keptSnapshots,
                other);
    }
}
