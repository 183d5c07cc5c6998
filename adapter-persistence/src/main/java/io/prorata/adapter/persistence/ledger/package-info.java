/** Transactions and what belongs to them, in their tables: lists, imports, mappings, totals of months. */
@NullMarked
package io.prorata.adapter.persistence.ledger;

import org.jspecify.annotations.NullMarked;
