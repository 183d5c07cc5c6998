/** Searches of transactions: the index of tags, the text index with its progress, and the choice of an index with few rows. */
@NullMarked
package io.prorata.adapter.persistence.search;

import org.jspecify.annotations.NullMarked;
