/**
 * Common parts of the formats whose entries name their values, so that no columns have to be detected: OFX, QIF, CAMT, MT940.
 *
 * <p>A format parses the file from beginning to end and passes its {@link io.prorata.adapter.bankfile.statement.Entry entries} on;
 * {@link io.prorata.adapter.bankfile.statement.StatementReader} does so twice, once to count and once to read. Amounts are
 * {@link java.math.BigDecimal} as written, spent negative; they become minor units here, never rounded.
 */
@NullMarked
package io.prorata.adapter.bankfile.statement;

import org.jspecify.annotations.NullMarked;
