package cadastre.people;

class MemoryAttemptsTest implements AttemptsContract {
    private final Attempts attempts = new MemoryAttempts();

    @Override
    public Attempts attempts() {
        return attempts;
    }
}
