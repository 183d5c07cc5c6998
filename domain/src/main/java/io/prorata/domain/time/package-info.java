/** Terms with the month from which they hold. The past of a timeline never changes by itself. */
@NullMarked
package io.prorata.domain.time;

import org.jspecify.annotations.NullMarked;
