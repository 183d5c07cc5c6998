/** The bank's lines: entered one by one, or imported. */
@NullMarked
package io.prorata.adapter.web.ledger;

import org.jspecify.annotations.NullMarked;
