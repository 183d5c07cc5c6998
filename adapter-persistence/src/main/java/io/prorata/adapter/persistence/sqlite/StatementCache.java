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
 * A connection with a cache of its prepared statements (decision 0082). SQLite plans again by itself when the schema has changed. It is
 * used by one thread at a time, like all connections of SQLite.
 */
final class StatementCache extends DefaultConnection {

    /** More than a view, a list and a write need; a filter of a list has many forms. */
    private static final int MOST = 64;

    /** The idle statements, the most recently used last. */
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

    StatementCache(Connection connection) {
        super(connection);
    }

    /** A statement in use is not in the cache: preparing the same one again creates another. */
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
        // The driver closes a connection's statements with it.
        idle.clear();
        super.close();
    }

    /** A statement whose close returns it to the cache. */
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
