/** Use cases of the ledger: transactions, and the mapping of categories to types. */
@NullMarked
package io.prorata.application.ledger;

import org.jspecify.annotations.NullMarked;
