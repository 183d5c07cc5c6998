/**
 * Who owes whom: parties, their dues, and the fewest transfers that settle them.
 *
 * <p>A due is positive if the party has to pay and negative if it receives. The dues of all parties add up to zero.
 */
@NullMarked
package io.prorata.domain.settlement;

import org.jspecify.annotations.NullMarked;
