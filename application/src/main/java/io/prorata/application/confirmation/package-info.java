/** Which rows are to confirm, for lists and decisions. */
@NullMarked
package io.prorata.application.confirmation;

import org.jspecify.annotations.NullMarked;
