package cadastre.register;

class PassTest implements PassContract {
    private final MovedClock clock = new MovedClock();
    private final MemoryRegister register = new MemoryRegister();

    @Override
    public Ports ports() {
        return new Ports(register, register, register, register);
    }

    @Override
    public MovedClock clock() {
        return clock;
    }
}
