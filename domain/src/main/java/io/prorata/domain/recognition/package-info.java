/**
 * What rows of the ledger may be beside what they are: the payment of a bill, the two legs of a transfer, a member's income, a row that was
 * entered twice. Nothing of it is taken for granted: a person confirms or rejects it. What a person has linked once is learnt.
 */
@NullMarked
package io.prorata.domain.recognition;

import org.jspecify.annotations.NullMarked;
