/** Proof, by many random households, that whatever changes a view changes its stamp. */
@NullMarked
package io.prorata.application.freshness;

import org.jspecify.annotations.NullMarked;
