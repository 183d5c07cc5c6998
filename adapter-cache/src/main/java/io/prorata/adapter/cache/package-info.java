/** Caches of finished documents; losing one costs time, never correctness. */
@NullMarked
package io.prorata.adapter.cache;

import org.jspecify.annotations.NullMarked;
