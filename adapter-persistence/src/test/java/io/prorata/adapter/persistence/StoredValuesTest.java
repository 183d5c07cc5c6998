package io.prorata.adapter.persistence;

import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.row;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.application.port.Books;
import io.prorata.application.port.RawRecords;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every column that holds one of a few values, and everything that reads it: what is not known is never taken for something else. */
class StoredValuesTest {

    private static final Pattern ONE_OF = Pattern.compile("(?m)^ *(\\w+) +(?:TEXT|INTEGER)[^,\\n]*CHECK \\(\\1 IN \\(");

    private final TemporaryBooks books = new TemporaryBooks();
    private final Map<String, List<Runnable>> readers = new HashMap<>();
    private HouseholdId household;

    @BeforeEach
    void fill() {
        household = found(books.work());
        write(
                books.work(),
                household,
                new Change.TransactionRecorded(MARCH),
                all -> all.ledger()
                        .add(
                                household,
                                OptionalLong.empty(),
                                List.of(row(1, MARCH, -1, ExpenseType.VARIABLE, "Market"))));
        execute(
                "INSERT INTO token (household_id, token_id, name, scope, hash, at) VALUES (1, 1, 'x', 'READ', 'x',"
                        + " '2024-01-01T00:00:00Z')",
                "INSERT INTO config (household_id, config_id, from_month, key_mode) VALUES (1, 1, '2024-03', 'EQUAL')",
                "INSERT INTO config_member (household_id, config_id, position, member_key, gross_minor, net_minor)"
                        + " SELECT 1, 1, position, member_key, 100, 100 FROM member WHERE position = (SELECT min(position)"
                        + " FROM member)",
                "INSERT INTO fixed_expense VALUES (1, 1, 'Rent', 'Home', 'Home', 1, NULL)",
                "INSERT INTO fixed_expense_terms VALUES (1, 1, '2024-03', 100, 'MONTHLY', 'EQUAL', NULL, NULL)",
                "INSERT INTO provision (household_id, provision_id, name, position, opening_minor, revision) VALUES"
                        + " (1, 1, 'P', 1, 0, 1)",
                "INSERT INTO provision_terms (household_id, provision_id, from_month, base, amount_minor, split_mode,"
                        + " stops, accrues) VALUES (1, 1, '2024-03', 'FIXED', 100, 'EQUAL', 1, 1)",
                "INSERT INTO account (household_id, account_id, name, names, kind, common, revision)"
                        + " VALUES (1, 1, 'A', 'A', 'CURRENT', 1, 1)",
                "INSERT INTO account_owner (household_id, account_id, from_month, owner) VALUES (1, 1, '2024-03',"
                        + " 'pot')",
                "INSERT INTO pot_terms (household_id, from_month, has_pot) VALUES (1, '2024-03', 1)",
                "INSERT INTO name_change (household_id, revision, position, thing, thing_key) VALUES (1, 2, 0, 'BILL',"
                        + " '1')",
                "INSERT INTO replaced_transaction SELECT household_id, 2, transaction_id, 'REMOVED', month, date, label,"
                        + " searchable, amount_minor, classification_id, category_key, account, bank_id, tags, note,"
                        + " provision_id, typed_by, excluded, bank_date, fingerprint, import_id, chosen, bank_category,"
                        + " revision, NULL FROM"
                        + " bank_transaction",
                "INSERT INTO category_rule VALUES (1, 'x', 'X', 'FIXED', NULL)",
                "INSERT INTO sorting_rule (household_id, rule_id, place, name, is_on, is_received, expense_type,"
                        + " sets_excluded, sets_common, revision) VALUES (1, 1, 1, 'R', 1, 1, 'INCOME', 1, 1, 1)");
        Runnable plans = reading(all -> all.plans().book(household));
        Runnable list = reading(all -> all.ledger()
                .list(household, TransactionFilter.ALL, TransactionOrder.LATEST_FIRST, Optional.empty(), 9, 0));
        SnapshotRequest march = SnapshotRequest.of(ViewScopes.ofLedgers(Set.of(MARCH)));
        Runnable summed = () -> books.work().snapshots().take(household, march.onlyFromRows());
        Runnable totals = () -> books.work().snapshots().take(household, march);
        Runnable tokens = reading(all -> all.tokens().find(household, 1));
        Runnable scopes = () ->
                TemporaryBooks.over(books.database()).snapshots().stampAtRevision(household, ViewScopes.ofMonth(MARCH));
        readers.put("scope.kind", List.of(scopes, inspecting(raw -> raw.scopes(household))));
        Runnable earlier = reading(all -> all.ledger().earlierRows(household, 2, 9));
        readers.put("replaced_transaction.change", List.of(earlier));
        readers.put("replaced_transaction.typed_by", List.of(earlier));
        readers.put("replaced_transaction.excluded", List.of(earlier));
        readers.put("name_change.thing", List.of(reading(all -> all.changes().names(household, 2))));
        readers.put("token.scope", List.of(tokens));
        readers.put("token.revoked", List.of(tokens, reading(all -> all.tokens().all(household))));
        readers.put("account.kind", List.of(plans));
        readers.put("account.common", List.of(plans));
        readers.put("pot_terms.has_pot", List.of(plans));
        readers.put("config.key_mode", List.of(plans));
        readers.put("fixed_expense_terms.frequency", List.of(plans));
        readers.put("fixed_expense_terms.split_mode", List.of(plans));
        readers.put("provision_terms.base", List.of(plans));
        readers.put("provision_terms.split_mode", List.of(plans));
        readers.put("provision_terms.stops", List.of(plans));
        readers.put("provision_terms.accrues", List.of(plans));
        readers.put(
                "category_rule.expense_type",
                List.of(reading(all -> all.mappings().get(household))));
        Runnable rules = reading(all -> all.rules().all(household));
        List.of("expense_type", "is_on", "is_received", "sets_common", "sets_excluded")
                .forEach(column -> readers.put("sorting_rule." + column, List.of(rules)));
        readers.put("bank_transaction.typed_by", List.of(list));
        readers.put("bank_transaction.excluded", List.of(list, inspecting(raw -> {
            raw.transactions(household, row -> {});
            return row(1, MARCH, 1, ExpenseType.FIXED, null);
        })));
        readers.put("classification.common", List.of(list, summed, totals));
        readers.put("classification.received", List.of(summed, totals));
        readers.put(
                "classification.expense_type",
                List.of(list, summed, totals, inspecting(raw -> raw.keptMonths(household))));
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void readersThrowOnWhatTheyDoNotKnow() {
        readers.values().forEach(all -> all.forEach(reader -> assertDoesNotThrow(reader::run)));
        readers.forEach((column, all) -> {
            String table = column.split("\\.", 2)[0];
            String name = column.split("\\.", 2)[1];
            List<Object> before =
                    books.rows("SELECT " + name + " FROM " + table + " LIMIT 1").getFirst();
            String unknown = before.getFirst() instanceof Number ? "7" : "'UNKNOWN'";
            execute("UPDATE " + table + " SET " + name + " = " + unknown + " WHERE " + name + " = '" + before.getFirst()
                    + "'");
            for (int i = 0; i < all.size(); i++) {
                Runnable reader = all.get(i);
                assertThrows(RuntimeException.class, reader::run, column + ", reader " + i);
            }
            execute("UPDATE " + table + " SET " + name + " = '" + before.getFirst() + "' WHERE " + name + " = "
                    + unknown);
        });
    }

    @Test
    void everyColumnOfThatKindIsAmongThem() {
        Set<String> columns = books.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").stream()
                .flatMap(table -> ONE_OF.matcher(String.valueOf(table.get(1)))
                        .results()
                        .map((MatchResult found) -> table.getFirst() + "." + found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(columns, new TreeSet<>(readers.keySet()));
    }

    private Runnable reading(Function<Books, ?> reader) {
        return () -> books.work().read(household, reader::apply);
    }

    private Runnable inspecting(Function<RawRecords, ?> reader) {
        return () -> new JooqStoreAudit(books.database()).inspect((all, raw) -> reader.apply(raw));
    }

    private void execute(String... statements) {
        Consumer<String> each = statement -> books.database().write(sql -> sql.execute(statement));
        each.accept("PRAGMA ignore_check_constraints=ON");
        List.of(statements).forEach(each);
    }
}
