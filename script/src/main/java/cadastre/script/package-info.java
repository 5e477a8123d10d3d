/// JavaScript behind one port, with limits on time, depth and memory.
///
/// A [ScriptEngine] runs one task at a time, each in a fresh global scope: first a library (ours) that is
/// given host functions, then the user's sources, which see only what the library put into the global
/// scope. Nothing outside this package knows which engine it is.
@NullMarked
package cadastre.script;

import org.jspecify.annotations.NullMarked;
