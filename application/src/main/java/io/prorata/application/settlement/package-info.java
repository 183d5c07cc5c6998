/** Settling up: who paid whom, and who still has to pay. */
@NullMarked
package io.prorata.application.settlement;

import org.jspecify.annotations.NullMarked;
