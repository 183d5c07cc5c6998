/** Settling up over HTTP. */
@NullMarked
package io.prorata.adapter.web.settlement;

import org.jspecify.annotations.NullMarked;
