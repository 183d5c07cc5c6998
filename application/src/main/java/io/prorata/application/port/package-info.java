/**
 * The interfaces that the use cases need, named for their roles.
 *
 * <p>A port over a household's data takes the {@link io.prorata.domain.household.HouseholdId} first, always. A port throws
 * {@link io.prorata.application.port.StoreUnavailableException} if the store is busy, full or not available.
 */
@NullMarked
package io.prorata.application.port;

import org.jspecify.annotations.NullMarked;
