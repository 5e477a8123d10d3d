package cadastre.cli;

/// `emulator`: Gandi's API on this machine.
final class EmulatorVerb {
    private EmulatorVerb() {}

    static int run(Options options, Surroundings surroundings) throws Exit {
        throw Exit.because("not yet");
    }
}
