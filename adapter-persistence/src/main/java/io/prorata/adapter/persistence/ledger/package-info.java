/** Tables of the ledger: transactions, lists, imports, mappings, month totals. */
@NullMarked
package io.prorata.adapter.persistence.ledger;

import org.jspecify.annotations.NullMarked;
