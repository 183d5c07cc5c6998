/**
 * What it means that the books are right: whatever is kept although it follows from something else is what it follows to be.
 *
 * <p>A check never stops at the first thing that is wrong. What cannot even be read is a finding, too.
 */
@NullMarked
package io.prorata.application.verification;

import org.jspecify.annotations.NullMarked;
