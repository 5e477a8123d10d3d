package cadastre.cli;

/// Which version this is.
final class Version {
    /// The version of this program.
    static final String NUMBER = "0.1.0";

    /// What `version` prints.
    static final String LINE = "Cadastre " + NUMBER + " (dnsconfig.js as DNSControl 4.40)";

    private Version() {}
}
