/** Exports of households over HTTP. */
@NullMarked
package io.prorata.adapter.web.export;

import org.jspecify.annotations.NullMarked;
