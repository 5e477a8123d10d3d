/// Leave to send: how many requests a provider is asked for in any 60 seconds, as arithmetic on instants.
///
/// Nothing here waits, knows the time or is shared between threads; those who send do.
@NullMarked
package cadastre.budget;

import org.jspecify.annotations.NullMarked;
