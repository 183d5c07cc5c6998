/**
 * The differences between databases, as small interfaces: a read in one snapshot, a write in one transaction, callbacks of a commit,
 * integrity. The repositories depend on these alone.
 */
@NullMarked
package io.prorata.adapter.persistence.engine;

import org.jspecify.annotations.NullMarked;
