/** Settling up over HTTP. */
@NullMarked
package io.prorata.adapter.web.budget;

import org.jspecify.annotations.NullMarked;
