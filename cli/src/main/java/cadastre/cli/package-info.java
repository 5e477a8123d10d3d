/// The verbs of the command line, and `Main`.
///
/// A verb is a row of [Verbs]: its flags, its help and what it runs. Everything a verb needs of the outside (arguments,
/// environment, folder, streams, clock) arrives in a [Surroundings], so that a test runs a verb as a user does.
@NullMarked
package cadastre.cli;

import org.jspecify.annotations.NullMarked;
