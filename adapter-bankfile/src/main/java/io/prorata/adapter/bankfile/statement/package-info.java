/**
 * What the formats have in common in which each entry names its own parts, so that no columns need be found out: OFX, QIF, CAMT, MT940.
 *
 * <p>A format parses the file from beginning to end and hands over its {@link io.prorata.adapter.bankfile.statement.Entry entries};
 * {@link io.prorata.adapter.bankfile.statement.StatementReader} does so twice, once to count and once to read. Amounts are
 * {@link java.math.BigDecimal} as written, spent negative; they become minor units here, never rounded.
 */
@NullMarked
package io.prorata.adapter.bankfile.statement;

import org.jspecify.annotations.NullMarked;
