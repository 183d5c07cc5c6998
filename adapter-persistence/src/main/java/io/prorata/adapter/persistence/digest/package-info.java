/**
 * A digest of each row over all its columns, written with the row: so any value that was changed past this program is found.
 *
 * <p>Digests are plain, not keyed: whoever can write to the database could read a key that is kept in it. They find damage and careless
 * hands, not forgery by somebody who computes a digest anew.
 */
@NullMarked
package io.prorata.adapter.persistence.digest;

import org.jspecify.annotations.NullMarked;
