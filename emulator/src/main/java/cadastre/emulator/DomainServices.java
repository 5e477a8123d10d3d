package cadastre.emulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// What Gandi serves for a domain beside its zone: redirections of web addresses, forwarding of mail, transfers of
/// the zone to other servers. Thread-safe.
final class DomainServices {
    private final NavigableMap<String, Redirection> redirections = new TreeMap<>();
    private final NavigableMap<String, List<String>> forwards = new TreeMap<>();
    private final NavigableSet<String> secondaries = new TreeSet<>();
    private final NavigableSet<String> transferKeys = new TreeSet<>();

    /// A web address that leads to another.
    ///
    /// @param host     a full name, in lower case
    /// @param type     `http301`, `http302` or `cloak`
    /// @param protocol `http`, `https` or `httpsonly`
    record Redirection(String host, String url, String type, String protocol, Instant createdAt, Instant updatedAt) {}

    /// All of it at one moment.
    record Held(
            List<Redirection> redirections,
            Map<String, List<String>> forwards,
            List<String> secondaries,
            List<String> transferKeys) {}

    synchronized Held held() {
        return new Held(redirections(), forwards(), secondaries(), transferKeys());
    }

    /// Adds what was kept to what was just made.
    synchronized void restore(Held held) {
        held.redirections().forEach(one -> redirections.put(one.host(), one));
        forwards.putAll(held.forwards());
        secondaries.addAll(held.secondaries());
        transferKeys.addAll(held.transferKeys());
    }

    synchronized List<Redirection> redirections() {
        return new ArrayList<>(redirections.values());
    }

    synchronized Optional<Redirection> redirection(String host) {
        return Optional.ofNullable(redirections.get(host));
    }

    /// {@return whether it is there now: not if there was one and it is not to be overridden}
    synchronized boolean redirect(Redirection redirection, boolean override) {
        if (redirections.containsKey(redirection.host()) && !override) {
            return false;
        }
        redirections.put(redirection.host(), redirection);
        return true;
    }

    /// {@return whether there was one}
    synchronized boolean removeRedirection(String host) {
        return redirections.remove(host) != null;
    }

    /// {@return to whom mail goes, by the part of its address before the `@`}
    synchronized Map<String, List<String>> forwards() {
        return new TreeMap<>(forwards);
    }

    /// @param destinations none to take it away
    synchronized void forward(String source, List<String> destinations) {
        if (destinations.isEmpty()) {
            forwards.remove(source);
        } else {
            forwards.put(source, List.copyOf(destinations));
        }
    }

    /// {@return the addresses of the servers that may have the zone}
    synchronized List<String> secondaries() {
        return List.copyOf(secondaries);
    }

    synchronized void addSecondary(String ip) {
        secondaries.add(ip);
    }

    synchronized void removeSecondary(String ip) {
        secondaries.remove(ip);
    }

    /// {@return the ids of the TSIG keys with which it may be asked for}
    synchronized List<String> transferKeys() {
        return List.copyOf(transferKeys);
    }

    synchronized void addTransferKey(String id) {
        transferKeys.add(id);
    }

    synchronized void removeTransferKey(String id) {
        transferKeys.remove(id);
    }
}
