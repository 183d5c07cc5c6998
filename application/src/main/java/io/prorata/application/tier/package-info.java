/**
 * How documents are kept ahead of the books: the tiers one behind the other, what they have been asked, what is computed before anybody
 * asks, and the switches for all of it.
 *
 * <p>Nothing here is needed for a right answer. A document is only ever taken as the {@linkplain
 * io.prorata.application.port.Edition edition} that holds now.
 */
@NullMarked
package io.prorata.application.tier;

import org.jspecify.annotations.NullMarked;
