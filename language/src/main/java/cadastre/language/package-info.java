/// The language people describe their zones in: `dnsconfig.js`, `creds.json` and what becomes of them.
///
/// A program is evaluated to a [Config], the intermediate representation (IR) that `print-ir` prints.
@NullMarked
package cadastre.language;

import org.jspecify.annotations.NullMarked;
