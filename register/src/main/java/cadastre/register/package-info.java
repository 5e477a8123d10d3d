/// What is (the inventory), what was (the history), what moved (drift), and the passes that look.
///
/// An [Integration] is one account at a provider. A [Pass] over it lists its registrations and reads their
/// zones; what it sees becomes [Holding]s, and what differs from what was known becomes history, each [Event]
/// with a before, an after and an [Origin]. A failed look never empties anything, and nothing is deleted: what
/// vanishes is archived.
///
/// Where all of it is kept is behind the ports [Integrations], [Passes], [Inventory], [History], [Drafts] and
/// [RequestLog]. An implementation of them is of one workspace: there is no way to ask for what is another's.
@NullMarked
package cadastre.register;

import org.jspecify.annotations.NullMarked;
