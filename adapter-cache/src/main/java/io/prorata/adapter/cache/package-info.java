/** Where finished documents are kept for reuse; forgetting one costs time, never correctness. */
@NullMarked
package io.prorata.adapter.cache;

import org.jspecify.annotations.NullMarked;
