/// The console: pages in a browser, made on the server, that work without script.
///
/// Each `…Pages` class answers the addresses of one subject; what it shows is a record, put into a template of the same
/// name under `src/main/jte`. Pages hold no rule of the trade: they ask the [cadastre.desk.Desk] of whoever is signed
/// in
/// ([Visitor]), and what may not be asked there cannot be asked here. Script, where it runs, only fetches the same
/// pages
/// again when something moved ([LivePages]).
@NullMarked
package cadastre.console;

import org.jspecify.annotations.NullMarked;
