package cadastre.people;

import static cadastre.people.Examples.account;
import static cadastre.people.Examples.membership;
import static cadastre.people.Examples.name;
import static cadastre.people.Examples.workspace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/// What accounts and workspaces do wherever they are kept. Each test begins with nobody in them.
public interface AccountsContract {
    /// {@return the accounts to test; the same throughout a test}
    Accounts accounts();

    /// {@return the workspaces of the same}
    Workspaces workspaces();

    /// Keeps a second workspace, of which an account that is kept already is the owner.
    void another(Workspace workspace, Membership owner);

    /// The first account is the owner of the first workspace.
    @Test
    default void theFirstAccountOwnsTheFirstWorkspace() {
        Workspace workspace = workspace();
        Account owner = account();
        assertThat(accounts().isEmpty()).isTrue();

        assertThat(accounts().found(workspace, owner)).isTrue();

        assertThat(accounts().isEmpty()).isFalse();
        assertThat(accounts().find(owner.id())).contains(owner);
        assertThat(accounts().forSignIn(owner.name())).contains(owner);
        assertThat(workspaces().of(owner.id())).containsExactly(workspace);
        assertThat(workspaces().find(workspace.id(), owner.id())).contains(workspace);
        assertThat(workspaces().membership(workspace.id(), owner.id()))
                .contains(membership(workspace, owner, Role.OWNER));
    }

    /// A second founding changes nothing.
    @Test
    default void thereIsOneFirstAccount() {
        accounts().found(workspace(), account());
        Workspace workspace = workspace();
        Account late = account();

        assertThat(accounts().found(workspace, late)).isFalse();

        assertThat(accounts().find(late.id())).isEmpty();
        assertThat(accounts().forSignIn(late.name())).isEmpty();
        assertThat(workspaces().find(workspace.id(), late.id())).isEmpty();
        assertThat(workspaces().members(workspace.id())).isEmpty();
    }

    /// Nor does one at the same time.
    @Test
    default void ofManyFoundingsAtOnceOneSucceeds() throws InterruptedException, ExecutionException {
        List<Boolean> founded = Examples.atOnce(8, () -> accounts().found(workspace(), account()));

        assertThat(founded).containsOnlyOnce(true);
    }

    /// An account is added with its membership, or not at all.
    @Test
    default void aNameIsTakenOnce() {
        Workspace workspace = workspace();
        Account owner = account();
        accounts().found(workspace, owner);
        Account editor = account();
        Account same = new Account(AccountId.fresh(Examples.CHANCE), editor.name(), editor.password(), Examples.NOW);

        assertThat(accounts().add(editor, membership(workspace, editor, Role.EDITOR)))
                .isTrue();
        assertThat(accounts().add(same, membership(workspace, same, Role.OWNER)))
                .isFalse();

        assertThat(accounts().find(editor.id())).contains(editor);
        assertThat(accounts().forSignIn(editor.name())).contains(editor);
        assertThat(accounts().find(same.id())).isEmpty();
        assertThat(workspaces().membership(workspace.id(), same.id())).isEmpty();
        assertThat(workspaces().membership(workspace.id(), editor.id()))
                .contains(membership(workspace, editor, Role.EDITOR));
    }

