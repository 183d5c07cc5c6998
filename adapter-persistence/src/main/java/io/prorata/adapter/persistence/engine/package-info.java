/**
 * What differs between databases, as small interfaces: a read in one snapshot, a write in one transaction, what is told of a commit,
 * integrity. The repositories of the package above know these alone.
 */
@NullMarked
package io.prorata.adapter.persistence.engine;

import org.jspecify.annotations.NullMarked;
