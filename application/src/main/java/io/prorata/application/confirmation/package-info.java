/** Which rows are to confirm, for whoever lists or decides them. */
@NullMarked
package io.prorata.application.confirmation;

import org.jspecify.annotations.NullMarked;
