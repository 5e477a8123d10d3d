package cadastre.people;

class MemoryDevicesTest implements DevicesContract {
    private final Devices devices = new MemoryDevices();

    @Override
    public Devices devices() {
        return devices;
    }
}
