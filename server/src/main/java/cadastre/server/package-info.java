/// The program that stays: `serve` opens the console on a database, `demo` opens it on an emulated Gandi.
///
/// [Main] reads the words, a [DataFolder] holds all that survives a restart, [Server] puts the doors on a port. Spring
/// is given the parts that are made here; it makes none of them.
@NullMarked
package cadastre.server;

import org.jspecify.annotations.NullMarked;
