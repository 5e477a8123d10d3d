/// JavaScript behind one port, with limits on time and depth.
@NullMarked
package cadastre.script;

import org.jspecify.annotations.NullMarked;
