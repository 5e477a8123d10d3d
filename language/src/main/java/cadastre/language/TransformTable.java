package cadastre.language;

import cadastre.dns.A;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which IPv4 addresses become which others: rows of a range and what its addresses become.
///
/// @param rows in order; the first whose range holds an address counts
record TransformTable(List<Row> rows) {
    TransformTable {
        rows = List.copyOf(rows);
    }

    /// @param low the first address of the range, as a number of 32 bits
    /// @param high the last
    /// @param bases addresses to which the distance from `low` is added
    /// @param addresses what every address of the range becomes, whatever it is
    record Row(long low, long high, List<Long> bases, List<Long> addresses) {
        Row {
            bases = List.copyOf(bases);
            addresses = List.copyOf(addresses);
        }
    }

    /// Text that is no table.
    static final class Undecodable extends Exception {
        private static final long serialVersionUID = 1L;

        Undecodable(String message) {
            super(message);
        }
    }

    /// {@return the table of `text`: rows separated by `;`, each of four elements separated by `~`}
    static TransformTable decode(String text) throws Undecodable {
        List<Row> rows = new ArrayList<>();
        String[] lines = text.split(";", -1);
        for (int i = 0; i < lines.length; i++) {
            String[] elements = lines[i].split("~", -1);
            if (elements.length != 4) {
                throw new Undecodable("transform_table rows should have 4 elements. (" + elements.length
                        + ") found in row (" + i + ") of " + GoText.quote(text));
            }
            Row row = new Row(
                    address(elements[0].strip()),
                    address(elements[1].strip()),
                    addresses(elements[2]),
                    addresses(elements[3]));
            if (row.low() > row.high()) {
                throw new Undecodable("transform_table Low should be less than High. row (" + i + ") " + text(row.low())
                        + ">" + text(row.high()) + " (" + text + ")");
            }
            if (!row.bases().isEmpty() && !row.addresses().isEmpty()) {
                throw new Undecodable("transform_table_rows should only specify one of NewBases or NewIPs, Not both");
            }
            rows.add(row);
        }
        return new TransformTable(rows);
    }

    private static List<Long> addresses(String list) throws Undecodable {
        List<Long> addresses = new ArrayList<>();
        for (String item : list.split(",", -1)) {
            if (!item.isBlank()) {
                addresses.add(address(item.strip()));
            }
        }
        return addresses;
    }

    private static long address(String text) throws Undecodable {
        Optional<A> address = Addresses.ipv4(text);
        if (address.isEmpty()) {
            throw new Undecodable(Addresses.whyNot(text));
        }
        return Integer.toUnsignedLong(address.get().address());
    }

    private static String text(long address) {
        return new A((int) address).presentation();
    }

    /// {@return what `address` becomes, at least one}
    List<String> transformed(A address) {
        long number = Integer.toUnsignedLong(address.address());
        for (Row row : rows) {
            if (number >= row.low() && number <= row.high()) {
                List<Long> results = row.addresses().isEmpty()
                        ? row.bases().stream()
                                .map(base -> base + number - row.low())
                                .toList()
                        : row.addresses();
                return results.isEmpty()
                        ? List.of(address.presentation())
                        : results.stream().map(TransformTable::text).toList();
            }
        }
        return List.of(address.presentation());
    }
}
