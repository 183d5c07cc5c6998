/** Transactions that this program has exported, read again. */
@NullMarked
package io.prorata.adapter.bankfile.exported;

import org.jspecify.annotations.NullMarked;
