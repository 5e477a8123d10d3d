package cadastre.cli;

/// Verbs that are run now and then: one class for all, so that the table of verbs stays quick to load.
enum LocalVerb implements Verb.Action {
    FMT,
    WRITE_TYPES,
    SHELL_COMPLETION,
    EXPLAIN,
    INIT;

    @Override
    public int run(Options options, Surroundings surroundings) throws Exit {
        return switch (this) {
            case FMT -> FmtVerb.run(options, surroundings);
            case WRITE_TYPES -> TypesVerb.run(options, surroundings);
            case SHELL_COMPLETION -> CompletionVerb.run(options, surroundings);
            case EXPLAIN -> ExplainVerb.run(options, surroundings);
            case INIT -> InitVerb.run(options, surroundings);
        };
    }
}
