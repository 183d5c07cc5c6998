/**
 * Rules that sort rows (section 13 of the rules): what they look at, what they choose, and what of a row nobody may override.
 *
 * <p>Patterns are matched by whoever implements {@link io.prorata.domain.sorting.LabelPatterns}: this module depends on no library.
 */
@NullMarked
package io.prorata.domain.sorting;

import org.jspecify.annotations.NullMarked;
