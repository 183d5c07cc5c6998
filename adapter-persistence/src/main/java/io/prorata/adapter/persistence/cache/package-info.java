/** Caches of stamps, plans and candidates of matches. */
@NullMarked
package io.prorata.adapter.persistence.cache;

import org.jspecify.annotations.NullMarked;
