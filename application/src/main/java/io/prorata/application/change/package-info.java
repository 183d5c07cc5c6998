/** What was changed, for those who follow a household: by asking, or by a stream. */
@NullMarked
package io.prorata.application.change;

import org.jspecify.annotations.NullMarked;
