/** Query parameters, read strictly: what is no month or no flag is refused, never taken for a default. */
@NullMarked
package io.prorata.adapter.web.parameter;

import org.jspecify.annotations.NullMarked;
