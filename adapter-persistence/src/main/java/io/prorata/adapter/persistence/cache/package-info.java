/** Caches of stamps and plans. */
@NullMarked
package io.prorata.adapter.persistence.cache;

import org.jspecify.annotations.NullMarked;
