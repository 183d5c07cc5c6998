/**
 * The books through jOOQ: one class per port, portable SQL.
 *
 * <p>The parts that only SQLite needs are in {@link io.prorata.adapter.persistence.sqlite}. Amounts are minor units, months and dates text
 * in
 * the database and {@code java.time} here.
 */
@NullMarked
package io.prorata.adapter.persistence;

import org.jspecify.annotations.NullMarked;
