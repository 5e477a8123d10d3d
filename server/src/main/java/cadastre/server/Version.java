package cadastre.server;

/// Which version this is.
final class Version {
    static final String TEXT = "0.1.0";

    private Version() {}
}
