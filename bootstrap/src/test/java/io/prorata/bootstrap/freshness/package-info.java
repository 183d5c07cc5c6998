/**
 * Proof that nothing stale and nothing wrong is ever shown: people read and write, what each of them saw is recorded, and the record is
 * held against books that are kept apart. {@code docs/freshness.md} tells how.
 */
@NullMarked
package io.prorata.bootstrap.freshness;

import org.jspecify.annotations.NullMarked;
