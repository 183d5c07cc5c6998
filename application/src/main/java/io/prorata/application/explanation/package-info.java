/** How figures came about. */
@NullMarked
package io.prorata.application.explanation;

import org.jspecify.annotations.NullMarked;
