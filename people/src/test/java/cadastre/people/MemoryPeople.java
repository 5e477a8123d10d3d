package cadastre.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Accounts, workspaces and memberships that are gone when the program ends.
public final class MemoryPeople implements Accounts, Workspaces {
    private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
    private final Map<WorkspaceId, Workspace> workspaces = new LinkedHashMap<>();
    private final List<Membership> memberships = new ArrayList<>();

    /// Nobody.
    public MemoryPeople() {}

    @Override
    public synchronized boolean isEmpty() {
        return accounts.isEmpty();
    }

    @Override
    public synchronized boolean found(Workspace workspace, Account owner) {
        if (!accounts.isEmpty()) {
            return false;
        }
        accounts.put(owner.id(), owner);
        workspaces.put(workspace.id(), workspace);
        memberships.add(new Membership(workspace.id(), owner.id(), Role.OWNER, owner.created()));
        return true;
    }

    /// Keeps a workspace that somebody is a member of already elsewhere.
    public synchronized void add(Workspace workspace, Membership owner) {
        workspaces.put(workspace.id(), workspace);
        memberships.add(owner);
    }

    @Override
    public synchronized boolean add(Account account, Membership membership) {
        if (!membership.account().equals(account.id())) {
            throw new IllegalArgumentException("the membership is of another account");
        }
        if (forSignIn(account.name()).isPresent()) {
            return false;
        }
        accounts.put(account.id(), account);
        memberships.add(membership);
        return true;
    }

    @Override
    public synchronized Optional<Account> forSignIn(SignInName name) {
        return accounts.values().stream()
                .filter(account -> account.name().equals(name))
                .findFirst();
    }

    @Override
    public synchronized Optional<Account> find(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public synchronized boolean replacePassword(AccountId id, PasswordHash before, PasswordHash after) {
        Optional<Account> account = find(id).filter(one -> one.password().equals(before));
        account.ifPresent(one -> accounts.put(id, one.withPassword(after)));
        return account.isPresent();
    }

    @Override
    public synchronized List<Workspace> of(AccountId account) {
        return workspaces.values().stream()
                .filter(workspace -> membership(workspace.id(), account).isPresent())
                .sorted(Comparator.comparing(Workspace::created))
                .toList();
    }

    @Override
    public synchronized Optional<Workspace> find(WorkspaceId workspace, AccountId account) {
        return membership(workspace, account).map(_ -> workspaces.get(workspace));
    }

    @Override
    public synchronized Optional<Membership> membership(WorkspaceId workspace, AccountId account) {
        return memberships.stream()
                .filter(one ->
                        one.workspace().equals(workspace) && one.account().equals(account))
                .findFirst();
    }

    @Override
    public synchronized List<Member> members(WorkspaceId workspace) {
        List<Member> members = new ArrayList<>();
        for (Membership one : memberships) {
            Account account = accounts.get(one.account());
            if (one.workspace().equals(workspace) && account != null) {
                members.add(new Member(account.name(), one));
            }
        }
        members.sort(Comparator.comparing(member -> member.name().text()));
        return members;
    }

    @Override
    public synchronized boolean rename(WorkspaceId workspace, String name) {
        return workspaces.computeIfPresent(workspace, (id, old) -> new Workspace(id, name, old.created())) != null;
    }

    @Override
    public synchronized boolean join(Membership membership) {
        boolean fresh = membership(membership.workspace(), membership.account()).isEmpty();
        if (fresh) {
            memberships.add(membership);
        }
        return fresh;
    }

    @Override
    public synchronized Change changeRole(WorkspaceId workspace, AccountId member, Role role) {
        Change change = role == Role.OWNER && membership(workspace, member).isPresent()
                ? Change.DONE
                : withoutAsOwner(workspace, member);
        if (change == Change.DONE) {
            memberships.replaceAll(
                    one -> one.workspace().equals(workspace) && one.account().equals(member)
                            ? new Membership(workspace, member, role, one.since())
                            : one);
        }
        return change;
    }

    @Override
    public synchronized Change remove(WorkspaceId workspace, AccountId member) {
        Change change = withoutAsOwner(workspace, member);
        if (change == Change.DONE) {
            memberships.removeIf(
                    one -> one.workspace().equals(workspace) && one.account().equals(member));
        }
        return change;
    }

    private Change withoutAsOwner(WorkspaceId workspace, AccountId member) {
        if (membership(workspace, member).isEmpty()) {
            return Change.NOT_THERE;
        }
        boolean another = memberships.stream()
                .anyMatch(one -> one.workspace().equals(workspace)
                        && one.role() == Role.OWNER
                        && !one.account().equals(member));
        return another ? Change.DONE : Change.LAST_OWNER;
    }
}
