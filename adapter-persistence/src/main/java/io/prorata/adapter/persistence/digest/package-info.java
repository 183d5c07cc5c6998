/**
 * A digest of each row over all its columns, written with the row, which detects changes by other programs.
 *
 * <p>Digests have no key: anybody who can write to the database could read a key in it. They detect damage and careless edits, not forgery.
 */
@NullMarked
package io.prorata.adapter.persistence.digest;

import org.jspecify.annotations.NullMarked;
