/**
 * What would be if the plan were changed. The changes are made by the use cases that make them for real, over a copy of the books in memory
 * ({@link io.prorata.application.simulation.BooksCopy}); nothing is written.
 */
@NullMarked
package io.prorata.application.simulation;

import org.jspecify.annotations.NullMarked;
