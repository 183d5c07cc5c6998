/** Rows that several packages read and write: households, scopes, classifications, transactions. */
@NullMarked
package io.prorata.adapter.persistence.row;

import org.jspecify.annotations.NullMarked;
