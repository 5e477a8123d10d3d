/// The only SQL: what [cadastre.register], [cadastre.rollout] and [cadastre.people] want kept, in a database.
///
/// A [Store] is one database, a [Compartment] the part of it that belongs to one group of people. Every
/// statement names the workspace, so that "not yours" and "not there" are the same statement with the same
/// answer.
///
/// The embedded database is SQLite in one file. The text of every statement is meant for PostgreSQL as well;
/// what differs stands in [Dialect].
@NullMarked
package cadastre.store;

import org.jspecify.annotations.NullMarked;
