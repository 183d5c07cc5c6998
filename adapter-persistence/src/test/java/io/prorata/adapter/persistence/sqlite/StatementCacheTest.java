package io.prorata.adapter.persistence.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jooq.tools.jdbc.DefaultPreparedStatement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A statement is planned once, and nobody notices by what it answers. */
class StatementCacheTest {

    private static final String DOUBLED = "SELECT 2 * ?";

    private final Connection connection = new StatementCache(open());

    private static Connection open() {
        try {
            return DriverManager.getConnection("jdbc:sqlite::memory:");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private static PreparedStatement planned(PreparedStatement lent) throws SQLException {
        return ((DefaultPreparedStatement) lent).getDelegate();
    }

    private static long answer(PreparedStatement statement, long value) throws SQLException {
        statement.setLong(1, value);
        try (ResultSet found = statement.executeQuery()) {
            assertTrue(found.next());
            return found.getLong(1);
        }
    }

    @Test
    void theSameTextIsPlannedOnce() throws SQLException {
        PreparedStatement first = connection.prepareStatement(DOUBLED);
        assertEquals(6, answer(first, 3));
        first.close();
        assertTrue(first.isClosed());
        try (PreparedStatement second = connection.prepareStatement(DOUBLED)) {
            assertSame(planned(first), planned(second));
            assertEquals(10, answer(second, 5));
        }
    }

    @Test
    void whoeverAsksTheSameMeanwhileGetsAnother() throws SQLException {
        try (PreparedStatement outer = connection.prepareStatement(DOUBLED)) {
            try (PreparedStatement inner = connection.prepareStatement(DOUBLED)) {
                assertNotSame(planned(outer), planned(inner));
                assertEquals(2, answer(inner, 1));
            }
            assertEquals(4, answer(outer, 2));
        }
    }

    @Test
    void valuesOfTheLastTimeAreGone() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DOUBLED)) {
            answer(statement, 7);
        }
        try (PreparedStatement again = connection.prepareStatement(DOUBLED);
                ResultSet found = again.executeQuery()) {
            assertTrue(found.next());
            assertNull(found.getObject(1));
        }
    }

    @Test
    void theOldestIsClosedWhereThereAreMany() throws SQLException {
        PreparedStatement oldest = connection.prepareStatement(DOUBLED);
        oldest.close();
        for (int other = 0; other < 64; other++) {
            connection.prepareStatement("SELECT " + other).close();
        }
        assertTrue(planned(oldest).isClosed());
    }
}
