/// A name held at a registrar, and what the registrar passes on to the registry: for now its delegation.
@NullMarked
package cadastre.registration;

import org.jspecify.annotations.NullMarked;
