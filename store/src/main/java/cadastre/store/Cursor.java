package cadastre.store;

import cadastre.provider.Milestone;
import cadastre.register.Holding;
import cadastre.register.Inventory.Order;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// Where a list of holdings goes on: after the one with that key and id.
///
/// @param order in which the list is
/// @param key   what it is ordered by: a name, or microseconds
/// @param id    of the holding
record Cursor(Order order, String key, long id) {
    static Cursor of(Order order, Holding last) {
        String key = switch (order) {
            case NAME -> DomainRows.key(last.name());
            case EXPIRY ->
                Long.toString(Optional.ofNullable(last.facts().dates().get(Milestone.ENDS))
                        .map(Columns::micros)
                        .orElse(Long.MAX_VALUE));
            case CHANGE ->
                Long.toString(last.lastChange()
                        .map(Holding.LastChange::at)
                        .map((Instant at) -> Columns.micros(at))
                        .orElse(0L));
        };
        return new Cursor(order, key, last.id().number());
    }

    String text() {
        String plain = order.name() + " " + id + " " + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws IllegalArgumentException if it is no cursor of that order
    static Cursor parse(Order order, String text) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 3);
        if (parts.length != 3 || !parts[0].equals(order.name())) {
            throw new IllegalArgumentException("no cursor of the order " + order);
        }
        if (order != Order.NAME) {
            Long.parseLong(parts[2]);
        }
        return new Cursor(order, parts[2], Long.parseLong(parts[1]));
    }
}
