/**
 * Who owes whom: parties, what each has still to pay, and the fewest transfers that settle it.
 *
 * <p>A due is positive where the party has to pay and negative where it is to receive. The dues of all parties add up to zero.
 */
@NullMarked
package io.prorata.domain.settlement;

import org.jspecify.annotations.NullMarked;
