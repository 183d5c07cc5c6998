/** The household, and its members by key. */
@NullMarked
package io.prorata.domain.household;

import org.jspecify.annotations.NullMarked;
