/** Recurring bills, and the part of each in one month. */
@NullMarked
package io.prorata.domain.expense;

import org.jspecify.annotations.NullMarked;
