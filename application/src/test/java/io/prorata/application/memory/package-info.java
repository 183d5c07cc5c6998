/**
 * The books in memory, keeping every promise of the ports: use cases and controllers are tested on them.
 *
 * <p>A write works on copies, which are published only when it ends well. A port added to the application gets a class here and the
 * state it needs in {@link io.prorata.application.memory.HouseholdRecords}.
 */
@NullMarked
package io.prorata.application.memory;

import org.jspecify.annotations.NullMarked;
