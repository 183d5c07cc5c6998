/** Rows that several rooms read and write: households, scopes, classifications, transactions. */
@NullMarked
package io.prorata.adapter.persistence.row;

import org.jspecify.annotations.NullMarked;
