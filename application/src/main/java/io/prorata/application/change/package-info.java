/** The changes of a household, on request or as a stream. */
@NullMarked
package io.prorata.application.change;

import org.jspecify.annotations.NullMarked;
