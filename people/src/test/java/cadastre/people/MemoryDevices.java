package cadastre.people;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Devices that are forgotten when the program ends.
public final class MemoryDevices implements Devices {
    private final Map<Source.Device, Instant> devices = new HashMap<>();

    /// None.
    public MemoryDevices() {}

    @Override
    public synchronized void remember(SignInName name, Digest device, Instant until) {
        devices.merge(new Source.Device(name, device), until, (a, b) -> a.isAfter(b) ? a : b);
    }

    @Override
    public synchronized boolean knows(SignInName name, Digest device, Instant now) {
        return now.isBefore(devices.getOrDefault(new Source.Device(name, device), Instant.MIN));
    }

    @Override
    public synchronized void forgetAll(SignInName name) {
        devices.keySet().removeIf(device -> device.name().equals(name));
    }

    @Override
    public synchronized void forget(Instant now) {
        devices.values().removeIf(until -> !now.isBefore(until));
    }
}
