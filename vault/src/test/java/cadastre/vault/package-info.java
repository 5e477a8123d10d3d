@NullMarked
package cadastre.vault;

import org.jspecify.annotations.NullMarked;
