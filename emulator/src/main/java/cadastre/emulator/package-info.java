/// Gandi's API (v5) as it really behaves, over HTTP on loopback: for rehearsing a change, for the demonstration
/// and for tests.
///
/// It is written from a description of the API and of its recorded answers, and knows nothing of the client that
/// it tests; of Cadastre it uses only `cadastre.dns`. What the description does not settle is a setting
/// ([cadastre.emulator.Guesses]).
///
/// The way of a request: [cadastre.emulator.Connection] reads bytes and writes bytes; [cadastre.emulator.Gateway]
/// counts, limits, routes, authenticates and puts the headers on; the `...Calls` classes answer, out of the
/// [cadastre.emulator.Registry].
///
/// ```java
/// try (Emulator emulator = Emulator.start(EmulatorOptions.standard())) {
///     System.out.println(emulator.address() + "/v5/domain/domains");
/// }
/// ```
@NullMarked
package cadastre.emulator;

import org.jspecify.annotations.NullMarked;
