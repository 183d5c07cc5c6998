/** The rows of the ledger: found, sorted, and changed, one or many at once. */
@NullMarked
package io.prorata.adapter.web.page.rows;

import org.jspecify.annotations.NullMarked;
