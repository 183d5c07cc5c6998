package io.prorata.adapter.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/** Listens to what the adapter asks of SQLite, and how SQLite would find the answer. */
final class Statements {

    private Statements() {}

    /** Returns the plan of every query that {@code reading} makes of {@code books}, a step a line. */
    static List<String> plans(TemporaryBooks books, Consumer<JooqBooks> reading) {
        List<String> plans = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + books.file())) {
            DSLContext plain = DSL.using(connection, SQLDialect.SQLITE);
            DSLContext heard = DSL.using(new DefaultConfiguration()
                    .set(connection)
                    .set(SQLDialect.SQLITE)
                    .set(new Settings().withRenderSchema(false))
                    .set(new Listener(plain, plans)));
            reading.accept(new JooqBooks(heard, books.database().textIndex(), "epoch"));
            return plans;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private record Listener(DSLContext plain, List<String> plans) implements ExecuteListener {

        private static final long serialVersionUID = 1L;

        @Override
        public void executeStart(ExecuteContext context) {
            var query = context.query();
            if (query != null) {
                String sql = plain.renderInlined(query);
                plans.add(plain.fetch("EXPLAIN QUERY PLAN " + sql)
                        .map(step -> step.get("detail", String.class))
                        .toString());
            }
        }
    }
}
