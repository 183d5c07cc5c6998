/** In which language somebody is spoken to. */
@NullMarked
package io.prorata.adapter.web.language;

import org.jspecify.annotations.NullMarked;
