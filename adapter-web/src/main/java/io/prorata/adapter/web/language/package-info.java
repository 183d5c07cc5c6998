/** The language of texts. */
@NullMarked
package io.prorata.adapter.web.language;

import org.jspecify.annotations.NullMarked;
