/** How figures came about, over HTTP. */
@NullMarked
package io.prorata.adapter.web.explanation;

import org.jspecify.annotations.NullMarked;
