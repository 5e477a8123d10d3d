package cadastre.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cadastre.dns.Name;
import cadastre.dns.Zone;
import cadastre.provider.ListedRegistration;
import cadastre.provider.Milestone;
import cadastre.provider.ServedBy;
import cadastre.register.Holding;
import cadastre.register.HoldingFilter;
import cadastre.register.HoldingFilter.Condition;
import cadastre.register.Inventory;
import cadastre.register.Inventory.Order;
import cadastre.register.PassState;
import cadastre.register.Scope;
import cadastre.register.Slice;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class SqlInventoryTest {
    @TempDir
    private Path folder;

    private Opened opened;
    private Inventory inventory;

    @BeforeEach
    void open() {
        opened = new Opened(folder);
        inventory = opened.compartment.inventory();
    }

    @AfterEach
    void close() {
        opened.close();
    }

    private static ListedRegistration listed(
            String name, ServedBy servedBy, boolean autoRenew, List<String> status, List<String> tags, int days) {
        return new ListedRegistration(
                Name.of(name),
                servedBy,
                List.of(),
                autoRenew,
                status,
                tags,
                Map.of(Milestone.ENDS, Opened.START.plus(Duration.ofDays(days))),
                "ada",
                name.startsWith("n") ? "northquay" : "brightwater",
                "Ada Example");
    }

    private void fill() {
        opened.list(
                listed("a.example", ServedBy.LIVEDNS, true, List.of("clientTransferProhibited"), List.of("shop"), 10),
                listed("bücher.example", ServedBy.LIVEDNS, false, List.of(), List.of("shop", "old"), 20),
                listed("custom.example", ServedBy.CUSTOM, true, List.of("clientHold"), List.of(), 400),
                listed("north.example", ServedBy.LIVEDNS, false, List.of(), List.of(), 50));
    }

    private List<String> names(Condition... conditions) {
        HoldingFilter filter = HoldingFilter.ALL;
        for (Condition one : conditions) {
            filter = filter.and(one);
        }
        List<String> names = inventory.holdings(filter, Order.NAME, Optional.empty(), 100).items().stream()
                .map(one -> one.name().unicode())
                .toList();
        assertThat(inventory.count(filter)).isEqualTo(names.size());
        return names;
    }

    @Test
    void everyConditionFindsWhatItSays() {
        fill();

        assertThat(names()).hasSize(4);
        assertThat(names(new Condition.Named("BÜCHER"))).containsExactly("bücher.example");
        assertThat(names(new Condition.Named("xn--b"))).containsExactly("bücher.example");
        assertThat(names(new Condition.Named("%"))).isEmpty();
        assertThat(names(new Condition.AutoRenewed(false))).containsExactly("north.example", "bücher.example");
        assertThat(names(new Condition.Served(ServedBy.CUSTOM))).containsExactly("custom.example");
        assertThat(names(new Condition.Locked("clientHold"))).containsExactly("custom.example");
        assertThat(names(new Condition.Tagged("shop"))).containsExactly("a.example", "bücher.example");
        assertThat(names(new Condition.HeldBy("northquay"))).containsExactly("north.example");
        assertThat(names(new Condition.EndsBefore(Opened.START.plus(Duration.ofDays(21)))))
                .containsExactly("a.example", "bücher.example");
        assertThat(names(new Condition.SeenThrough(Opened.INTEGRATION))).hasSize(4);
        assertThat(names(new Condition.Unread())).isEmpty();
        assertThat(names(new Condition.Tagged("shop"), new Condition.AutoRenewed(false)))
                .containsExactly("bücher.example");
    }

    @Test
    void aTagThatIsTakenAwayFindsNothing() {
        fill();
        opened.list(listed("a.example", ServedBy.LIVEDNS, true, List.of(), List.of(), 10));

        assertThat(names(new Condition.Tagged("shop"))).containsExactly("bücher.example");
        assertThat(names(new Condition.Locked("clientTransferProhibited"))).isEmpty();
    }

    @Test
    void facetsCountWhatTheFiltersFind() {
        fill();
        Holding.Id id = inventory.holdings(Name.of("a.example")).getFirst().id();
        Name apex = Name.of("a.example");
        inventory.observe(id, Opened.reading(Zone.empty(apex)), Opened.START, Opened.START);
        Zone zone = Zone.of(apex, List.of(Opened.a("www", apex, 1)));
        inventory.observe(id, Opened.reading(zone), Opened.START.plusSeconds(1), Opened.START.plusSeconds(1));

        assertThat(inventory.facets(Opened.START.plus(Duration.ofDays(60)), Opened.START))
                .isEqualTo(new Inventory.Facets(4, 3, 2, 1, 1, 0));
        assertThat(names(new Condition.DriftedSince(Opened.START))).containsExactly("a.example");
    }

    @Test
    void pagesMakeOneListInEveryOrder() {
        List<ListedRegistration> many = new ArrayList<>();
        for (int i = 0; i < 57; i++) {
            many.add(listed("d" + i + ".example", ServedBy.CUSTOM, true, List.of(), List.of(), i / 5));
        }
        many.add(Opened.listed("endless.example", ServedBy.CUSTOM, Optional.empty()));
        opened.list(many.toArray(ListedRegistration[]::new));
        for (Order order : Order.values()) {
            List<Holding> all = new ArrayList<>();
            Optional<String> cursor = Optional.empty();
            do {
                Slice<Holding> slice = inventory.holdings(HoldingFilter.ALL, order, cursor, 10);
                all.addAll(slice.items());
                cursor = slice.next();
            } while (cursor.isPresent());

            assertThat(all).as("%s", order).hasSize(58).doesNotHaveDuplicates();
            assertThat(all)
                    .as("%s", order)
                    .isEqualTo(inventory
                            .holdings(HoldingFilter.ALL, order, Optional.empty(), 100)
                            .items());
            if (order == Order.EXPIRY) {
                assertThat(all.getLast().name()).isEqualTo(Name.of("endless.example"));
            }
        }
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        fill();
        String cursor = inventory
                .holdings(HoldingFilter.ALL, Order.NAME, Optional.empty(), 1)
                .next()
                .orElseThrow();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> inventory.holdings(HoldingFilter.ALL, Order.EXPIRY, Optional.of(cursor), 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inventory.holdings(HoldingFilter.ALL, Order.NAME, Optional.of("!"), 1));
    }

    @Test
    void listsAreReadFromAnIndexInOneStatement() throws SQLException {
        fill();
        List<String> statements = new ArrayList<>();
        opened.store.jdbi().setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                statements.add(context.getParsedSql().getSql());
            }
        });
        List<String> indexes = new ArrayList<>();
        for (Order order : Order.values()) {
            statements.clear();
            inventory.holdings(HoldingFilter.ALL, order, Optional.empty(), 2);
            assertThat(statements).hasSize(1);
            indexes.add(plan(statements.getFirst()));
        }
        assertThat(indexes.get(0)).contains("USING INDEX domains_by_name").doesNotContain("TEMP B-TREE");
        assertThat(indexes.get(1)).contains("USING INDEX domains_by_expiry").doesNotContain("TEMP B-TREE");
        assertThat(indexes.get(2)).contains("USING INDEX domains_by_change").doesNotContain("TEMP B-TREE");
        statements.clear();
        inventory.facets(Opened.START, Opened.START);
        assertThat(plan(statements.getFirst())).contains("USING COVERING INDEX domains_facets");
        statements.clear();
        PassState pass = opened.compartment.passes().begin(Opened.INTEGRATION, new Scope.Everything(), Opened.START);
        statements.clear();
        opened.compartment.passes().left(pass);
        assertThat(plan(statements.getFirst())).contains("USING COVERING INDEX domains_due");
        statements.clear();
        opened.compartment.history().all(false, Optional.empty(), 2);
        assertThat(plan(statements.getFirst())).contains("history_by_workspace").doesNotContain("TEMP B-TREE");
    }

    private String plan(String sql) throws SQLException {
        return opened.store.jdbi().withHandle(handle -> {
            StringBuilder plan = new StringBuilder();
            try (var statement = handle.getConnection().prepareStatement("explain query plan " + sql)) {
                for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                    statement.setObject(i, 1);
                }
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        plan.append(rows.getString("detail")).append('\n');
                    }
                }
            }
            return plan.toString();
        });
    }
}
