/// What tests of several modules share: zones made by chance with a seed, and the contract every provider passes.
///
/// Nothing of this is in the product.
@NullMarked
package cadastre.testkit;

import org.jspecify.annotations.NullMarked;
