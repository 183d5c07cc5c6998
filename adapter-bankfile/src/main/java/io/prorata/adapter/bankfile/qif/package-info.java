/**
 * Quicken Interchange Format: a letter and a value in each line, records ended by a caret or not at all.
 *
 * <p>How dates and amounts are written is not laid down, and is found out from the whole file as it is of a table. The amount is that of
 * the record; what it is split into is not added to it.
 */
@NullMarked
package io.prorata.adapter.bankfile.qif;

import org.jspecify.annotations.NullMarked;
