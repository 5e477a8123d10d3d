package cadastre.cli;

import cadastre.language.Config;

final class Evaluation {
    private Evaluation() {}

    static Config evaluate(Options options, Surroundings surroundings) throws Exit {
        throw Exit.because("wip");
    }
}
