/** Writes after the answers. */
@NullMarked
package io.prorata.adapter.persistence.behind;

import org.jspecify.annotations.NullMarked;
