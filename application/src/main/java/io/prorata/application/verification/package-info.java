/**
 * Verification of the books: all derived data has to equal what it is derived from.
 *
 * <p>A check never stops at the first fault. Data that cannot be read is a finding, too.
 */
@NullMarked
package io.prorata.application.verification;

import org.jspecify.annotations.NullMarked;
