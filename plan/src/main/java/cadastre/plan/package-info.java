/// What would make the actual state as desired: changes, objections, and a hash that names them.
///
/// A plan is data. It can be stored, shown, approved tomorrow and refused if stale; nothing in it can run. The policy
/// settles
/// first what is wanted (what must stay is added to the desired zone), so that the difference has no exceptions.
///
/// Nothing here reads a clock, a file or the network: the same arguments always give the same plan.
@NullMarked
package cadastre.plan;

import org.jspecify.annotations.NullMarked;
