/**
 * What a month would come to if the plan were another: changes are applied to a copy of the plan, and the months are put side by side.
 * Nothing is written.
 */
@NullMarked
package io.prorata.domain.simulation;

import org.jspecify.annotations.NullMarked;
