/// What tests of several modules share: zones made by chance with a seed, the contract every provider passes, name
/// servers to start.
///
/// Nothing of this is in the product.
@NullMarked
package cadastre.testkit;

import org.jspecify.annotations.NullMarked;
