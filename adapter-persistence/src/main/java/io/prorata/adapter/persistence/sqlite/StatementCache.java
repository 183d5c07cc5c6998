package io.prorata.adapter.persistence.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.tools.jdbc.DefaultConnection;
import org.jooq.tools.jdbc.DefaultPreparedStatement;

/**
 * A connection that keeps the statements it has prepared, the ones used last (decision 0082): SQLite plans anew by itself when a table has
 * changed. Used by one thread at a time, as SQLite's connections are.
 */
final class StatementCache extends DefaultConnection {

    /** More than all that a view, a list and a write ask; a filter of a list has many forms. */
    private static final int MOST = 64;

    /** Those that nobody is using, the one used last at the end. */
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

    StatementCache(Connection connection) {
        super(connection);
    }

    /** Takes it out while it is used: whoever prepares the same meanwhile gets another. */
    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        return new PooledStatement(sql, kept == null ? super.prepareStatement(sql) : kept);
    }

    private void giveBack(String sql, PreparedStatement statement) throws SQLException {
        statement.clearParameters();
        PreparedStatement another = idle.put(sql, statement);
        if (another != null) {
            another.close();
        }
        if (idle.size() > MOST) {
            Iterator<PreparedStatement> oldestFirst = idle.values().iterator();
            PreparedStatement oldest = oldestFirst.next();
            oldestFirst.remove();
            oldest.close();
        }
    }

    @Override
    public void close() throws SQLException {
        // The driver closes the statements of a connection with it.
        idle.clear();
        super.close();
    }

    /** A statement that is given back where others are closed. */
    private final class PooledStatement extends DefaultPreparedStatement {

        private final String sql;
        private boolean returned;

        PooledStatement(String sql, PreparedStatement statement) {
            super(statement, StatementCache.this, null);
            this.sql = sql;
        }

        @Override
        public void close() throws SQLException {
            if (!returned) {
                returned = true;
                giveBack(sql, getDelegatePreparedStatement());
            }
        }

        @Override
        public boolean isClosed() {
            return returned;
        }
    }
}
