/// The desk: what people ask for in a workspace, by whichever door, and what the program does for them meanwhile.
///
/// An [Office] holds what all workspaces share: the database, the vault, the way to the providers. A [Desk] is one
/// workspace as one [Person] may use it: each method asks whether that person has the [cadastre.people.Right] to it.
/// Integrations are added and their credentials changed ([Admission]), looked at ([Sync]), and zones changed
/// ([Proposal], [Review], [Execution]): read, plan, show, and only after a word apply, read back and keep the way back.
@NullMarked
package cadastre.desk;

import org.jspecify.annotations.NullMarked;
