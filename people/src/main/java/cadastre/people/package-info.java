/// Who may do what: accounts, workspaces and their roles, sign-in, sessions, one-time links, and what was done.
///
/// An *account* is a person; a *workspace* is what is kept apart from others; a *membership* gives an account a
/// [Role] in a workspace, and each role a set of [Right]s. Whatever belongs to a workspace is looked up with
/// the workspace, and whatever belongs to an account with the account: what is not yours and what is not there
/// are the same answer, because they are the same question.
///
/// A *ticket* is 256 random bits that let in whoever has them: a one-time link, a session, a device that signed in
/// before. Only its digest is kept.
///
/// The interfaces [Accounts], [Workspaces], [Sessions], [Links], [Attempts], [Devices] and [AuditLog] are the
/// ports by which this is stored. Their contracts are in the tests of this module, to be passed by whoever
/// implements them. They keep instants to the millisecond; a store that cannot be reached throws unchecked.
///
/// ```java
/// Founding founding = new Founding(accounts, links, passwords, chance);
/// founding.link(now).ifPresent(ticket -> print("http://localhost:8080/first?ticket=" + ticket.text()));
/// // ... and from the form behind it:
/// switch (founding.found(ticket, "Example Ltd", "owner@example.com", password, now)) {
///     case Founding.Founded(Account owner, Workspace workspace) -> welcome(owner, workspace);
///     case Founding.LinkRefused refused -> show(refused.message());
///     case Founding.NameRefused(String message) -> show(message);
///     case Founding.PasswordRefused(PasswordObjection objection) -> show(objection.message());
/// }
/// ```
///
/// Time and chance are arguments.
@NullMarked
package cadastre.people;

import org.jspecify.annotations.NullMarked;
