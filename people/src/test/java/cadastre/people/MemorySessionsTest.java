package cadastre.people;

class MemorySessionsTest implements SessionsContract {
    private final Sessions sessions = new MemorySessions();

    @Override
    public Sessions sessions() {
        return sessions;
    }

    @Override
    public AccountId account() {
        return AccountId.fresh(Examples.CHANCE);
    }
}
