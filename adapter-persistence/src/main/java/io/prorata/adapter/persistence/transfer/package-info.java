/** Copies of households between databases, of any engine. */
@NullMarked
package io.prorata.adapter.persistence.transfer;

import org.jspecify.annotations.NullMarked;
