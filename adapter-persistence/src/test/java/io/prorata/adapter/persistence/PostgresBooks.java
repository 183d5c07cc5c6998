package io.prorata.adapter.persistence;

import static io.prorata.application.Examples.NOON;

import io.prorata.adapter.persistence.postgresql.PostgresDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Books in a PostgreSQL database of their own. */
final class PostgresBooks implements AutoCloseable {

    /** Emptied and used again: to make a database takes longer than most tests. */
    private static final Queue<Made> FREE = new ConcurrentLinkedQueue<>();

    /** All that belong to households, in an order in which they can be emptied. */
    private static final List<String> TABLES = List.of(
            "monthly_dashboard_cache",
            "month_total",
            "month_check",
            "staged_transaction",
            "removed_line",
            "transaction_text",
            "transaction_tag",
            "text_index",
            "replaced_transaction",
            "name_change",
            "category_alias",
            "rejected_match",
            "bank_balance",
            "settlement_row",
            "settlement",
            "account_owner",
            "account",
            "pot_terms",
            "budget_terms",
            "budget",
            "bank_transaction",
            "classification",
            "bank_import",
            "sorting_rule",
            "import_profile_option",
            "import_profile",
            "category_rule",
            "provision_movement",
            "provision_weight",
            "provision_terms",
            "provision",
            "fixed_expense_weight",
            "fixed_expense_terms",
            "fixed_expense",
            "config_member",
            "config",
            "member",
            "carried_request",
            "token",
            "audit",
            "scope",
            "counter",
            "household");

    private final Made made;
    private final JooqUnitOfWork work;

    private record Made(String name, PostgresDatabase database) {

        static Made make() {
            String name = PostgresServer.create();
            return new Made(name, PostgresDatabase.open(PostgresServer.address(name)));
        }
    }

    PostgresBooks() {
        made = Objects.requireNonNullElseGet(FREE.poll(), Made::make);
        database().write(sql -> {
            // Quicker than TRUNCATE, which makes new files for tables and indexes.
            sql.execute("ALTER TABLE audit DISABLE TRIGGER USER");
            TABLES.forEach(table -> sql.execute("DELETE FROM " + table));
            sql.execute("ALTER TABLE audit ENABLE TRIGGER USER");
            // Other books have another epoch.
            return sql.execute("UPDATE book SET epoch = substr(gen_random_uuid()::text, 1, 8), last_household = 0");
        });
        work = new JooqUnitOfWork(database(), Clock.fixed(NOON, ZoneOffset.UTC), new SecureRandom(), 1);
    }

    String name() {
        return made.name();
    }

    PostgresDatabase database() {
        return made.database();
    }

    JooqUnitOfWork work() {
        return work;
    }

    @Override
    public void close() {
        FREE.add(made);
    }
}
