@NullMarked
package cadastre.people;

import org.jspecify.annotations.NullMarked;
