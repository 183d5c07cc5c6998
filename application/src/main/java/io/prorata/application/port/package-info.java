/**
 * What the use cases need from outside, named for its role.
 *
 * <p>A port over a household's data takes the {@link io.prorata.domain.household.HouseholdId} first, always. A port throws
 * {@link io.prorata.application.port.StoreUnavailableException} where the store is busy, full or away.
 */
@NullMarked
package io.prorata.application.port;

import org.jspecify.annotations.NullMarked;
