package io.prorata.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.engine.Database;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Both engines have one schema: names, types by their meaning, what may be null, keys, references and indexes; but for the text index. */
class SchemasTest {

    /** Columns as {@code table.column type [not null]}. */
    private static final String COLUMNS_OF_SQLITE =
            "SELECT t.name || '.' || c.name || ' ' || lower(c.type) || CASE WHEN c.\"notnull\" OR c.pk > 0 THEN ' not null' ELSE '' END"
                    + " FROM sqlite_schema t JOIN pragma_table_info(t.name) c"
                    + " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE 'flyway%' AND t.name NOT LIKE 'transaction_text%'";

    private static final String COLUMNS_OF_POSTGRESQL =
            "SELECT table_name || '.' || column_name || ' ' || data_type || CASE is_nullable WHEN 'NO' THEN ' not null' ELSE '' END"
                    + " FROM information_schema.columns WHERE table_schema = current_schema() AND table_name NOT LIKE 'flyway%' AND table_name NOT LIKE 'transaction_text%'";

    private static final String KEYS_OF_SQLITE =
            "SELECT t.name || ' (' || (SELECT group_concat(name, ', ') FROM (SELECT name FROM pragma_table_info(t.name)"
                    + " WHERE pk > 0 ORDER BY pk)) || ')' FROM sqlite_schema t"
                    + " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE 'flyway%' AND t.name NOT LIKE 'transaction_text%'";

    private static final String KEYS_OF_POSTGRESQL =
            "SELECT c.conrelid::regclass || ' (' || (SELECT string_agg(a.attname, ', ' ORDER BY k.place) FROM"
                    + " unnest(c.conkey) WITH ORDINALITY AS k(number, place) JOIN pg_attribute a"
                    + " ON a.attrelid = c.conrelid AND a.attnum = k.number) || ')' FROM pg_constraint c"
                    + " WHERE c.contype = 'p' AND c.connamespace = current_schema()::regnamespace"
                    + " AND c.conrelid::regclass::text NOT LIKE 'flyway%' AND c.conrelid::regclass::text NOT LIKE 'transaction_text%'";

    private static final String REFERENCES_OF_SQLITE =
            "SELECT t.name || ' (' || group_concat(f.\"from\", ', ') || ') -> ' || f.\"table\" FROM sqlite_schema t"
                    + " JOIN (SELECT t2.name AS owner, f2.* FROM sqlite_schema t2 JOIN pragma_foreign_key_list(t2.name) f2"
                    + " WHERE t2.type = 'table' ORDER BY t2.name, f2.id, f2.seq) f ON f.owner = t.name"
                    + " WHERE t.type = 'table' GROUP BY t.name, f.id, f.\"table\"";

    private static final String REFERENCES_OF_POSTGRESQL =
            "SELECT c.conrelid::regclass || ' (' || (SELECT string_agg(a.attname, ', ' ORDER BY k.place) FROM"
                    + " unnest(c.conkey) WITH ORDINALITY AS k(number, place) JOIN pg_attribute a"
                    + " ON a.attrelid = c.conrelid AND a.attnum = k.number) || ') -> ' || c.confrelid::regclass FROM pg_constraint c"
                    + " WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace";

    private static final String INDEXES_OF_SQLITE =
            "SELECT name || ' ' || substr(sql, instr(sql, '(')) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
                    + " AND name NOT LIKE 'flyway%'";

    private static final String INDEXES_OF_POSTGRESQL =
            "SELECT indexname || ' ' || substr(indexdef, position('(' IN indexdef)) FROM pg_indexes"
                    + " WHERE schemaname = current_schema() AND indexname NOT LIKE '%_pkey' AND indexname NOT LIKE 'flyway%' AND indexname NOT LIKE 'transaction_text%'";

    @Test
    void bothEnginesHaveTheSameSchema() {
        try (var sqlite = new TemporaryBooks();
                var postgresql = new PostgresBooks()) {
            assertAlike(sqlite, COLUMNS_OF_SQLITE, postgresql, COLUMNS_OF_POSTGRESQL, SchemasTest::column);
            assertAlike(sqlite, KEYS_OF_SQLITE, postgresql, KEYS_OF_POSTGRESQL, key -> key);
            assertAlike(sqlite, REFERENCES_OF_SQLITE, postgresql, REFERENCES_OF_POSTGRESQL, reference -> reference);
            assertAlike(sqlite, INDEXES_OF_SQLITE, postgresql, INDEXES_OF_POSTGRESQL, SchemasTest::index);
        }
    }

    private static void assertAlike(
            TemporaryBooks sqlite,
            String ofSqlite,
            PostgresBooks postgresql,
            String ofPostgresql,
            UnaryOperator<String> meaning) {
        Set<String> one = texts(sqlite.database(), ofSqlite, meaning);
        assertTrue(one.size() >= 10, one.toString());
        assertEquals(String.join("\n", one), String.join("\n", texts(postgresql.database(), ofPostgresql, meaning)));
    }

    private static Set<String> texts(Database database, String query, UnaryOperator<String> meaning) {
        return database.readOnce(sql -> sql.fetch(query)).stream()
                .map(row -> meaning.apply(row.get(0, String.class)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String column(String column) {
        return column.replace(" bigint", " integer").replace(" bytea", " blob");
    }

    /** How the two write the same expression. */
    private static String index(String index) {
        return index.replaceAll("\\s+", " ")
                .replace("''::text", "''")
                .replace("(0)::bigint", "0")
                .replace("COALESCE", "coalesce")
                .replaceFirst(" WHERE \\((.*)\\)$", " WHERE $1")
                .replaceAll("\\(([a-z_]+ (IS NOT NULL|= 0))\\)", "$1");
    }
}
