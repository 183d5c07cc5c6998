/** Writes views as JSON: the adapter of {@link io.prorata.application.port.Renderer}. It is called by use cases and calls none. */
@NullMarked
package io.prorata.adapter.web.rendering;

import org.jspecify.annotations.NullMarked;
