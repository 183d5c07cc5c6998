/**
 * The parts that only SQLite needs: the file and its lock, pragmas, the writer and the readers, migrations, and backup.
 *
 * <p>Plain SQL strings are allowed here. The rest of the adapter is independent of the engine.
 */
@NullMarked
package io.prorata.adapter.persistence.sqlite;

import org.jspecify.annotations.NullMarked;
