package cadastre.people;

class MemoryPeopleTest implements AccountsContract {
    private final MemoryPeople people = new MemoryPeople();

    @Override
    public Accounts accounts() {
        return people;
    }

    @Override
    public Workspaces workspaces() {
        return people;
    }

    @Override
    public void another(Workspace workspace, Membership owner) {
        people.add(workspace, owner);
    }
}
