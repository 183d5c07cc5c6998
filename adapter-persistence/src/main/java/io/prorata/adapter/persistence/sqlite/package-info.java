/**
 * What is SQLite's own: the file and its lock, pragmas, the one writer and the readers, migrations, backup, and what
 * jOOQ's statements are made into for its sake.
 *
 * <p>Plain SQL strings stand here and nowhere else. The rest of the adapter would serve another database of the same tables.
 */
@NullMarked
package io.prorata.adapter.persistence.sqlite;

import org.jspecify.annotations.NullMarked;
