/** What is remembered of the books, so that the database need not be asked. */
@NullMarked
package io.prorata.adapter.persistence.cache;

import org.jspecify.annotations.NullMarked;
