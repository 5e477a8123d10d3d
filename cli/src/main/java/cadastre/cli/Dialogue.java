package cadastre.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/// Questions to a person, one a line, and the answers.
final class Dialogue {
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;

    Dialogue(Surroundings surroundings) {
        this.in = surroundings.in();
        this.out = surroundings.out();
        this.err = surroundings.err();
        this.terminal = surroundings.terminal();
    }

    void say(String line) {
        out.println(line);
    }

    void warn(String line) {
        err.println(line);
    }

    /// {@return the answer, without blanks around it}
    ///
    /// @param usual what an empty answer means; shown, if it is not empty
    /// @throws Exit at the end of input
    String ask(String question, String usual) throws Exit {
        out.print(question + (usual.isEmpty() ? " " : " (" + usual + ") "));
        out.flush();
        String answer = line().strip();
        return answer.isEmpty() ? usual : answer;
    }

    /// {@return an answer that is not shown while it is typed}
    String askSecretly(String question) throws Exit {
        boolean hidden = terminal && echo(false);
        Thread restoring = new Thread(() -> echo(true));
        if (hidden) {
            Runtime.getRuntime().addShutdownHook(restoring);
        }
        try {
            return ask(question, "");
        } finally {
            if (hidden) {
                echo(true);
                Runtime.getRuntime().removeShutdownHook(restoring);
                out.println();
            }
        }
    }

    /// {@return whether the terminal could be told}
    private static boolean echo(boolean on) {
        try {
            Process stty = new ProcessBuilder("stty", on ? "echo" : "-echo")
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return stty.waitFor(5, TimeUnit.SECONDS) && stty.exitValue() == 0;
        } catch (IOException _) {
            return false; // no such program: what is typed is seen
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// {@return whether the answer is yes}
    boolean confirm(String question, boolean usual) throws Exit {
        while (true) {
            String answer = ask(question, usual ? "Y/n" : "y/N").toLowerCase(Locale.ROOT);
            switch (answer) {
                case "y/n" -> {
                    return usual;
                }
                case "y", "yes" -> {
                    return true;
                }
                case "n", "no" -> {
                    return false;
                }
                default -> say("Please answer y or n.");
            }
        }
    }

    /// {@return the index of the choice}
    int choose(String question, List<String> choices) throws Exit {
        say(question);
        list(choices);
        while (true) {
            String answer = ask("Number:", "1");
            Optional<Integer> number = number(answer, choices.size());
            if (number.isPresent()) {
                return number.get() - 1;
            }
            say("Please answer with a number from 1 to " + choices.size() + ".");
        }
    }

    /// {@return the choices, in their order: numbers or ranges separated by commas, `all` or `none`}
    List<String> chooseSome(String question, List<String> choices) throws Exit {
        say(question);
        list(choices);
        while (true) {
            String answer = ask("Numbers such as 1,3-5, all or none:", "all");
            if (answer.equals("all")) {
                return choices;
            }
            if (answer.equals("none")) {
                return List.of();
            }
            Optional<SortedSet<Integer>> numbers = numbers(answer, choices.size());
            if (numbers.isPresent()) {
                return numbers.get().stream().map(i -> choices.get(i - 1)).toList();
            }
            say("Please answer with numbers from 1 to " + choices.size() + ", all or none.");
        }
    }

    private void list(List<String> choices) {
        for (int i = 0; i < choices.size(); i++) {
            say("  " + (i + 1) + ") " + choices.get(i));
        }
    }

    private static Optional<SortedSet<Integer>> numbers(String text, int most) {
        SortedSet<Integer> numbers = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            String[] ends = part.strip().split("-", 2);
            Optional<Integer> first = number(ends[0].strip(), most);
            Optional<Integer> last = number(ends[ends.length - 1].strip(), most);
            if (first.isEmpty() || last.isEmpty() || first.get() > last.get()) {
                return Optional.empty();
            }
            for (int i = first.get(); i <= last.get(); i++) {
                numbers.add(i);
            }
        }
        return Optional.of(numbers);
    }

    private static Optional<Integer> number(String text, int most) {
        if (!text.matches("[0-9]{1,6}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(text);
        return number >= 1 && number <= most ? Optional.of(number) : Optional.empty();
    }

    private String line() throws Exit {
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int octet = in.read();
            while (octet >= 0 && octet != '\n') {
                line.write(octet);
                octet = in.read();
            }
            if (octet < 0 && line.size() == 0) {
                throw Exit.because("EOF");
            }
            return line.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Exit.because("no answer could be read: " + e.getMessage());
        }
    }
}
