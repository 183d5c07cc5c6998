/** The bills that come back, and what one month carries of each. */
@NullMarked
package io.prorata.domain.expense;

import org.jspecify.annotations.NullMarked;