    /// A membership of somebody else is a mistake.
    @Test
    default void anAccountIsNotAddedWithTheMembershipOfAnother() {
        Workspace workspace = workspace();
        Account owner = account();
        accounts().found(workspace, owner);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> accounts().add(account(), membership(workspace, owner, Role.EDITOR)));
    }

    /// A password is replaced by whoever knows which one is there.
    @Test
    default void aPasswordIsReplacedIfItIsStillTheOneThatWasSeen() {
        Account owner = account();
        accounts().found(workspace(), owner);
        PasswordHash first = Examples.PASSWORDS.hash(cadastre.vault.Secret.of("first"), Examples.CHANCE);
        PasswordHash second = Examples.PASSWORDS.hash(cadastre.vault.Secret.of("second"), Examples.CHANCE);

        assertThat(accounts().replacePassword(owner.id(), owner.password(), first))
                .isTrue();
        assertThat(accounts().replacePassword(owner.id(), owner.password(), second))
                .isFalse();
        assertThat(accounts().replacePassword(account().id(), owner.password(), second))
                .isFalse();

        assertThat(accounts().find(owner.id())).contains(owner.withPassword(first));
        assertThat(accounts().forSignIn(owner.name())).contains(owner.withPassword(first));
    }

    /// Who is not there is not found.
    @Test
    default void nobodyIsFoundByChance() {
        accounts().found(workspace(), account());

        assertThat(accounts().forSignIn(name())).isEmpty();
        assertThat(accounts().find(account().id())).isEmpty();
    }

    /// A workspace of others answers as one that is not there.
    @Test
    default void aWorkspaceOfOthersIsAsOneThatIsNotThere() {
        Workspace ours = workspace();
        Account owner = account();
        accounts().found(ours, owner);
        Account stranger = account();
        Workspace theirs = workspace();
        accounts().add(stranger, membership(ours, stranger, Role.VIEWER));
        another(theirs, membership(theirs, stranger, Role.OWNER));
        WorkspaceId nowhere = workspace().id();

        for (WorkspaceId one : List.of(theirs.id(), nowhere)) {
            assertThat(workspaces().find(one, owner.id())).isEmpty();
            assertThat(workspaces().membership(one, owner.id())).isEmpty();
            assertThat(workspaces().changeRole(one, owner.id(), Role.OWNER)).isEqualTo(Workspaces.Change.NOT_THERE);
            assertThat(workspaces().remove(one, owner.id())).isEqualTo(Workspaces.Change.NOT_THERE);
        }
        assertThat(workspaces().of(owner.id())).containsExactly(ours);
        assertThat(workspaces().of(stranger.id())).containsExactlyInAnyOrder(ours, theirs);
        assertThat(workspaces().members(theirs.id()))
                .containsExactly(new Member(stranger.name(), membership(theirs, stranger, Role.OWNER)));
    }

    /// An account is something else in each workspace.
    @Test
    default void aRoleIsThatOfOneWorkspace() {
        Workspace first = workspace();
        Account owner = account();
        accounts().found(first, owner);
        Account editor = account();
        accounts().add(editor, membership(first, editor, Role.EDITOR));
        Workspace second = workspace();
        another(second, membership(second, editor, Role.OWNER));

        assertThat(workspaces().changeRole(first.id(), editor.id(), Role.VIEWER))
                .isEqualTo(Workspaces.Change.DONE);

        assertThat(workspaces().membership(first.id(), editor.id())).contains(membership(first, editor, Role.VIEWER));
        assertThat(workspaces().membership(second.id(), editor.id())).contains(membership(second, editor, Role.OWNER));
    }

    /// Members are listed by name.
    @Test
    default void membersAreListedByName() {
        Workspace workspace = workspace();
        Account owner = account();
        accounts().found(workspace, owner);
        for (int i = 0; i < 5; i++) {
            Account editor = account();
            accounts().add(editor, membership(workspace, editor, Role.EDITOR));
        }

        assertThat(workspaces().members(workspace.id()))
                .hasSize(6)
                .contains(new Member(owner.name(), membership(workspace, owner, Role.OWNER)))
                .isSortedAccordingTo(
                        (a, b) -> a.name().text().compareTo(b.name().text()));
    }

    /// Joining twice is as joining once.
    @Test
    default void whoIsAMemberStaysWhatItIs() {
        Workspace first = workspace();
        Account owner = account();
        accounts().found(first, owner);
        Account editor = account();
        accounts().add(editor, membership(first, editor, Role.EDITOR));
        Workspace second = workspace();
        another(second, membership(second, owner, Role.OWNER));

        assertThat(workspaces().join(membership(second, editor, Role.APPROVER))).isTrue();
        assertThat(workspaces().join(membership(second, editor, Role.OWNER))).isFalse();

        assertThat(workspaces().membership(second.id(), editor.id()))
                .contains(membership(second, editor, Role.APPROVER));
    }

    /// The last owner stays the owner.
    @Test
    default void aWorkspaceKeepsItsLastOwner() {
        Workspace workspace = workspace();
        Account owner = account();
        accounts().found(workspace, owner);
        Account editor = account();
        accounts().add(editor, membership(workspace, editor, Role.EDITOR));

        assertThat(workspaces().changeRole(workspace.id(), owner.id(), Role.EDITOR))
                .isEqualTo(Workspaces.Change.LAST_OWNER);
        assertThat(workspaces().remove(workspace.id(), owner.id())).isEqualTo(Workspaces.Change.LAST_OWNER);
        assertThat(workspaces().changeRole(workspace.id(), owner.id(), Role.OWNER))
                .isEqualTo(Workspaces.Change.DONE);
        assertThat(workspaces().membership(workspace.id(), owner.id()))
                .contains(membership(workspace, owner, Role.OWNER));

        assertThat(workspaces().changeRole(workspace.id(), editor.id(), Role.OWNER))
                .isEqualTo(Workspaces.Change.DONE);
        assertThat(workspaces().remove(workspace.id(), owner.id())).isEqualTo(Workspaces.Change.DONE);
        assertThat(workspaces().membership(workspace.id(), owner.id())).isEmpty();
        assertThat(workspaces().of(owner.id())).isEmpty();
        assertThat(workspaces().remove(workspace.id(), editor.id())).isEqualTo(Workspaces.Change.LAST_OWNER);
    }

    /// Two owners who leave at the same time do not both leave.
    @Test
    default void twoOwnersWhoLeaveAtOnceDoNotBothLeave() throws InterruptedException, ExecutionException {
        Workspace workspace = workspace();
        Account owner = account();
        accounts().found(workspace, owner);
        Account second = account();
        accounts().add(second, membership(workspace, second, Role.OWNER));
        List<AccountId> both = List.of(owner.id(), second.id());
        var turn = new java.util.concurrent.atomic.AtomicInteger();

        List<Workspaces.Change> changes =
                Examples.atOnce(2, () -> workspaces().remove(workspace.id(), both.get(turn.getAndIncrement())));

        assertThat(changes).containsExactlyInAnyOrder(Workspaces.Change.DONE, Workspaces.Change.LAST_OWNER);
        assertThat(workspaces().members(workspace.id())).hasSize(1);
    }

    /// A workspace has the name it was given last.
    @Test
    default void aWorkspaceIsRenamed() {
        Workspace workspace = workspace();
        Account owner = account();
        accounts().found(workspace, owner);

        assertThat(workspaces().rename(workspace.id(), "Others Ltd")).isTrue();
        assertThat(workspaces().rename(workspace().id(), "Others Ltd")).isFalse();

        assertThat(workspaces().find(workspace.id(), owner.id()))
                .contains(new Workspace(workspace.id(), "Others Ltd", workspace.created()));
    }
}
