/** The household's sorting rules, ready for rows, and the patterns that they match. */
@NullMarked
package io.prorata.application.sorting;

import org.jspecify.annotations.NullMarked;
