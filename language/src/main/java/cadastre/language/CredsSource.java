package cadastre.language;

import java.util.List;
import java.util.Optional;

/// What reading credentials asks of the machine; the doors answer.
public interface CredsSource {
    /// {@return the value of an environment variable, or nothing if it is not set}
    Optional<String> variable(String name);

    /// {@return what `file` holds}
    FileContent read(String file);

    /// {@return whether there is something called `file`, of whatever kind}
    boolean exists(String file);

    /// {@return whether `file`, a folder too, exists and has all three execute bits (0111)}
    boolean isExecutable(String file);

    /// Runs a program in the current folder without a shell, its standard error discarded, and waits for
    /// its end.
    ///
    /// @param words the program (looked up in `PATH` if it holds no `/`) and its arguments, at least one
    /// word
    Execution run(List<String> words);

    /// What a file holds, or why that is not known.
    sealed interface FileContent {
        /// The file is there.
        final class Present implements FileContent {
            private final byte[] octets;

            /// A file that holds `octets`.
            public Present(byte[] octets) {
                this.octets = octets.clone();
            }

            /// {@return all of it}
            public byte[] octets() {
                return octets.clone();
            }
        }

        /// There is no such file.
        record Missing() implements FileContent {}

        /// The file is there, and cannot be read.
        ///
        /// @param reason for example `open creds.json: permission denied` or `read creds.json: is a
        /// directory`
        record Unreadable(String reason) implements FileContent {}
    }

    /// What became of a program.
    sealed interface Execution {
        /// It ran.
        final class Ended implements Execution {
            private final int status;
            private final byte[] output;

            /// A program that ended.
            ///
            /// @param status its exit status, 0 for success
            /// @param output what it wrote to its standard output
            public Ended(int status, byte[] output) {
                this.status = status;
                this.output = output.clone();
            }

            /// {@return its exit status, 0 for success}
            public int status() {
                return status;
            }

            /// {@return what it wrote to its standard output}
            public byte[] output() {
                return output.clone();
            }
        }

        /// There is no such program.
        record NotFound() implements Execution {}

        /// It could not be started.
        ///
        /// @param reason why it could not be started, for example `permission denied`
        record Refused(String reason) implements Execution {}
    }
}
