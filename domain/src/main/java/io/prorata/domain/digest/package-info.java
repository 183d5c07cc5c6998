/** Fingerprints of texts. */
@NullMarked
package io.prorata.domain.digest;

import org.jspecify.annotations.NullMarked;
