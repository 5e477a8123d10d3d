package cadastre.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `shell-completion`: a script that makes a shell complete verbs and flags, derived from the table of verbs, so that
/// completing a word starts no program (spec dnscontrol.md section 1.9).
final class CompletionVerb {
    private static final String VERB_IN_BASH = """
            # cadastre: completion for bash. Use: source <(cadastre shell-completion bash)
            _cadastre() {
                local word=${COMP_WORDS[COMP_CWORD]} verb='' flags='' i
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case ${COMP_WORDS[i]} in
                        -*) ;;
                        *) verb=${COMP_WORDS[i]}; break ;;
                    esac
                done
                case $verb in
            """;

    private static final String END_IN_BASH = """
                esac
                COMPREPLY=()
                if [[ $word == -* ]]; then
                    mapfile -t COMPREPLY < <(compgen -W "$flags" -- "$word")
                elif [[ -z $verb ]]; then
                    mapfile -t COMPREPLY < <(compgen -W "@VERBS@" -- "$word")
                elif [[ $verb == shell-completion ]]; then
                    mapfile -t COMPREPLY < <(compgen -W "bash zsh" -- "$word")
                fi
            }
            complete -o default -F _cadastre cadastre
            """;

    private static final String BEGIN_IN_ZSH = """
            #compdef cadastre
            # cadastre: completion for zsh. Use: source <(cadastre shell-completion zsh)
            _cadastre() {
                local verb='' word
                local -a verbs flags
                for word in ${words[2,CURRENT-1]}; do
                    if [[ $word != -* ]]; then
                        verb=$word
                        break
                    fi
                done
            """;

    private static final String END_IN_ZSH = """
                if [[ ${words[CURRENT]} == -* ]]; then
                    _describe -o option flags
                elif [[ -z $verb ]]; then
                    _describe verb verbs
                elif [[ $verb == shell-completion ]]; then
                    compadd bash zsh
                else
                    _files
                fi
            }
            compdef _cadastre cadastre
            """;

    private CompletionVerb() {}

    static int run(Options options, Surroundings surroundings) throws Exit {
        String named = options.arguments().isEmpty()
                ? surroundings.variable("SHELL").orElse("")
                : options.arguments().getFirst();
        String shell = named.substring(named.lastIndexOf('/') + 1);
        surroundings
                .out()
                .print(
                        switch (shell) {
                            case "bash" -> bash();
                            case "zsh" -> zsh();
                            case "" -> throw Exit.because("shell not specified");
                            default -> throw Exit.because("unknown shell: " + shell);
                        });
        return 0;
    }

    /// {@return the names of all verbs, each on a line, as scripts that come with DNSControl ask for them}
    ///
    /// @param described whether each is followed by `:` and what it does
    static String names(boolean described) {
        return Stream.concat(Verbs.ALL.stream(), Stream.of(Verbs.HELP))
                .flatMap(verb ->
                        verb.names().stream().map(name -> name + (described ? ":" + verb.summary() : "") + "\n"))
                .collect(Collectors.joining());
    }

    private static List<Flag> flags(Optional<Verb> verb) {
        Stream<Flag> own = verb.stream().flatMap(one -> one.flags().stream());
        return Stream.concat(own, Verbs.GLOBAL.stream())
                .filter(flag -> !flag.hidden())
                .toList();
    }

    private static Stream<String> spellings(Flag flag) {
        return flag.names().stream().map(name -> (name.length() == 1 ? "-" : "--") + name);
    }

    private static String bash() {
        StringBuilder text = new StringBuilder(VERB_IN_BASH);
        Verbs.ALL.forEach(verb -> text.append("        ")
                .append(String.join(" | ", verb.names()))
                .append(") flags='")
                .append(words(flags(Optional.of(verb))))
                .append("' ;;\n"));
        text.append("        *) flags='").append(words(flags(Optional.empty()))).append("' ;;\n");
        return text + END_IN_BASH.replace("@VERBS@", names(false).strip().replace('\n', ' '));
    }

    private static String words(List<Flag> flags) {
        return Stream.concat(flags.stream().flatMap(CompletionVerb::spellings), Stream.of("--help"))
                .collect(Collectors.joining(" "));
    }

    private static String zsh() {
        StringBuilder text = new StringBuilder(BEGIN_IN_ZSH).append("    verbs=(");
        names(true).lines().forEach(line -> text.append("\n        ").append(inQuotes(line)));
        text.append("\n    )\n    case $verb in\n");
        Verbs.ALL.forEach(verb -> described(text, String.join("|", verb.names()), flags(Optional.of(verb))));
        described(text, "*", flags(Optional.empty()));
        return text.append("    esac\n").append(END_IN_ZSH).toString();
    }

    private static void described(StringBuilder text, String pattern, List<Flag> flags) {
        text.append("        ").append(pattern).append(") flags=(");
        flags.forEach(flag -> spellings(flag)
                .forEach(name -> text.append("\n            ")
                        .append(inQuotes(name + ":" + flag.meaning().replace(":", "\\:")))));
        text.append("\n            '--help:show help') ;;\n");
    }

    private static String inQuotes(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
