package cadastre.cli;

/// `serve` and `demo`: they are in the other program, which the launcher starts for them.
final class ServerVerb {
    private ServerVerb() {}

    static int run(Options options, Surroundings surroundings) {
        surroundings
                .err()
                .println("serve and demo are started by the launcher, cadastre; this program was started without it");
        return 1;
    }
}
